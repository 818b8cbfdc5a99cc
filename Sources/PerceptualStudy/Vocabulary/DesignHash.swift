import Crypto
import Foundation
import ParallelWork
import Prose

/// The fingerprint that freezes a design.
enum DesignHash {
  /// SHA-256 of the design's canonical JSON with an empty hash, and of each picture's path and
  /// SHA-256, sorted by path.
  static func hash(
    of design: StudyDesign, in folder: String
  ) throws(PerceptualStudyError) -> String {
    var nameless = design
    nameless.hash = ""
    let paths = design.pictures.flatMap { [$0.real] + $0.fakes.values }.sorted()
    let hashes = parallelMap(paths.count) { index in
      Result<String, PerceptualStudyError> { () throws(PerceptualStudyError) in
        try sha256(SmallFile.read("\(folder)/\(paths[index])", limit: DesignFolder.sizeLimit))
      }
    }
    var hasher = SHA256()
    hasher.update(data: try canonical(nameless))
    for (path, hash) in zip(paths, hashes) {
      hasher.update(data: Data("\n\(path)\u{0}\(try hash.get())".utf8))
    }
    return hasher.finalize().hexadecimal
  }

  /// A design's JSON: keys sorted, so that equal designs are equal bytes.
  static func canonical(_ design: StudyDesign) throws(PerceptualStudyError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return try encoder.encode(design) } catch {
      throw .damagedDesign(file: DesignFolder.designFile, reason: "a number in it is not finite")
    }
  }

  /// SHA-256 in lower-case hexadecimal.
  static func sha256(_ data: Data) -> String { SHA256.hash(data: data).hexadecimal }
}
