import PaintServer

/// A picture to be painted by one subject in a given time.
public struct PaintTask: Codable, Sendable, Equatable {
  /// The place in the subject's sequence, from 1, over both kinds.
  public let position: Int
  /// What it is for.
  public let kind: PaintTaskKind
  /// The image's file stem.
  public let image: String
  /// What colours are chosen with.
  public let arm: PaintingArm
  /// How long, in seconds.
  public let seconds: Int

  /// Makes a task.
  public init(position: Int, kind: PaintTaskKind, image: String, arm: PaintingArm, seconds: Int) {
    self.position = position
    self.kind = kind
    self.image = image
    self.arm = arm
    self.seconds = seconds
  }
}
