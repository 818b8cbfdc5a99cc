import Colorization
import Crypto
import Foundation
import ImageMetrics
import Prose
import SeededChance
import SimulatedUsers

/// The smallest piece of a run: one image, one method, one revealer, all numbers of points.
public struct StudyUnit: Sendable {
  /// Raised when the protocol (resizing, oracles, judging) changes results.
  static let protocolVersion = 1

  /// The image to colorize.
  public let image: StudyImage
  /// The method under test.
  public let method: any Colorizer
  /// Who reveals hints.
  public let revealer: Revealer
  /// Numbers of points at which the result is judged, ascending.
  public let points: [Int]
  /// Whose statistics guide methods that take global hints; nil for the image's own.
  let reference: StudyImage?
  /// Degrees by which every hue is turned.
  let hueRotation: Int
  /// Side of the image and of a revealed patch.
  let size: Int
  let patch: Int
  /// The metrics, in the order of columns.
  public let metrics: [Metric]
  /// Of the oracle: hashed from study, seed, image and oracle, never from the order of execution.
  let seed: UInt64
  /// SHA-256 of all that determines the result: two units with one key have one result.
  public let key: String

  init(
    study: Study, image: StudyImage, method: any Colorizer, revealer: Revealer,
    reference: StudyImage? = nil
  ) {
    self.image = image
    self.method = method
    self.revealer = revealer
    self.reference = reference
    hueRotation = study.hueRotation
    let counts = study.points(for: revealer)
    points = revealer == .marks ? counts.filter { $0 <= image.marks.count } : counts
    size = study.size
    patch = study.patch
    metrics = study.judges
    let seedText =
      "hintbench oracle seed|\(study.name)|\(study.seed)|\(image.sha256)|\(revealer.name)"
    seed = SplitMix64.seed(hashing: seedText)
    let judged = metrics.map { "\($0.name)@\($0.version)" }.joined(separator: ",")
    let judgedCounts = points.map(String.init).joined(separator: ",")
    let reveal = "\(revealer.name)(\(revealer.parameters(patch: study.patch)),seed=\(seed))"
    let parts =
      [
        "hintbench unit \(Self.protocolVersion)", image.sha256, method.identity.key, reveal,
        judgedCounts,
        "size=\(study.size)", judged,
      ] + Self.changes(hueRotation: hueRotation, reference: reference)
    key = SHA256.hash(data: Data(parts.joined(separator: "|").utf8)).hexadecimal
  }

  /// `image, method, oracle` for messages.
  public var name: String { "\(image.name), \(method.identity.name), \(revealer.name)" }

  /// The most points judged that are not more than a number: fewer where an image has fewer marks.
  public func count(upTo points: Int) -> Int { self.points.last { $0 <= points } ?? 0 }

  /// What the unit is beyond a true picture guided by itself; nothing for most studies.
  private static func changes(hueRotation: Int, reference: StudyImage?) -> [String] {
    (hueRotation == 0 ? [] : ["hue=\(hueRotation)"])
      + (reference.map { ["reference=\($0.sha256)"] } ?? [])
  }
}
