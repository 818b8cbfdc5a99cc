/// What the closing page shows.
struct ClosingReply: Encodable, Sendable {
  let completionCode: String
  let withdrawalCode: String
  let debriefing: String
  /// Where to hand in the code; empty for a direct visit.
  let returnAddress: String
}
