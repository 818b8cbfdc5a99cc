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

  private let offers: [OfferedPicture]

  /// Most pictures of a folder.
  public static let mostPictures = 500

  /// Offers pictures.
  ///
  /// - Parameters:
  ///   - path: a picture, or a folder of pictures; nil for none.
  ///   - method: the first method.
  /// - Throws: ``PaintServerError/missing(_:)`` and ``PaintServerError/badFolder(path:reason:)``.
  public init(_ path: String?, method: String = "local-hints") throws(PaintServerError) {
    self.method = method
    offers =
      try path.map(Self.files)?.map { file in
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return OfferedPicture(key: name, title: name, path: file)
      } ?? []
  }

  private static func files(_ path: String) throws(PaintServerError) -> [String] {
    switch FileKind(path) {
    case .missing: throw .missing(path)
    case .file: return [path]
    case .folder:
      let found: [String]
      do {
        found = try ImageFolder.list(path)
      } catch {
        throw .badFolder(path: path, reason: error.message)
      }
      guard !found.isEmpty else { throw .badFolder(path: path, reason: "it has no pictures") }
      guard found.count <= mostPictures else {
        throw .badFolder(path: path, reason: "it has more than \(mostPictures) pictures")
      }
      return found
    }
  }

  /// Everybody is a painter.
  public func subject(wish: String?, taken: [String]) -> String { "painter" }

  /// The same pictures for everybody.
  public func pictures(of subject: String) -> [OfferedPicture] { offers }
}
