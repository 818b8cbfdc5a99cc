extension Collection where Element == Double {
  /// The middle value, or the mean of the two in the middle; nil where there is none.
  var median: Double? {
    guard !isEmpty else { return nil }
    let ordered = sorted()
    let middle = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
  }

  /// The mean; nil where there is no value.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

  /// The value that a share of them is below, between neighbours by proportion: type 7 of Hyndman
  /// and Fan 1996, https://doi.org/10.1080/00031305.1996.10473566. Nil where there is none.
  func quantile(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let ordered = sorted()
    let place = share * Double(ordered.count - 1)
    let below = Int(place)
    let above = Swift.min(below + 1, ordered.count - 1)
    return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
  }
}
