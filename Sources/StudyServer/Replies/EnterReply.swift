/// Where a judge stands.
struct EnterReply: Encodable, Sendable {
  enum State: String, Encodable, Sendable {
    case new
    case underWay = "under_way"
    case complete
  }

  let state: State
  let study: StudyReply
  /// The trials that are left.
  let trials: [TrialReply]
}
