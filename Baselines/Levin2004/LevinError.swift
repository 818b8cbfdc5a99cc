/// What can go wrong in a solve.
public enum LevinError: Error, Sendable, Equatable {
  /// SuperLU could not get memory.
  case outOfMemory
  /// The hints leave part of the picture undetermined in double precision.
  case undetermined

  /// The error in prose.
  public var message: String {
    switch self {
    case .outOfMemory: "not enough memory for the Levin solve; use a smaller --size"
    case .undetermined:
      "the Levin system has no unique solution for these hints; is a hint inside the picture?"
    }
  }
}
