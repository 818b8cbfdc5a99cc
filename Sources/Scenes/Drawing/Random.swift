import SeededChance

/// A stream of numbers, the one source of chance in a picture.
struct Random {
  private var numbers: SplitMix64

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
  }

  /// A stream for one of many numbered things, the same whatever else is drawn.
  init(seed: UInt64, index: Int) {
    self.init(
      seed: SplitMix64.scrambled(seed ^ SplitMix64.scrambled(UInt64(bitPattern: Int64(index)))))
  }

  mutating func next() -> UInt64 {
    numbers.next()
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Float {
    numbers.nextFloat()
  }

  mutating func float(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func chance(_ probability: Float) -> Bool {
    unit() < probability
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[int(0...choices.count - 1)]
  }

  /// A stream of its own, so that how much it is used changes nothing here.
  mutating func fork() -> Random {
    Random(seed: next())
  }
}
