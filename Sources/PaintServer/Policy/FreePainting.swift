import Experiments
import Files
import Imaging

/// Everybody paints what is named on the command line or brought along, with all means.
public struct FreePainting: PaintingPolicy {
  /// No introduction.
  public let introduction: PaintingIntroduction? = nil
  /// Anybody may bring pictures.
  public let allowsUploads = true
  /// No limits.
  public let isFree = true
  /// The method that pictures are painted with at first.
  public let method: String

  /// What looks like a picture in the folder and cannot be used as one.
  public let leftOut: [ImageFolder.LeftOut]

  private let offers: [OfferedPicture]

  /// Most pictures of a folder.
  public static let mostPictures = 500

  /// Offers pictures.
  ///
  /// - Parameters:
  ///   - path: a picture, or a folder of pictures; nil for none.
  ///   - method: the first method.
  /// - Throws: ``PaintServerError/missing(_:)`` and ``PaintServerError/badFolder(path:reason:)``.
  public init(
    _ path: String?, method: String = MethodCatalog.defaultMethod
  ) throws(PaintServerError) {
    self.method = method
    let (files, leftOut) = try path.map(Self.files) ?? ([], [])
    self.leftOut = leftOut
    offers = files.map { file in
      let name = FilePath.name(of: file)
      return OfferedPicture(key: name, title: name, path: file)
    }
  }

  private static func files(
    _ path: String
  ) throws(PaintServerError) -> (pictures: [String], leftOut: [ImageFolder.LeftOut]) {
    switch FileKind(path) {
    case .missing: throw .missing(path)
    case .file:
      do {
        _ = try ImageFile.read(path)
      } catch {
        throw .badFolder(path: path, reason: error.message)
      }
      return ([path], [])
    case .folder:
      let found: ImageFolder.Listing
      do {
        found = try ImageFolder.list(path)
      } catch {
        throw .badFolder(path: path, reason: error.message)
      }
      guard !found.pictures.isEmpty else {
        throw .badFolder(path: path, reason: found.leftOut.first?.message ?? "it has no pictures")
      }
      guard found.pictures.count <= mostPictures else {
        throw .badFolder(path: path, reason: "it has more than \(mostPictures) pictures")
      }
      return (found.pictures, found.leftOut)
    }
  }

  /// Everybody is a painter.
  public func subject(wish: String?, taken: [String]) -> String { "painter" }

  /// The same pictures for everybody.
  public func pictures(of subject: String) -> [OfferedPicture] { offers }
}
