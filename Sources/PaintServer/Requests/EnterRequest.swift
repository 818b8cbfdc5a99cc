import WebService

/// The page has opened.
struct EnterRequest: PlausibleRequest {
  /// What the address said after `?subject=`.
  let subject: String?

  var isPlausible: Bool { (subject?.utf8.count ?? 0) <= 64 }
}
