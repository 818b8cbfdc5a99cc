/// A key of a dictionary in a pickle, and its value.
struct PickleEntry {
  let key: PickleValue
  let value: PickleValue
}
