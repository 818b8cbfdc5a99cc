import Crypto
import Files
import Foundation
import Prose

/// The names, without ending, of files that are made of pictures: each picture's own stem where that
/// tells it from all others.
///
/// `a.png` and `a.jpg` share a stem, and names that differ only in Unicode form are one name to many
/// programs. Such pictures keep their ending (`a.png`, `a.jpg`), and where that does not tell them
/// apart either, they get a part of the SHA-256 of their name's bytes, or of their path's. What a
/// picture is called does not depend on the order of the pictures.
public struct PictureNames: Sendable {
  private var found: [ExactName: String] = [:]

  /// Names files for some pictures.
  ///
  /// - Parameter pictures: names or paths, each of its own bytes.
  public init(_ pictures: [String]) {
    // Texts that differ only in Unicode form are equal as keys of a set, as is wanted here.
    var taken: Set<String> = []
    var waiting = Set(pictures.map { ExactName($0) })
    for way in [FilePath.stem(of:), FilePath.name(of:), Self.named, Self.hashed] {
      let candidates = Dictionary(grouping: waiting) { way($0.text) }
      for (candidate, pictures) in candidates where pictures.count == 1 {
        guard !taken.contains(candidate), let picture = pictures.first else { continue }
        found[picture] = candidate
        waiting.remove(picture)
      }
      taken = Set(found.values)
    }
    for picture in waiting { found[picture] = Self.hash(of: picture.text) }
  }

  /// The name of the files made of a picture, without ending.
  ///
  /// - Parameter picture: one of those that were named; another has its stem.
  public subscript(picture: String) -> String {
    found[ExactName(picture)] ?? FilePath.stem(of: picture)
  }

  private static func named(_ path: String) -> String {
    "\(FilePath.stem(of: path))-\(hash(of: FilePath.name(of: path)).prefix(8))"
  }

  private static func hashed(_ path: String) -> String {
    "\(FilePath.stem(of: path))-\(hash(of: path).prefix(8))"
  }

  private static func hash(of path: String) -> String {
    SHA256.hash(data: Data(path.utf8)).hexadecimal
  }
}
