/// A picture that cannot be learned from.
public struct SkippedPicture: Sendable, Hashable {
  /// The file.
  public let path: String
  /// Why it cannot be used, in one line.
  public let reason: String

  /// Names a picture and its fault.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
