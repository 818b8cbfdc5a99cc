/// The judge takes back all answers.
struct WithdrawRequest: JudgeRequest {
  let code: String
  var isPlausible: Bool { code.utf8.count <= 64 }
}
