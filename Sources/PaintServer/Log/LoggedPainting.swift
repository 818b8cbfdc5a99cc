/// One picture of a session.
public struct LoggedPainting: Sendable, Equatable, Identifiable {
  /// Its number in the log.
  public let id: Int64
  /// Whose it is.
  public let session: Int64
  /// What the page calls it by: random letters.
  public let token: String
  /// The place among the session's pictures, from 1.
  public let position: Int
  /// The policy's name of the picture; `upload` for one that the painter brought.
  public let key: String
  /// What people call it.
  public let title: String
  /// SHA-256 of an uploaded file in hexadecimal; empty for a picture that the policy offers.
  public let sha256: String
  /// How colours are chosen.
  public let arm: PaintingArm
  /// Time to paint it, in seconds; nil for as long as one likes.
  public let seconds: Int?
  /// Whether it is painted to learn how it is done.
  public let isTraining: Bool
  /// When it was shown first, in seconds since 1970; nil before.
  public let openedAt: Double?
  /// When it was finished, in seconds since 1970; nil before, and where painting is free.
  public let finishedAt: Double?

  /// The key of pictures that painters bring.
  public static let uploadKey = "upload"
}
