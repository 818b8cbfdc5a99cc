import Crypto
import Foundation
import Prose
import WebService

extension RandomToken {
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

  /// What the database keeps of a worker's name: HMAC-SHA-256 under the study's salt, in hexadecimal.
  static func pseudonym(of worker: String, salt: String) -> String {
    let key = SymmetricKey(data: Data(salt.utf8))
    return HMAC<SHA256>.authenticationCode(for: Data(worker.utf8), using: key).hexadecimal
  }
}
