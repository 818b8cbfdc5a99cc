import SeededChance
import SimulatedUsers
import Testing

@Suite struct SplitMix64Tests {
  /// The published sequence of `splitmix64.c` from 1234567.
  @Test func drawsThePublishedSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    let drawn = (0..<5).map { _ in generator.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  /// Golden values: an independent implementation over Python's integers.
  @Test func drawsTheGoldenSequenceBelowABound() {
    var generator = SplitMix64(seed: 7)
    let drawn = (0..<4).map { _ in generator.next(below: 3 << 62) }
    #expect(
      drawn == [
        5_393_317_200_669_280_865, 12_462_076_310_111_707_009, 8_064_874_446_226_104_152,
        6_259_559_884_125_542_755,
      ])
  }

  @Test func favoursNoNumber() {
    // Without rejection, one residue of three would come up half of the time below 3·2⁶².
    var generator = SplitMix64(seed: 1)
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[Int(generator.next(below: 3 << 62) % 3)] += 1 }
    for count in counts { #expect(abs(count - 10_000) < 400) }
  }

  @Test func coversSmallRanges() {
    var generator = SplitMix64(seed: 2)
    #expect((0..<100).allSatisfy { _ in generator.next(below: 1) == 0 })
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<6000 { counts[Int(generator.next(below: 6))] += 1 }
    for count in counts { #expect(abs(count - 1000) < 120) }
  }
}
