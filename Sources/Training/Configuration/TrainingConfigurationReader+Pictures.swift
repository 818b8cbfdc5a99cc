import Declarations
import Yams

/// The sections that name pictures.
extension TrainingConfigurationReader {
  /// Rendered scenes are all kept.
  private static var mostSceneBytes: Int { 4 << 30 }

  mutating func data(_ node: Node, key: String) -> TrainingConfiguration.Data? {
    guard let fields = mapping(node, key: key, allowed: ["photographs", "scenes"]) else {
      return nil
    }
    let photographs = optional(fields, "photographs", prefix: "\(key).") {
      $0.items($1, key: $2) { $0.photographs($1, key: $2) }?.map(\.value)
    }
    let scenes = optional(fields, "scenes", prefix: "\(key).") { $0.scenes($1, key: $2) }
    let made = TrainingConfiguration.Data(photographs: photographs ?? [], scenes: scenes)
    if fields["photographs"] == nil, fields["scenes"] == nil {
      report(node, key, "should name photographs, scenes, or both")
    } else if made.photographs.allSatisfy({ $0.share == 0 }), scenes.map({ $0.share == 0 }) ?? true,
      problems.isEmpty
    {
      report(node, key, "has no share above 0")
    }
    let caches = made.photographs.compactMap(\.cache) + [scenes?.cache].compactMap { $0 }
    if Set(caches).count < caches.count {
      report(node, key, "should name another cache for every source: each would undo the other's")
    }
    return made
  }

  private mutating func photographs(
    _ node: Node, key: String
  ) -> TrainingConfiguration.Data.Photographs? {
    let allowed = ["folder", "share", "cache", "shorter_side"]
    guard let fields = mapping(node, key: key, allowed: allowed) else {
      return nil
    }
    let folder = required(fields, "folder", prefix: "\(key).", at: node) { $0.text($1, key: $2) }
    let share = pictureShare(fields, key: key)
    let cache = optional(fields, "cache", prefix: "\(key).") { $0.text($1, key: $2) }
    let shorter = optional(fields, "shorter_side", prefix: "\(key).") {
      $0.integer($1, key: $2, in: 32...8192)
    }
    guard let folder else { return nil }
    return .init(folder: folder, share: share, cache: cache, shorterSide: shorter)
  }

  private mutating func scenes(
    _ node: Node, key: String
  ) -> TrainingConfiguration.Data.Scenes? {
    guard let fields = mapping(node, key: key, allowed: ["share", "count", "size", "cache"]) else {
      return nil
    }
    let share = pictureShare(fields, key: key)
    let count = optional(fields, "count", prefix: "\(key).") {
      $0.integer($1, key: $2, in: 1...1_000_000)
    }
    let size = optional(fields, "size", prefix: "\(key).") {
      $0.integer($1, key: $2, in: 32...4096)
    }
    let cache = optional(fields, "cache", prefix: "\(key).") { $0.text($1, key: $2) }
    let made = TrainingConfiguration.Data.Scenes(
      share: share, count: count ?? 1000, size: size ?? 256, cache: cache)
    let bytes = 3 * made.count * made.size * made.size
    if bytes > Self.mostSceneBytes {
      report(
        node, key,
        "asks for \(bytes >> 20) MB of pictures; up to \(Self.mostSceneBytes >> 20) MB are rendered"
      )
    }
    return made
  }

  /// Shares are relative to each other.
  private mutating func pictureShare(_ fields: [String: Node], key: String) -> Double {
    optional(fields, "share", prefix: "\(key).") { $0.number($1, key: $2, in: 0...1e6) } ?? 1
  }

  mutating func augmentation(_ node: Node, key: String) -> Augmentation? {
    let allowed = ["area", "whole_share", "mirrored_share", "least_spread"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let usual = Augmentation()
    let area = optional(fields, "area", prefix: prefix) { $0.area($1, key: $2) }
    let whole = optional(fields, "whole_share", prefix: prefix) {
      $0.number($1, key: $2, in: 0...1)
    }
    let mirrored = optional(fields, "mirrored_share", prefix: prefix) {
      $0.number($1, key: $2, in: 0...1)
    }
    let spread = optional(fields, "least_spread", prefix: prefix) {
      $0.number($1, key: $2, in: 0...0.5)
    }
    return Augmentation(
      area: area ?? usual.area, wholeShare: whole ?? usual.wholeShare,
      mirroredShare: mirrored ?? usual.mirroredShare,
      colorTest: spread.map { .spread(atLeast: $0) } ?? usual.colorTest)
  }

  /// The least and the greatest part of a picture.
  private mutating func area(_ node: Node, key: String) -> ClosedRange<Double>? {
    pair(node, key: key, example: "the least and the greatest area, such as [0.25, 1]") {
      $0.number($1, key: $2, in: 0.001...1)
    }.map { $0.first...$0.second }
  }

  mutating func validation(_ node: Node, key: String) -> TrainingConfiguration.Validation? {
    let allowed = ["folder", "scenes", "pictures", "points", "size", "every"]
    guard let fields = mapping(node, key: key, allowed: allowed) else { return nil }
    let prefix = "\(key)."
    let folder = optional(fields, "folder", prefix: prefix) { $0.text($1, key: $2) }
    let scenes = optional(fields, "scenes", prefix: prefix) {
      $0.integer($1, key: $2, in: 1...10_000)
    }
    var made: TrainingConfiguration.Validation
    switch (folder, scenes) {
    case (let folder?, nil): made = .init(source: .folder(folder))
    case (nil, let scenes?): made = .init(source: .scenes, pictures: scenes)
    default:
      report(node, key, "should name either a folder or a number of scenes")
      return nil
    }
    if let pictures = fields["pictures"], scenes != nil {
      report(pictures, prefix + "pictures", "is for a folder; 'scenes' is a number itself")
    }
    let counts = [
      optional(fields, "pictures", prefix: prefix) { $0.integer($1, key: $2, in: 1...100_000) },
      optional(fields, "size", prefix: prefix) { $0.side($1, key: $2) },
      optional(fields, "every", prefix: prefix) { $0.integer($1, key: $2, in: 1...Int.max) },
    ]
    made.pictures = counts[0] ?? made.pictures
    made.size = counts[1] ?? made.size
    made.every = counts[2] ?? made.every
    if let points = optional(
      fields, "points", prefix: prefix, { $0.pointCounts($1, key: $2) })
    {
      made.points = points
      // Patches are 7 by 7; more than this never fit.
      let most = (made.size / 7) * (made.size / 7)
      if let asked = points.last, asked > most, let node = fields["points"] {
        report(node, prefix + "points", "\(asked) points do not fit into size \(made.size)")
      }
    }
    return made
  }
}
