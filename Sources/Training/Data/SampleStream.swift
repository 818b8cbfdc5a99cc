import SeededChance
import SimulatedUsers

/// The independent sources of chance of one sample: what uses more of one changes nothing in another,
/// so that all networks see the same pictures.
enum SampleStream: UInt64 {
  /// Which picture, which square of it, mirrored or not.
  case picture = 1
  /// What is revealed.
  case hints

  /// The stream for a sample's number: seed, number and purpose, each scrambled in turn.
  func generator(seed: UInt64, sample: Int) -> SplitMix64 {
    var state = seed
    for part in [UInt64(sample), rawValue] {
      var scrambler = SplitMix64(seed: state)
      state = scrambler.next() ^ part
    }
    var scrambler = SplitMix64(seed: state)
    return SplitMix64(seed: scrambler.next())
  }
}
