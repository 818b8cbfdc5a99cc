import Files
import Foundation
import HTTPTypes
import Hummingbird
import Prose

/// The name of an uploaded file, percent-encoded in the header `x-picture-name`.
enum PictureName {
  private static let mostBytes = 1024

  /// The name without folders and control characters.
  static func read(_ request: Request) throws(PaintRefusal) -> String {
    guard let field = HTTPField.Name("x-picture-name"), let coded = request.headers[field],
      coded.utf8.count <= mostBytes, let name = coded.removingPercentEncoding
    else { throw .badRequest }
    let plain = FilePath.name(of: name).onOneLine
    guard !plain.isEmpty, plain != "/" else { throw .badRequest }
    return String(plain.prefix(200))
  }
}
