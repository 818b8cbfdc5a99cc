/// One tensor of a safetensors header.
struct SafeTensorsEntry {
  let name: String
  let type: ElementType
  let shape: [Int]
  /// The first byte, and the one behind the last, counted from the header's end.
  let begin, end: Int

  init(_ name: String, _ value: JSONValue) throws(TensorFault) {
    guard case .object(let fields) = value else { throw .field("dtype") }
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    for field in fields {
      switch (field.key, field.value) {
      case ("dtype", .string(let text)): type = text
      case ("shape", .array(let lengths)): shape = lengths
      case ("data_offsets", .array(let bounds)) where bounds.count == 2: offsets = bounds
      default: throw .field(field.key)
      }
    }
    guard let type else { throw .field("dtype") }
    guard let shape else { throw .field("shape") }
    guard let offsets else { throw .field("data_offsets") }
    guard let known = ElementType(rawValue: type) else { throw .elementType(type) }
    self.name = name
    self.type = known
    self.shape = shape
    (begin, end) = (offsets[0], offsets[1])
  }

  /// The tensor, whose bytes must begin where the one before it ends.
  func tensor(in data: ByteView, after position: Int) throws(TensorFault) -> WeightTensor {
    let count = try WeightTensor.checkedCount(shape)
    guard begin <= end else { throw .offsets(begin: begin, end: end) }
    guard begin == position else { throw .gap(expected: position, found: begin) }
    guard let bytes = data.slice(begin, end - begin) else {
      throw .beyondEnd(end: end, available: data.count)
    }
    guard bytes.count == count * type.byteCount else {
      throw .byteCount(expected: count * type.byteCount, found: bytes.count)
    }
    return WeightTensor(shape: shape, values: type.values(bytes, count: count), stored: type)
  }
}
