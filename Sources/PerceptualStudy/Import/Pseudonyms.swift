import Crypto
import Foundation
import Prose

#if canImport(Glibc)
  import Glibc
#endif

/// Names of workers as salted hashes: the same worker has the same hash as long as the salt is the
/// same, and nobody without the salt can try names.
public struct Pseudonyms: Sendable {
  private let key: SymmetricKey

  /// Takes a salt as it is.
  public init(salt: String) { key = SymmetricKey(data: Data(salt.utf8)) }

  /// Least length of a salt, in bytes.
  private static let leastLength = 8

  /// Takes the salt of a file; makes the file with a random salt, for its owner's eyes only, where
  /// there is none.
  ///
  /// - Returns: the pseudonyms, and whether the file was made.
  public static func keptIn(
    _ path: String
  ) throws(PerceptualStudyError) -> (pseudonyms: Pseudonyms, isNew: Bool) {
    if FileManager.default.fileExists(atPath: path) {
      let bytes = try SmallFile.read(path, limit: 1 << 10)
      let salt = String(decoding: bytes, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      guard salt.utf8.count >= leastLength else {
        throw .unusable(file: path, explanation: "it is no salt of at least \(leastLength) letters")
      }
      return (Pseudonyms(salt: salt), false)
    }
    var random = SystemRandomNumberGenerator()
    let salt = (0..<4).map { _ in
      let word = String(random.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - word.count) + word
    }.joined()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .unwritable(path, reason: String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do { try handle.write(contentsOf: Data((salt + "\n").utf8)) } catch {
      throw .unwritable(path, reason: error.localizedDescription)
    }
    return (Pseudonyms(salt: salt), true)
  }

  /// HMAC-SHA-256 of a site and a worker's name there, in hexadecimal.
  func full(_ worker: String, of site: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Data("\(site):\(worker)".utf8), using: key)
      .hexadecimal
  }

  /// The first 16 digits of it: a judge's name in `answers.csv`.
  func short(_ worker: String, of site: String) -> String {
    String(full(worker, of: site).prefix(16))
  }
}
