/// What the judge's page sends, and how far it is believed.
protocol JudgeRequest: Decodable, Sendable {
  /// Whether every value is in its range.
  var isPlausible: Bool { get }
}
