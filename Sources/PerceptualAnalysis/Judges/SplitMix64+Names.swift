import SeededChance

extension SplitMix64 {
  /// The numbers of one thing among many: they depend on the seed and its names, not on what other
  /// things there are.
  init(seed: UInt64, names: String...) {
    var state = seed
    for name in names {
      // FNV-1a of the name, scrambled in turn, so that ("ab", "c") is not ("a", "bc").
      let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      }
      state = Self.scrambled(state ^ hash)
    }
    self.init(seed: state)
  }
}
