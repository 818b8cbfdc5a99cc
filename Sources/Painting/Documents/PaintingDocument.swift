import Foundation

/// A painting that was put aside: a JSON file that opens again.
///
/// It names the picture by its hash and holds the state, not the picture.
public struct PaintingDocument: Codable, Sendable, Equatable {
  /// Tells the format.
  public var format: String
  /// Raised when older files would be read otherwise.
  public var version: Int
  /// The picture's file name.
  public var picture: String
  /// SHA-256 of the picture's bytes, in hexadecimal.
  public var sha256: String
  /// Side of the working size, in which points count.
  public var side: Int
  /// Method, points and global hints.
  public var state: PaintingState

  /// The value of ``format``.
  public static let formatName = "hintbench-painting"
  /// The value of ``version``.
  public static let currentVersion = 1
  /// Largest file read, in bytes.
  public static let mostBytes = 4 << 20

  /// Puts a state aside.
  public init(_ picture: OpenPicture, state: PaintingState) {
    format = Self.formatName
    version = Self.currentVersion
    self.picture = picture.name
    sha256 = picture.sha256
    side = OpenPicture.side
    self.state = state
  }

  /// Reads a document and checks all of it.
  ///
  /// - Parameter name: of the file, for messages.
  /// - Throws: ``PaintingError/damagedDocument(name:reason:)``, and what its state is refused for.
  public static func read(_ data: Data, name: String) throws(PaintingError) -> PaintingDocument {
    guard data.count <= mostBytes else {
      throw .damagedDocument(name: name, reason: "it is over \(mostBytes >> 20) MiB")
    }
    guard let read = try? JSONDecoder().decode(PaintingDocument.self, from: data),
      read.format == formatName
    else { throw .damagedDocument(name: name, reason: "it is not what a session is written as") }
    guard read.version == currentVersion, read.side == OpenPicture.side else {
      throw .damagedDocument(
        name: name, reason: "its version \(read.version) is not \(currentVersion)")
    }
    guard read.state.points.count <= PaintingState.mostPoints else {
      throw .tooManyPoints(read.state.points.count)
    }
    for point in read.state.points { _ = try point.hint(side: OpenPicture.side) }
    _ = try read.state.global.hints()
    return read
  }

  /// The document with sorted keys, so that equal states give equal bytes.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
