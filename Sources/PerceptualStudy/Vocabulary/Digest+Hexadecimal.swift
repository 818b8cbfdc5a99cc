import Crypto
import Foundation

extension Digest {
  /// The digest in lower-case hexadecimal.
  var hex: String { map { String(format: "%02x", $0) }.joined() }
}
