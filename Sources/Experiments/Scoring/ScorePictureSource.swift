import Colorimetry
import Colorization
import Files
import ImageMetrics
import Imaging

/// The pictures of results made elsewhere, read from their folders.
///
/// All pictures of one image have the size of the first result that can be read; nobody knows the
/// points that led to them.
public struct ScorePictureSource: PictureSource {
  private let scorer: Scorer

  /// The pictures of what was judged.
  public init(_ scorer: Scorer) {
    self.scorer = scorer
  }

  /// The true picture as results are compared with it, H×W.
  public func truth(of image: String) throws -> RGBImage {
    let judging = try judging(of: image)
    let (height, width) = size(of: image, judging)
    return try judging.gray(height: height, width: width).truth.picture
  }

  /// Nothing: points are not known here.
  public func hints(of image: String, method: String, oracle: String, points: Int) -> Hints {
    Hints()
  }

  /// The results as they were found; gray is made where no folder holds it.
  public func pictures(
    of image: String, method: String, oracle: String, points: [Int]
  ) throws -> [RGBImage?] {
    let judging = try judging(of: image)
    let (height, width) = size(of: image, judging)
    return try points.map { count in
      let place = scorer.folders.firstIndex {
        $0.method == method && $0.oracle == oracle && $0.points == count
      }
      guard let place else {
        return method == Scorer.floor
          ? try judging.gray(height: height, width: width).picture : nil
      }
      return try scorer.results[place].result(of: ExactName(image)).map {
        try judging.pair($0).picture.resized(height: height, width: width)
      }
    }
  }

  private func judging(of image: String) throws -> ImageJudging {
    guard let path = scorer.truthPath(of: ExactName(image)) else {
      throw ExperimentError.missing("\(scorer.truth)/\(image)")
    }
    return ImageJudging(truth: try ImageFile.read(path))
  }

  private func size(of image: String, _ judging: ImageJudging) -> (height: Int, width: Int) {
    for files in scorer.results {
      if let result = try? files.result(of: ExactName(image)), let pair = try? judging.pair(result)
      {
        return (pair.picture.height, pair.picture.width)
      }
    }
    return (judging.truth.height, judging.truth.width)
  }
}
