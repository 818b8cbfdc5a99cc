import SeededChance

extension SplitMix64 {
  /// The numbers of one thing among many: they depend on the seed and its names, not on what other
  /// things there are.
  init(seed: UInt64, names: String...) {
    var state = seed
    // Scrambled in turn, so that ("ab", "c") is not ("a", "bc").
    for name in names { state = Self.scrambled(state ^ Self.hash(of: name)) }
    self.init(seed: state)
  }
}
