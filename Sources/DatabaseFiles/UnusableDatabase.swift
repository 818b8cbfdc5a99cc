/// A database file that is there but cannot be used: another program's, of another layout, or broken.
public struct UnusableDatabase: Error, Sendable, Equatable {
  /// Why, in a few words, such as `it is another program's database`.
  public let reason: String

  /// A reason in a few words.
  public init(_ reason: String) { self.reason = reason }
}
