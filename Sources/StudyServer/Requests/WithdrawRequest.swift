import WebService

/// The judge takes back all answers.
struct WithdrawRequest: PlausibleRequest {
  let code: String
  var isPlausible: Bool { code.utf8.count <= 64 }
}
