/// A tensor that a pickle describes.
struct TensorReference {
  let storage: StorageReference
  let offset: Int
  let shape: [Int]
  let strides: [Int]

  /// The tensor's numbers.
  ///
  /// - Parameters:
  ///   - bytes: the whole storage.
  ///   - limit: the most numbers it may have.
  func tensor(in bytes: ByteView, limit: Int) throws(TensorFault) -> WeightTensor {
    let type = storage.type
    let count = try WeightTensor.checkedCount(shape)
    guard strides.count == shape.count, strides.allSatisfy({ $0 >= 0 }), offset >= 0 else {
      throw .strides(strides)
    }
    let available = bytes.count / type.byteCount
    var first = offset
    var end = available
    if let part = storage.part {
      guard part.offset >= 0, part.count >= 0, part.offset <= available,
        part.count <= available - part.offset, offset <= part.count
      else { throw .outsideStorage(count: available) }
      first += part.offset
      end = part.offset + part.count
    }
    guard count > 0 else { return WeightTensor(shape: shape, values: [], stored: type) }
    guard count <= limit else { throw .expands(limit: limit) }
    var last = first
    for (length, stride) in zip(shape, strides) {
      let (step, overflow) = stride.multipliedReportingOverflow(by: length - 1)
      let (sum, carry) = last.addingReportingOverflow(step)
      guard !overflow, !carry else { throw .outsideStorage(count: available) }
      last = sum
    }
    guard last < end else { throw .outsideStorage(count: available) }
    let values: [Float]
    if isContiguous, let run = bytes.slice(first * type.byteCount, count * type.byteCount) {
      values = type.values(run, count: count)
    } else {
      values = type.values(bytes, offset: first, shape: shape, strides: strides, count: count)
    }
    return WeightTensor(shape: shape, values: values, stored: type)
  }

  /// Whether the numbers lie one behind the other in row-major order.
  private var isContiguous: Bool {
    var expected = 1
    for (length, stride) in zip(shape, strides).reversed() where length != 1 {
      guard stride == expected else { return false }
      expected *= length
    }
    return true
  }
}
