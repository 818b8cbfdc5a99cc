/// The page is open still.
struct AliveRequest: JudgeRequest {
  let tab: String
  var isPlausible: Bool { RandomToken.isToken(tab) }
}
