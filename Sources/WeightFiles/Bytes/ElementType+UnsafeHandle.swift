/// Conversions of stored numbers; all pointer work on numbers is here.
extension ElementType {
  /// The numbers of a tensor whose elements lie one behind the other.
  ///
  /// - Parameters:
  ///   - bytes: exactly `count` elements, unaligned.
  func values(_ bytes: ByteView, count: Int) -> [Float] {
    precondition(bytes.count == count * byteCount, "the bytes are the elements")
    guard self != .float32 else {
      return [Float](unsafeUninitializedCapacity: count) { target, written in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: bytes.buffer)
        written = count
      }
    }
    return convert(bytes) { load in
      [Float](unsafeUninitializedCapacity: count) { target, written in
        for index in 0..<count { target[index] = load(index) }
        written = count
      }
    }
  }

  /// The numbers of a tensor whose elements lie apart, in row-major order.
  ///
  /// - Parameters:
  ///   - bytes: a storage of elements of this type.
  ///   - offset: the first element; every element that shape and strides reach is in the storage.
  func values(
    _ bytes: ByteView, offset: Int, shape: [Int], strides: [Int], count: Int
  ) -> [Float] {
    convert(bytes) { load in
      var place = [Int](repeating: 0, count: shape.count)
      var element = offset
      return [Float](unsafeUninitializedCapacity: count) { target, written in
        for index in 0..<count {
          target[index] = load(element)
          var axis = shape.count - 1
          while axis >= 0 {
            place[axis] += 1
            element &+= strides[axis]
            if place[axis] < shape[axis] { break }
            element &-= strides[axis] &* shape[axis]
            place[axis] = 0
            axis -= 1
          }
        }
        written = count
      }
    }
  }

  /// Runs `body` with the function that gives an element's value.
  @inline(__always)
  private func convert(_ bytes: ByteView, _ body: ((Int) -> Float) -> [Float]) -> [Float] {
    let buffer = bytes.buffer
    switch self {
    case .float64:
      return body { Float(Double(bitPattern: Self.load(buffer, $0))) }
    case .float32:
      return body { Float(bitPattern: Self.load(buffer, $0)) }
    case .float16:
      return body { Self.widened(half: Self.load(buffer, $0)) }
    case .bfloat16:
      return body { Float(bitPattern: UInt32(Self.load(buffer, $0) as UInt16) << 16) }
    case .int64:
      return body { Float(Self.load(buffer, $0) as Int64) }
    case .int32:
      return body { Float(Self.load(buffer, $0) as Int32) }
    case .int16:
      return body { Float(Self.load(buffer, $0) as Int16) }
    case .int8:
      return body { Float(Self.load(buffer, $0) as Int8) }
    case .uint8:
      return body { Float(Self.load(buffer, $0) as UInt8) }
    case .bool:
      return body { Self.load(buffer, $0) as UInt8 == 0 ? 0 : 1 }
    }
  }

  @inline(__always)
  private static func load<Bits: FixedWidthInteger>(
    _ buffer: UnsafeRawBufferPointer, _ index: Int
  ) -> Bits {
    let size = MemoryLayout<Bits>.size
    return Bits(littleEndian: buffer.loadUnaligned(fromByteOffset: index &* size, as: Bits.self))
  }

  /// The exact value of a binary16 number, in steps that the compiler can do for many at once.
  @inline(__always)
  private static func widened(half: UInt16) -> Float {
    let magnitude = UInt32(half & 0x7FFF)
    let sign = UInt32(half & 0x8000) << 16
    // The exponents' biases are 15 and 127; multiplying also sets subnormal numbers right.
    let scaled = Float(bitPattern: magnitude << 13) * Float(bitPattern: (254 - 15) << 23)
    let special: UInt32 = magnitude >= 0x7C00 ? 0x7F80_0000 : 0
    return Float(bitPattern: scaled.bitPattern | sign | special)
  }
}

extension [Float] {
  /// The index of the first number that is infinite or not a number.
  var firstNotFinite: Int? {
    let largest = withUnsafeBufferPointer { numbers in
      numbers.reduce(into: UInt32(0)) { largest, number in
        largest = Swift.max(largest, number.bitPattern & 0x7FFF_FFFF)
      }
    }
    return largest < 0x7F80_0000 ? nil : firstIndex { !$0.isFinite }
  }
}
