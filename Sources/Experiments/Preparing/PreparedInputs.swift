import Colorimetry
import Colorization
import Files
import Foundation
import ImageMetrics
import Imaging
import ParallelWork

/// The inputs of the protocol as files, for programs of any language: pictures, lightness, and the
/// points that a study reveals.
///
/// - `truth/NAME.png`: the resized 8-bit picture, which results are measured against.
/// - `gray/NAME.png`: the result of the method `gray`.
/// - `lightness/NAME.npy`: L* in 0…100, float32 of shape (H,W).
/// - `hints/ORACLE/NAME.csv`: `row,column,size,a,b`; the first n rows are the n points.
/// - `manifest.json` and `README.txt`: what the files are, and how results are judged.
///
/// The same pictures and points give the same bytes.
public struct PreparedInputs: Sendable {
  /// What was written.
  public struct Outcome: Sendable, Equatable, Encodable {
    /// Images.
    public let images: Int
    /// Oracles whose points are written.
    public let oracles: [String]
    /// Oracles of the study whose points depend on the method, and so are not written.
    public let following: [String]
    /// Images without points, because the run has none of them, by name.
    public let withoutHints: [String]

    private enum CodingKeys: String, CodingKey {
      case images
      case oracles
      case following
      case withoutHints = "without_hints"
    }
  }

  /// Side of the square where no study says it, in pixels.
  public static let defaultSize = 256

  let images: ImageSet
  let size: Int
  let hueRotation: Int
  let study: Study?
  let hints: PreparedHints
  let names: PictureNames

  private init(
    images: ImageSet, size: Int, hueRotation: Int, study: Study?, hints: PreparedHints
  ) {
    self.images = images
    self.size = size
    self.hueRotation = hueRotation
    self.study = study
    self.hints = hints
    names = PictureNames(images.images.map(\.name))
  }

  /// Prepares pictures alone.
  ///
  /// - Parameter size: side of the square that they are resized to, in pixels.
  public init(images: ImageSet, size: Int) {
    self.init(images: images, size: size, hueRotation: 0, study: nil, hints: .none)
  }

  /// Prepares pictures and the points that a run of a study would reveal.
  public init(images: ImageSet, study: Study) throws {
    self.init(
      images: images, size: study.size, hueRotation: study.hueRotation, study: study,
      hints: try PreparedHints(drawing: study, for: images))
  }

  /// Prepares pictures and the points of a finished run.
  ///
  /// - Parameter images: nil for those of the run.
  public init(images: ImageSet?, run: FinishedRun) throws {
    let study = run.plan.study
    let images = images ?? run.plan.images
    self.init(
      images: images, size: study.size, hueRotation: study.hueRotation, study: study,
      hints: try PreparedHints(run, for: images))
  }

  /// Writes all files into a folder; those of an earlier call are replaced.
  ///
  /// - Throws: ``PrepareError/otherFiles(folder:example:)`` where the folder holds anything else,
  ///   what reading pictures and writing throw.
  public func write(into folder: String) throws -> Outcome {
    try checkNothingElse(in: folder)
    for name in ["truth", "gray", "lightness"] + hints.oracles.map({ "hints/\($0.name)" }) {
      try WorkFolder.make("\(folder)/\(name)")
    }
    let faults = parallelMap(images.images.count) { index -> (any Error)? in
      do {
        try write(index, into: folder)
        return nil
      } catch {
        return error
      }
    }
    if let fault = faults.lazy.compactMap({ $0 }).first { throw fault }
    try OutputFile.write(
      PreparedManifest(self).json(), to: "\(folder)/\(PreparedManifest.fileName)")
    try OutputFile.write(
      Data(PreparedReadMe.text(of: self).utf8), to: "\(folder)/\(PreparedReadMe.fileName)")
    return Outcome(
      images: images.images.count, oracles: hints.oracles.map(\.name), following: hints.following,
      withoutHints: imagesWithoutHints.map { images.images[$0].name })
  }

  /// The places of images that an oracle should have points for and has not.
  private var imagesWithoutHints: [Int] {
    images.images.indices.filter { index in
      hints.oracles.contains { $0.points[index] == nil }
    }
  }

  private func write(_ index: Int, into folder: String) throws {
    let image = images.images[index]
    let name = names[image.name]
    let picture = try image.picture(side: size, hueRotation: hueRotation)
    let lab = LabImage(picture)
    let neutral = Chrominance(neutralWithHeight: lab.height, width: lab.width)
    let gray = LabImage(lightness: lab.lightness, chrominance: neutral).truncated()
    try PNGFile.write(picture, to: "\(folder)/truth/\(name).png")
    try PNGFile.write(gray, to: "\(folder)/gray/\(name).png")
    try NumPyFile.write(
      lab.lightness.values.map { Float($0) }, shape: [lab.height, lab.width],
      to: "\(folder)/lightness/\(name).npy")
    for oracle in hints.oracles {
      guard let points = oracle.points[index] else { continue }
      try OutputFile.write(HintsFile.data(points), to: "\(folder)/hints/\(oracle.name)/\(name).csv")
    }
  }

  /// All files that ``write(into:)`` makes, by their paths in the folder.
  private func files() -> Set<ExactName> {
    var files = [PreparedManifest.fileName, PreparedReadMe.fileName]
    for (index, image) in images.images.enumerated() {
      let name = names[image.name]
      files += ["truth/\(name).png", "gray/\(name).png", "lightness/\(name).npy"]
      files += hints.oracles.filter { $0.points[index] != nil }.map {
        "hints/\($0.name)/\(name).csv"
      }
    }
    return Set(files.map { ExactName($0) })
  }

  /// Results would be mistaken for inputs of these pictures if others lay among them.
  private func checkNothingElse(in folder: String) throws(PrepareError) {
    guard let found = FileManager.default.enumerator(atPath: folder) else { return }
    let files = files()
    for case let path as String in found {
      guard !BatchPictures.isFolder("\(folder)/\(path)"), !files.contains(ExactName(path)) else {
        continue
      }
      throw .otherFiles(folder: folder, example: path)
    }
  }
}
