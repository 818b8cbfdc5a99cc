/// One field of a protocol buffers message.
struct ProtobufField {
  let number: Int
  let value: Value

  enum Value {
    case integer(UInt64)
    case fixed32(ByteView)
    case fixed64(ByteView)
    /// A text, a message or packed numbers.
    case bytes(ByteView)
    /// A group, whose fields are skipped.
    case group
  }

  func bytes() throws(CaffeFault) -> ByteView {
    guard case .bytes(let bytes) = value else { throw .kind(field: number) }
    return bytes
  }

  func text() throws(CaffeFault) -> String {
    guard let text = try bytes().text else { throw .text(field: number) }
    return text
  }

  func integer() throws(CaffeFault) -> Int {
    guard case .integer(let value) = value else { throw .kind(field: number) }
    return Int(truncatingIfNeeded: value)
  }

  /// The integers of a repeated field, packed or not.
  func integers() throws(CaffeFault) -> [Int] {
    guard case .bytes(let bytes) = value else { return [try integer()] }
    var reader = ProtobufReader(bytes)
    var integers: [Int] = []
    // One more than any shape has is enough to refuse it.
    while !reader.isAtEnd, integers.count <= WeightTensor.maximumRank {
      integers.append(Int(truncatingIfNeeded: try reader.integer()))
    }
    return integers
  }

  /// The floating point numbers of a repeated field, packed or not, as bytes.
  func numbers(_ type: ElementType) throws(CaffeFault) -> ByteView {
    switch (value, type) {
    case (.fixed32(let bytes), .float32), (.fixed64(let bytes), .float64): return bytes
    case (.bytes(let bytes), _) where bytes.count.isMultiple(of: type.byteCount): return bytes
    default: throw .kind(field: number)
    }
  }
}
