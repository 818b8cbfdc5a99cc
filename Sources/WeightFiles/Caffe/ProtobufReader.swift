/// Reads the fields of a protocol buffers message one by one.
struct ProtobufReader {
  private static let maximumDepth = 64

  private let bytes: ByteView
  private var offset = 0

  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The next field; nil at the message's end.
  mutating func next() throws(CaffeFault) -> ProtobufField? {
    guard !isAtEnd else { return nil }
    let start = offset
    let (number, kind) = try tag()
    switch kind {
    case 3:
      try skipGroup(number, from: start)
      return ProtobufField(number: number, value: .group)
    case 4: throw .group(offset: start)
    default: return ProtobufField(number: number, value: try value(kind, from: start))
    }
  }

  /// The next bytes as an integer.
  mutating func integer() throws(CaffeFault) -> UInt64 {
    let start = offset
    var value: UInt64 = 0
    for place in 0..<10 {
      guard let byte = bytes.byte(at: offset) else { throw .truncated(offset: start) }
      offset += 1
      // The tenth byte has room for one bit.
      guard place < 9 || byte <= 1 else { throw .integer(offset: start) }
      value |= UInt64(byte & 0x7F) << UInt64(7 * place)
      if byte & 0x80 == 0 { return value }
    }
    throw .integer(offset: start)
  }

  private mutating func tag() throws(CaffeFault) -> (number: Int, kind: UInt64) {
    let start = offset
    let tag = try integer()
    guard tag >> 3 > 0, tag <= UInt64(UInt32.max) else { throw .field(offset: start) }
    return (Int(tag >> 3), tag & 7)
  }

  private mutating func value(
    _ kind: UInt64, from start: Int
  ) throws(CaffeFault) -> ProtobufField.Value {
    switch kind {
    case 0: return .integer(try integer())
    case 1: return .fixed64(try take(8, from: start))
    case 2:
      guard let length = Int(exactly: try integer()) else { throw .truncated(offset: start) }
      return .bytes(try take(length, from: start))
    case 5: return .fixed32(try take(4, from: start))
    default: throw .field(offset: start)
    }
  }

  private mutating func take(_ count: Int, from start: Int) throws(CaffeFault) -> ByteView {
    guard let slice = bytes.slice(offset, count) else { throw .truncated(offset: start) }
    offset += count
    return slice
  }

  private mutating func skipGroup(_ number: Int, from start: Int) throws(CaffeFault) {
    var open = [number]
    while let innermost = open.last {
      let place = offset
      guard !isAtEnd else { throw .group(offset: start) }
      let (number, kind) = try tag()
      switch kind {
      case 3:
        open.append(number)
        guard open.count <= Self.maximumDepth else { throw .depth(offset: place) }
      case 4:
        guard number == innermost else { throw .group(offset: place) }
        open.removeLast()
      default: _ = try value(kind, from: place)
      }
    }
  }
}
