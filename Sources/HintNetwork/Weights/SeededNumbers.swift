import Foundation

/// Numbers by chance for weights: SplitMix64 (Steele, Lea and Flood 2014,
/// https://doi.org/10.1145/2660193.2660195).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Numbers for one array of weights: they depend on its name, not on what other arrays there are.
  init(seed: UInt64, name: String) {
    // FNV-1a of the name.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    self.init(seed: seed ^ hash)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in 0..<1, in steps of 2⁻²⁴.
  mutating func uniform() -> Float { Float(next() >> 40) / Float(1 << 24) }

  /// Two normal numbers of mean 0 and variance 1 (Box and Muller 1958).
  mutating func normalPair() -> (Float, Float) {
    // 1 − u keeps the logarithm's argument from being 0.
    let radius = (-2 * log(1 - Double(next() >> 11) * 0x1p-53)).squareRoot()
    let angle = 2 * Double.pi * Double(next() >> 11) * 0x1p-53
    return (Float(radius * cos(angle)), Float(radius * sin(angle)))
  }
}
