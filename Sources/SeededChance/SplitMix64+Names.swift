/// Chance for a study, and what it is drawn into.
extension SplitMix64 {
  /// Starts from what a study's seed and some names say: other names, other numbers, in any order
  /// of execution.
  public init(seed: UInt64, _ names: String...) {
    let text = ([String(seed)] + names).joined(separator: "\u{0}")
    self.init(seed: Self.seed(hashing: text))
  }

  /// A whole number in a range, each equally likely.
  public mutating func next(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next(below: UInt64(range.count)))
  }
}

extension Array {
  /// The elements in an order that the generator decides: Fisher and Yates.
  public func shuffled(by chance: inout SplitMix64) -> [Element] {
    var result = self
    guard count > 1 else { return result }
    for index in stride(from: count - 1, to: 0, by: -1) {
      result.swapAt(index, chance.next(in: 0...index))
    }
    return result
  }
}
