import WebService

/// A remark at the end.
struct CommentRequest: PlausibleRequest {
  let tab: String
  let text: String
  var isPlausible: Bool { RandomToken.isToken(tab) && text.utf8.count <= 4000 }
}
