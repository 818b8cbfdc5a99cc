import Painting

/// A wish to see a state.
struct PaintBody: Encodable {
  let version: Int
  let state: PaintingState
  let selected: Place?
}
