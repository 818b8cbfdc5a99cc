/// What a simulated judge sends and reads; the page's own, seen from outside.
struct EnterBody: Encodable, Sendable {
  let tab: String
}
