import Files

/// Answers from elsewhere, and what was left out of them.
public struct ImportedAnswers: Sendable, Equatable {
  /// Something that was left out, with the reason.
  public struct Dropped: Sendable, Equatable {
    /// Where it stood: a row, a judge or a file.
    public let place: String
    /// Why it is not used.
    public let reason: String
  }

  /// The answers, in the order of the source.
  public internal(set) var judgements: [Judgement] = []
  /// What was left out, in the order of the source.
  public internal(set) var dropped: [Dropped] = []
  /// What else a person should know.
  public internal(set) var notes: [String] = []

  /// Trials without an answer; they stay, as missing.
  public var missing: Int { judgements.count { $0.answer == nil } }
  /// Judges.
  public var judges: Int { Set(judgements.map { ExactName($0.judge) }).count }
}
