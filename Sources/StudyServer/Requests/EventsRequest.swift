import WebService

/// What happened around the trials.
struct EventsRequest: PlausibleRequest {
  let tab: String
  let events: [Event]

  var isPlausible: Bool {
    RandomToken.isToken(tab) && events.count <= 50 && events.allSatisfy(\.isPlausible)
  }

  struct Event: PlausibleRequest {
    /// What happened.
    enum Kind: String, Decodable, Sendable {
      case hidden, visible, blur, focus, resize, resume, offline, online, retry
    }

    let kind: Kind
    /// Milliseconds since the page was opened.
    let at: Double
    /// The trial under way, 0 for none.
    let position: Int

    var isPlausible: Bool {
      (0...1e10).contains(at) && (0...100_000).contains(position)
    }
  }
}
