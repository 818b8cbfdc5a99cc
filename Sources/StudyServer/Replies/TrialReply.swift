/// A trial as the page may know it.
struct TrialReply: Encodable, Sendable {
  let position: Int
  let isPractice: Bool
  let trial: String
  /// Names of the pictures under `/stimulus/`, for this session only.
  let first: String
  let second: String
}
