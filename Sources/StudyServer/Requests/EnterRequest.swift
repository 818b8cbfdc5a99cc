import WebService

/// The page has opened.
struct EnterRequest: PlausibleRequest {
  /// The page's own token.
  let tab: String
  /// Whom a recruiting site sent; nil for a direct visit.
  let worker: WorkerReference?
  /// Whether to go on here though another tab is alive.
  let takeOver: Bool?

  var isPlausible: Bool { RandomToken.isToken(tab) && worker?.isPlausible ?? true }
}
