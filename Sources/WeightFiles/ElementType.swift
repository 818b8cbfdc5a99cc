/// How the numbers of a tensor are stored in a file; the raw value is the safetensors name.
public enum ElementType: String, Sendable, CaseIterable {
  /// 64-bit floating point.
  case float64 = "F64"
  /// 32-bit floating point.
  case float32 = "F32"
  /// IEEE 754 binary16.
  case float16 = "F16"
  /// The upper half of a 32-bit floating point number.
  case bfloat16 = "BF16"
  /// 64-bit signed integer.
  case int64 = "I64"
  /// 32-bit signed integer.
  case int32 = "I32"
  /// 16-bit signed integer.
  case int16 = "I16"
  /// 8-bit signed integer.
  case int8 = "I8"
  /// 8-bit unsigned integer.
  case uint8 = "U8"
  /// One byte, 0 or 1; a reader takes every byte but 0 for true.
  case bool = "BOOL"

  /// The bytes one number takes.
  public var byteCount: Int {
    switch self {
    case .float64, .int64: 8
    case .float32, .int32: 4
    case .float16, .bfloat16, .int16: 2
    case .int8, .uint8, .bool: 1
    }
  }
}
