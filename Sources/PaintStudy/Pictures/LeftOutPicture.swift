/// A picture of a folder that a study cannot use.
public struct LeftOutPicture: Sendable, Equatable {
  /// The file's name.
  public let name: String
  /// Why.
  public let reason: String
}
