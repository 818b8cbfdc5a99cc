/// One painter's visit.
public struct PaintingSession: Sendable, Equatable, Identifiable {
  /// Its number in the log.
  public let id: Int64
  /// Who paints, as the policy named them.
  public let subject: String
  /// What the address said after `?subject=`; nil for nothing.
  public let wish: String?
  /// When it began, in seconds since 1970.
  public let beganAt: Double
}
