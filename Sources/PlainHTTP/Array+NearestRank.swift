extension [Double] {
  /// A quantile of ascending numbers by nearest rank; nil of none.
  ///
  /// - Parameter share: 0…1.
  public func nearestRank(_ share: Double) -> Double? {
    guard !isEmpty else { return nil }
    let rank = Int((share * Double(count)).rounded(.up))
    return self[Swift.min(Swift.max(rank, 1), count) - 1]
  }
}
