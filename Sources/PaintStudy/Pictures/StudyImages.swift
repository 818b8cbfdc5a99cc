import Colorimetry
import Crypto
import Files
import Foundation
import Imaging
import Painting
import ParallelWork
import Prose
import Scenes
import SeededChance

/// The images of a painting study: photographs of a folder, or embedded scenes, in an order drawn from
/// their names.
struct StudyImages: Sendable {
  /// An image that is ready to be written.
  struct Prepared: Sendable {
    let image: String
    let truth: [UInt8]
    let gray: [UInt8]
  }

  private enum Source: Sendable {
    case file(String)
    case scene(Int)
  }

  private let study: PaintStudyDeclaration
  private let candidates: [(image: String, source: Source)]
  private(set) var leftOut: [LeftOutPicture] = []

  /// Lists the images.
  ///
  /// - Throws: ``PaintStudyError/missing(_:)``, ``PaintStudyError/unusable(file:explanation:)`` and
  ///   ``PaintStudyError/unreadable(_:)`` for the folder.
  init(_ study: PaintStudyDeclaration) throws(PaintStudyError) {
    self.study = study
    var found: [(image: String, source: Source)] = []
    if let folder = study.images {
      let listing = try Self.list(folder)
      leftOut = listing.leftOut.map { LeftOutPicture(name: $0.name, reason: $0.reason) }
      var names: Set<ExactName> = []
      for path in listing.pictures {
        let name = FilePath.name(of: path)
        let image = FilePath.stem(of: path)
        if !names.insert(ExactName(image)).inserted {
          leftOut.append(LeftOutPicture(name: name, reason: "has the name of another picture"))
        } else if !PaintStudyDeclaration.isFileStem(image) {
          leftOut.append(LeftOutPicture(name: name, reason: "has no usable name"))
        } else {
          found.append((image, .file(path)))
        }
      }
    } else {
      found = (0..<study.scenes).map { index in
        (Scene(index: index, seed: study.seed).name, .scene(index))
      }
    }
    candidates = found.map { (place: Self.place($0.image, study), candidate: $0) }
      .sorted {
        ($0.place, ExactName($0.candidate.image)) < ($1.place, ExactName($1.candidate.image))
      }
      .map(\.candidate)
  }

  /// The pictures of a folder.
  ///
  /// - Throws: ``PaintStudyError/missing(_:)``, ``PaintStudyError/unusable(file:explanation:)`` and
  ///   ``PaintStudyError/unreadable(_:)``.
  static func list(_ folder: String) throws(PaintStudyError) -> ImageFolder.Listing {
    do {
      return try ImageFolder.list(folder)
    } catch {
      switch error {
      case .missing: throw .missing(folder)
      case .notAFolder:
        throw .unusable(file: folder, explanation: "is a file; a folder of pictures is wanted")
      default: throw .unreadable(folder)
      }
    }
  }

  private static func place(_ image: String, _ study: PaintStudyDeclaration) -> UInt64 {
    SplitMix64.seed(
      hashing: [String(study.seed), study.study, "image", image].joined(separator: "\u{0}"))
  }

  /// Prepares the first images of the drawn order, at most `count` of them, sorted by name; pictures
  /// that cannot be used are left out, and others take their places.
  mutating func take(_ count: Int) -> [Prepared] {
    var taken: [Prepared] = []
    var rest = candidates[...]
    while taken.count < count, !rest.isEmpty {
      let next = Array(rest.prefix(count - taken.count))
      rest = rest.dropFirst(next.count)
      let size = study.imageSize
      let seed = study.seed
      let results = parallelMap(next.count) { index in
        Self.prepare(next[index].image, next[index].source, size: size, seed: seed)
      }
      for result in results {
        switch result {
        case .success(let image): taken.append(image)
        case .failure(let fault): leftOut.append(fault.leftOut)
        }
      }
    }
    return taken.sorted { ExactName($0.image) < ExactName($1.image) }
  }

  private struct Fault: Error {
    let leftOut: LeftOutPicture
  }

  /// Least side of a picture that is worth painting, in pixels.
  private static let leastSide = 32

  private static func prepare(
    _ image: String, _ source: Source, size: Int, seed: UInt64
  ) -> Result<Prepared, Fault> {
    let picture: RGBImage
    switch source {
    case .scene(let index):
      // Stand-ins need not be larger than methods work.
      let side = min(size, OpenPicture.side)
      picture = Scene(index: index, seed: seed).render(height: side, width: side)
    case .file(let path):
      let name = FilePath.name(of: path)
      do { picture = try ImageFile.read(path) } catch {
        return .failure(Fault(leftOut: LeftOutPicture(name: name, reason: error.message)))
      }
      guard min(picture.height, picture.width) >= leastSide else {
        let reason = "has a side below \(leastSide) pixels"
        return .failure(Fault(leftOut: LeftOutPicture(name: name, reason: reason)))
      }
    }
    let truth = picture.fitting(size)
    return .success(
      Prepared(image: image, truth: PNGFile.encode(truth), gray: grayPNG(of: truth)))
  }

  /// The picture's lightness as an 8-bit grey picture, rounded.
  private static func grayPNG(of picture: RGBImage) -> [UInt8] {
    let levels = LabImage.grayLevel(ofLightness: LabImage(picture).lightness)
    let samples = levels.values.map { UInt8(clamping: Int((255 * $0).rounded())) }
    return PNGFile.encode(gray: samples, height: picture.height, width: picture.width)
  }
}

extension RGBImage {
  /// The picture made smaller where its longer side is over a bound.
  fileprivate func fitting(_ side: Int) -> RGBImage {
    let longer = max(height, width)
    guard longer > side else { return self }
    func scaled(_ length: Int) -> Int {
      max(1, Int((Double(length * side) / Double(longer)).rounded()))
    }
    return resized(height: scaled(height), width: scaled(width))
  }
}
