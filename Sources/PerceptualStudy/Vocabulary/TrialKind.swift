/// What a trial is for.
public enum TrialKind: String, Codable, Sendable, CaseIterable {
  /// With feedback, before the study proper; from pictures that the study proper does not show.
  case practice
  /// Counts towards the fooling rate.
  case main
  /// A vigilance trial: a fake that nobody who looks can miss. Shows who does not look.
  case vigilance
}
