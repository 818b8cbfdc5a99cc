import Foundation

extension ElementType {
  /// Finite numbers as this type stores them, little-endian.
  func encoded(_ values: [Float]) throws(NumberFault) -> Data {
    switch self {
    case .float64: try bits(values) { Double($0).bitPattern }
    case .float32: try bits(values) { $0.bitPattern }
    case .float16: try bits(values) { Self.half($0) }
    case .bfloat16: try bits(values) { Self.upperHalf($0) }
    case .int64: try bits(values) { Int64(exactly: $0) }
    case .int32: try bits(values) { Int32(exactly: $0) }
    case .int16: try bits(values) { Int16(exactly: $0) }
    case .int8: try bits(values) { Int8(exactly: $0) }
    case .uint8: try bits(values) { UInt8(exactly: $0) }
    case .bool: try bits(values) { $0 == 0 || $0 == 1 ? UInt8($0) : nil }
    }
  }

  @inline(__always)
  private func bits<Bits: FixedWidthInteger>(
    _ values: [Float], _ convert: (Float) -> Bits?
  ) throws(NumberFault) -> Data {
    var failed: Int?
    let bits = [Bits](unsafeUninitializedCapacity: values.count) { target, written in
      for (index, value) in values.enumerated() {
        let converted = convert(value)
        if converted == nil, failed == nil { failed = index }
        target[index] = (converted ?? 0).littleEndian
      }
      written = values.count
    }
    if let failed { throw NumberFault(index: failed) }
    return bits.withUnsafeBytes { Data($0) }
  }

  /// The nearest binary16 number; nil beyond the largest.
  @inline(__always)
  private static func half(_ value: Float) -> UInt16? {
    let half = Float16(value)
    return half.isFinite ? half.bitPattern : nil
  }

  /// The nearest bfloat16 number, ties to even; nil beyond the largest.
  @inline(__always)
  private static func upperHalf(_ value: Float) -> UInt16? {
    let bits = value.bitPattern
    let rounded = UInt16(truncatingIfNeeded: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
    return rounded & 0x7FFF < 0x7F80 ? rounded : nil
  }
}
