/// The trials of a judge who begins.
struct BeginReply: Encodable, Sendable {
  let trials: [TrialReply]
}
