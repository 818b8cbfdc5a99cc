/// The part of the answer to `enter` that a simulated judge needs.
struct Entered: Decodable, Sendable {
  let study: Study

  struct Study: Decodable, Sendable {
    let consentHash: String
  }
}
