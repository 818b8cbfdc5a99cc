import Foundation
import SeededChance

/// Numbers by chance for weights.
extension SplitMix64 {
  /// Numbers for one array of weights: they depend on its name, not on what other arrays there are.
  init(seed: UInt64, name: String) {
    self.init(seed: seed ^ Self.hash(of: name))
  }

  /// Two normal numbers of mean 0 and variance 1 (Box and Muller 1958).
  mutating func nextNormalPair() -> (Float, Float) {
    // 1 − u keeps the logarithm's argument from being 0.
    let radius = (-2 * log(1 - nextUnit())).squareRoot()
    let angle = 2 * Double.pi * nextUnit()
    return (Float(radius * cos(angle)), Float(radius * sin(angle)))
  }
}
