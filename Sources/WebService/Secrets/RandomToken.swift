import Crypto
import Foundation
import Prose

/// Secrets that nobody can guess, from the system's random numbers.
///
/// They name sessions and pictures; no answer depends on them.
public enum RandomToken {
  /// 128 random bits in 22 letters of base64url.
  public static func make() -> String {
    base64url(SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) })
  }

  /// True for text of 16 to 64 letters of base64url, as pages make their own tokens.
  public static func isToken(_ text: String) -> Bool {
    (16...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { letter in
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// What the database keeps of a secret: SHA-256 in hexadecimal.
  public static func fingerprint(_ secret: String) -> String {
    SHA256.hash(data: Data(secret.utf8)).hexadecimal
  }

  /// Compares secrets in a time that does not depend on where they differ.
  public static func areEqual(_ first: String, _ second: String) -> Bool {
    let key = SymmetricKey(size: .bits256)
    let code = HMAC<SHA256>.authenticationCode(for: Data(first.utf8), using: key)
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Data(second.utf8), using: key)
  }

  private static func base64url(_ bytes: Data) -> String {
    bytes.base64EncodedString()
      .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}
