import SeededChance

extension SplitMix64 {
  /// Chance for one purpose of a study: it depends on what it is for, never on the order of execution.
  init(seed: UInt64, purpose: String...) {
    self.init(seed: Self.seed(hashing: ([String(seed)] + purpose).joined(separator: "\u{0}")))
  }
}
