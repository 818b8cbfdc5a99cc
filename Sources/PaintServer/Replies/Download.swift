import Foundation
import Hummingbird
import WebService

/// Files to be kept.
enum Download {
  /// A file under a name of letters that no system minds.
  static func response(_ bytes: some Collection<UInt8>, type: String, name: String) -> Response {
    var response = WebReply.bytes(ByteBuffer(bytes: bytes), type: type)
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  /// The name of a picture's file without its ending, in plain letters.
  static func stem(_ title: String) -> String {
    let stem = (title as NSString).deletingPathExtension
    let plain = stem.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-"
    }
    return plain.isEmpty ? "picture" : String(plain.prefix(80))
  }
}
