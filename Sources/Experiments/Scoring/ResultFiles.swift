import Colorimetry
import Files
import Foundation
import Imaging

/// The results in a folder by the name of their image.
struct ResultFiles: Sendable {
  /// Pictures by their name without ending; more than one where only the endings differ.
  let pictures: [ExactName: [String]]
  /// Chrominance, `NAME.npy`, by name without ending.
  let arrays: [ExactName: String]
  /// What looks like a picture and cannot be read as one.
  let leftOut: [ImageFolder.LeftOut]

  /// Lists a folder.
  ///
  /// - Throws: `ImagingError` for a folder that is missing or cannot be read.
  init(folder: String) throws(ImagingError) {
    let listing = try ImageFolder.list(folder)
    pictures = Dictionary(grouping: listing.pictures) { ExactName(FilePath.stem(of: $0)) }
    leftOut = listing.leftOut
    arrays = Dictionary(
      Self.arrays(in: folder).map { (ExactName(FilePath.stem(of: $0)), "\(folder)/\($0)") },
      uniquingKeysWith: { first, _ in first })
  }

  /// All names that have a result, in the order of their bytes.
  var names: [ExactName] { Set(pictures.keys).union(arrays.keys).sorted() }

  /// Whether a folder holds results.
  static func isThere(in folder: String) throws(ImagingError) -> Bool {
    guard BatchPictures.isFolder(folder) else { return false }
    let listing = try ImageFolder.list(folder)
    return !listing.pictures.isEmpty || !arrays(in: folder).isEmpty
  }

  private static func arrays(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".npy") && !$0.hasPrefix(".") }.sortedByBytes()
  }
}

extension Chrominance {
  /// Reads a* and b* from a `.npy` file of shape (2,H,W), as `colorize --ab` writes it.
  ///
  /// - Throws: `ImagingError` for the file, ``ScoreError/wrongShape(path:shape:)``,
  ///   ``ScoreError/notFinite(path:)``.
  public init(file path: String) throws {
    let array = try NumPyFile.read(path)
    guard array.shape.count == 3, array.shape[0] == 2, array.shape[1] > 0, array.shape[2] > 0 else {
      throw ScoreError.wrongShape(path: path, shape: array.shape)
    }
    let (height, width) = (array.shape[1], array.shape[2])
    let count = height * width
    self.init(
      a: Plane(height: height, width: width, values: Array(array.values.prefix(count))),
      b: Plane(height: height, width: width, values: Array(array.values.suffix(count))))
    guard isFinite else { throw ScoreError.notFinite(path: path) }
  }
}
