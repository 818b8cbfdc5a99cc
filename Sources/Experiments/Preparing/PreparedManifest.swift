import Foundation

/// `manifest.json` of prepared inputs: which picture became which files, and which numbers of points
/// the study judges.
struct PreparedManifest: Encodable {
  static let fileName = "manifest.json"

  private let format = "hintbench prepare 1"
  private let size: Int
  private let study: StudyRecord?
  private let images: [Image]
  private let oracles: [Oracle]

  private struct StudyRecord: Encodable {
    let name: String
    let version: Int
    let sha256: String
    let seed: UInt64
    let patch: Int
    let hueRotation: Int
  }

  private struct Image: Encodable {
    /// As a run's tables call it.
    let image: String
    /// The name of its files, without ending.
    let name: String
    let sha256: String
  }

  private struct Oracle: Encodable {
    let name: String
    /// Numbers of points at which results are judged.
    let points: [Int]
  }

  init(_ inputs: PreparedInputs) {
    size = inputs.size
    study = inputs.study.map {
      StudyRecord(
        name: $0.name, version: $0.version, sha256: $0.hash, seed: $0.seed, patch: $0.patch,
        hueRotation: $0.hueRotation)
    }
    images = inputs.images.images.map {
      Image(image: $0.name, name: inputs.names[$0.name], sha256: $0.sha256)
    }
    oracles = inputs.hints.oracles.map { Oracle(name: $0.name, points: $0.counts) }
  }

  /// The manifest as JSON with sorted keys.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
