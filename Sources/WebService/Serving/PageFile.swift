import Hummingbird
import NIOCore

/// A file of a page, which is part of the program.
public struct PageFile: Sendable {
  private let path: RouterPath
  private let type: String
  private let bytes: ByteBuffer

  /// Names a file.
  ///
  /// - Parameters:
  ///   - path: where it is found.
  ///   - kind: what it is.
  public init(_ path: String, _ kind: Kind, _ bytes: [UInt8]) {
    self.path = RouterPath(path)
    type = kind.rawValue
    self.bytes = ByteBuffer(bytes: bytes)
  }

  /// Kinds of files, as media types.
  public enum Kind: String, Sendable {
    /// A page.
    case html = "text/html; charset=utf-8"
    /// A style sheet.
    case css = "text/css; charset=utf-8"
    /// A script.
    case script = "text/javascript; charset=utf-8"
    /// A drawing.
    case svg = "image/svg+xml"
  }

  /// The file as an answer.
  public var reply: Response { WebReply.bytes(bytes, type: type) }

  /// Adds its route.
  public func add(to router: Router<WebContext>) {
    router.get(path) { _, _ in reply }
  }
}
