import Painting
import WebService

/// The page wants to see a state.
struct PaintRequest: PlausibleRequest {
  /// The page's own count, given back.
  let version: Int
  /// What is wished.
  let state: PaintingState
  /// The place to suggest colours for.
  let selected: Place?

  var isPlausible: Bool { version >= 0 && state.isPlausible }
}

/// The page wants something made of a state.
struct StateRequest: PlausibleRequest {
  let state: PaintingState

  var isPlausible: Bool { state.isPlausible }
}

extension PaintingState {
  /// Whether it is worth a closer look.
  var isPlausible: Bool {
    method.utf8.count <= 64 && (global.histogram?.count ?? 0) <= 1000
  }
}
