extension Metric {
  /// The share of pixels whose true ab lies within 10 units of a suggested colour.
  public static let palette10 = palette(within: 10)

  /// The share of pixels whose true ab lies within 20 units of a suggested colour.
  public static let palette20 = palette(within: 20)

  private static func palette(within radius: Int) -> Metric {
    Metric(
      name: "palette_\(radius)", column: "palette_\(radius)_share", unit: "",
      label: "true colours within \(radius) units of a suggestion", display: .share,
      higherIsBetter: true, version: 1,
      description:
        "Share of sampled pixels whose true ab lies within \(radius) CIELAB units of one "
        + "of the nine suggested colours; for methods that suggest.",
      judgesSuggestions: true
    ) { pair in
      guard let distances = pair.suggestionDistances, !distances.isEmpty else { return nil }
      return Double(distances.count { $0 <= Double(radius) }) / Double(distances.count)
    }
  }
}
