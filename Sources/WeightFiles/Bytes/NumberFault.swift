/// The first of some numbers that an element type cannot hold.
struct NumberFault: Error {
  let index: Int
}
