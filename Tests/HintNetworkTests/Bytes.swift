/// The bytes of an integer, lowest first.
func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The bytes of 32-bit floating point numbers, as every processor we run on keeps them.
func floatBytes(_ values: [Float]) -> [UInt8] {
  values.withUnsafeBytes { Array($0) }
}
