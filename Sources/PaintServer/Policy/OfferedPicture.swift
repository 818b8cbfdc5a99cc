/// A picture that a policy offers to a session.
public struct OfferedPicture: Sendable {
  /// A name of its own within the policy, kept in the log; never sent to a page.
  public var key: String
  /// What the page calls it.
  public var title: String
  /// Where its file is; only grey pictures made from it leave the server.
  public var path: String
  /// How colours are chosen.
  public var arm: PaintingArm
  /// Time to paint it, in seconds; nil for as long as one likes.
  public var seconds: Int?
  /// Whether it is painted to learn how it is done.
  public var isTraining: Bool

  /// Offers a picture; by default with all means and without haste.
  public init(
    key: String, title: String, path: String, arm: PaintingArm = .full, seconds: Int? = nil,
    isTraining: Bool = false
  ) {
    self.key = key
    self.title = title
    self.path = path
    self.arm = arm
    self.seconds = seconds
    self.isTraining = isTraining
  }
}
