import WebService

/// The page is open still.
struct AliveRequest: PlausibleRequest {
  let tab: String
  var isPlausible: Bool { RandomToken.isToken(tab) }
}
