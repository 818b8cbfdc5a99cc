/// The trials of a session.
struct BegunBody: Decodable, Sendable {
  let trials: [Trial]

  struct Trial: Decodable, Sendable {
    let position: Int
    let trial: String
    let first: String
    let second: String
  }
}
