/// A small generator whose numbers are part of the benchmark: they never change.
///
/// Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
/// https://doi.org/10.1145/2660193.2660195; the constants are those of Vigna's `splitmix64.c`.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed; every seed is good.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.scrambled(state)
  }

  /// The generator's mixing of 64 bits, in which every bit of the value reaches every bit.
  public static func scrambled(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in `0..<bound`, each equally likely.
  ///
  /// The high word of bits × bound, drawn again where the low word would favour some numbers:
  /// Lemire 2019, "Fast random integer generation in an interval",
  /// https://doi.org/10.1145/3230636. Stable for ever, unlike the standard library's own
  /// `next(upperBound:)`, which promises no particular numbers.
  ///
  /// - Parameter bound: at least 1.
  public mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "an empty range holds no number")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }
}
