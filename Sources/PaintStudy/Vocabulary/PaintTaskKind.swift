/// What a picture is painted for.
public enum PaintTaskKind: String, Codable, Sendable, CaseIterable {
  /// To learn the interface, before the study proper; from pictures that it does not use.
  case training
  /// Counts.
  case main
}
