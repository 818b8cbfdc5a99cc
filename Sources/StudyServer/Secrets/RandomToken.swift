import Crypto
import Foundation

/// Secrets that nobody can guess, from the system's random numbers.
///
/// They name sessions and pictures; no answer depends on them.
enum RandomToken {
  /// 128 random bits in 22 letters of base64url.
  static func make() -> String {
    base64url(SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) })
  }

  /// A code for people, 75 bits: `XXXXX-XXXXX-XXXXX` in Crockford's letters, without I, L, O and U.
  static func code() -> String {
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var generator = SystemRandomNumberGenerator()
    let groups = (0..<3).map { _ in
      String((0..<5).map { _ in letters[Int(generator.next() >> 59)] })
    }
    return groups.joined(separator: "-")
  }

  /// A code as a person may have typed it, in the form it was given: hyphens restored, letters that
  /// are easily mistaken put right. Nil where it is no code.
  static func normalized(code: String) -> String? {
    guard code.utf8.count <= 64 else { return nil }
    var letters = ""
    for letter in code.uppercased() {
      switch letter {
      case "-", " ": continue
      case "O": letters.append("0")
      case "I", "L": letters.append("1")
      case "0"..."9", "A"..."Z": letters.append(letter)
      default: return nil
      }
    }
    guard letters.count == 15 else { return nil }
    let groups = stride(from: 0, to: 15, by: 5).map { start in
      String(letters.dropFirst(start).prefix(5))
    }
    return groups.joined(separator: "-")
  }

  /// True for text of 16 to 64 letters of base64url, as pages make their own tokens.
  static func isToken(_ text: String) -> Bool {
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
  static func fingerprint(_ secret: String) -> String {
    hexadecimal(SHA256.hash(data: Data(secret.utf8)))
  }

  /// What the database keeps of a worker's name: HMAC-SHA-256 under the study's salt, in hexadecimal.
  static func pseudonym(of worker: String, salt: String) -> String {
    let key = SymmetricKey(data: Data(salt.utf8))
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: Data(worker.utf8), using: key))
  }

  /// Compares secrets in a time that does not depend on where they differ.
  static func areEqual(_ first: String, _ second: String) -> Bool {
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

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
