import WebService

/// How a recruiting site names a person. Kept as a salted hash only.
struct WorkerReference: PlausibleRequest {
  /// The site.
  enum Source: String, Decodable, Sendable {
    case prolific
    case mturk
  }

  /// The site.
  let source: Source
  /// The person's name there.
  let id: String

  var isPlausible: Bool { (1...128).contains(id.utf8.count) }
}
