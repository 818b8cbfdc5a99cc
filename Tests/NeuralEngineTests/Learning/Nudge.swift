/// One weight of a ``TwinGraph`` moved a little.
struct Nudge {
  let name: String
  let index: Int
  let distance: Float
}
