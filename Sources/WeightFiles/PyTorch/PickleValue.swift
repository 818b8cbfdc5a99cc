/// What can lie on the stack of a pickle machine.
///
/// Values are not nested: containers are handles into the machine's nodes, as they are references
/// in Python, so that no value of a hostile file can be too deep or hold itself.
enum PickleValue {
  case null
  case boolean(Bool)
  case integer(Int)
  /// An integer of more than 64 bits: two's complement, little-endian.
  case longInteger([UInt8])
  case float(Double)
  case string(String)
  case global(PickleGlobal)
  /// An index of the machine's nodes.
  case node(Int)
}
