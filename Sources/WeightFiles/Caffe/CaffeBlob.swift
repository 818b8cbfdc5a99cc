/// One array of a layer: a `BlobProto` message.
struct CaffeBlob {
  private var shape: [Int]?
  /// num, channels, height and width of old models.
  private var axes: [Int?] = [nil, nil, nil, nil]
  private var singles: [ByteView] = []
  private var doubles: [ByteView] = []

  init(_ message: ByteView) throws(CaffeFault) {
    var reader = ProtobufReader(message)
    while let field = try reader.next() {
      switch field.number {
      case 1...4: axes[field.number - 1] = Int(Int32(truncatingIfNeeded: try field.integer()))
      case 5: singles.append(try field.numbers(.float32))
      case 7:
        var dimensions = ProtobufReader(try field.bytes())
        shape = shape ?? []
        while let field = try dimensions.next() {
          guard field.number == 1, (shape?.count ?? 0) <= WeightTensor.maximumRank else { continue }
          shape?.append(contentsOf: try field.integers())
        }
      case 8: doubles.append(try field.numbers(.float64))
      default: break
      }
    }
  }

  func tensor() throws(TensorFault) -> WeightTensor {
    let isOld = axes.contains { $0 != nil }
    let shape = shape ?? (isOld ? axes.map { $0 ?? 0 } : [])
    let count = try WeightTensor.checkedCount(shape)
    let single = singles.reduce(0) { $0 + $1.count } / ElementType.float32.byteCount
    let double = doubles.reduce(0) { $0 + $1.count } / ElementType.float64.byteCount
    guard single + double == count, single == 0 || double == 0 else {
      throw .count(expected: count, found: single + double)
    }
    let type: ElementType = double > 0 ? .float64 : .float32
    let parts = double > 0 ? doubles : singles
    if let part = parts.first, parts.count == 1 {
      return WeightTensor(shape: shape, values: type.values(part, count: count), stored: type)
    }
    var values: [Float] = []
    values.reserveCapacity(count)
    for part in parts { values += type.values(part, count: part.count / type.byteCount) }
    return WeightTensor(shape: shape, values: values, stored: type)
  }
}
