import PerceptualStudy

/// An answer is stored, for good.
struct AnswerReply: Encodable, Sendable {
  let position: Int
  /// The next trial; nil after the last.
  let next: Int?
  /// Where the fake was; in practice only.
  let fake: NamedFake?
}
