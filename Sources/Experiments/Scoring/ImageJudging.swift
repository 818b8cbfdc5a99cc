import Colorimetry
import Colorization
import Files
import ImageMetrics
import Imaging

/// One result as it was found: a picture, the chrominance that a method returned, or both.
struct FoundResult {
  let picture: RGBImage?
  let chrominance: Chrominance?
}

extension ResultFiles {
  /// Reads the result of an image; nil where there is none.
  ///
  /// - Throws: what reading throws, and ``ScoreError/ambiguous(paths:)`` where two pictures have the
  ///   name.
  func result(of image: ExactName) throws -> FoundResult? {
    let paths = pictures[image] ?? []
    guard paths.count <= 1 else { throw ScoreError.ambiguous(paths: paths) }
    guard !paths.isEmpty || arrays[image] != nil else { return nil }
    return FoundResult(
      picture: try paths.first.map { try ImageFile.read($0) },
      chrominance: try arrays[image].map { try Chrominance(file: $0) })
  }
}

/// A true picture at every size that its results have.
final class ImageJudging {
  /// The true picture as it was found.
  let truth: RGBImage
  private var resized: [[Int]: (picture: RGBImage, truth: Truth)] = [:]

  init(truth: RGBImage) {
    self.truth = truth
  }

  /// Whether results of a size have the truth resized to them.
  func isResized(height: Int, width: Int) -> Bool {
    height != truth.height || width != truth.width
  }

  /// Pairs a result with the truth of its size.
  ///
  /// - Throws: `MetricError`, where picture and chrominance have two sizes.
  func pair(_ result: FoundResult) throws -> JudgedPair {
    if let picture = result.picture {
      let (original, truth) = truth(height: picture.height, width: picture.width)
      // Equal pictures are judged without conversion, so that a perfect result is perfect.
      guard original != picture else {
        return try JudgedPair(truth: original, result: picture, chrominance: result.chrominance)
      }
      return try JudgedPair(truth: truth, result: picture, chrominance: result.chrominance)
    }
    let chrominance =
      result.chrominance ?? Chrominance(neutralWithHeight: truth.height, width: truth.width)
    let (_, truth) = truth(height: chrominance.height, width: chrominance.width)
    return try JudgedPair(truth: truth, colorization: .chrominance(chrominance))
  }

  /// Pairs the truth of a size with its own grey picture.
  func gray(height: Int, width: Int) throws -> JudgedPair {
    try pair(
      FoundResult(
        picture: nil, chrominance: Chrominance(neutralWithHeight: height, width: width)))
  }

  private func truth(height: Int, width: Int) -> (picture: RGBImage, truth: Truth) {
    if let known = resized[[height, width]] { return known }
    let picture = truth.resized(height: height, width: width)
    let made = (picture, Truth(picture))
    resized[[height, width]] = made
    return made
  }
}
