/// A SplitMix64 stream of numbers, the one source of chance in a picture.
struct Random {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A stream for one of many numbered things, the same whatever else is drawn.
  init(seed: UInt64, index: Int) {
    self.init(seed: Random.scrambled(seed ^ Random.scrambled(UInt64(bitPattern: Int64(index)))))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Random.scrambled(state)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Float {
    Float(next() >> 40) / Float(1 << 24)
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

  static func scrambled(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
