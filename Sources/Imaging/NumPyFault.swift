/// What is wrong with a `.npy` file.
public enum NumPyFault: Error, Sendable, Equatable {
  /// It does not begin with the NumPy signature.
  case signature
  /// Its format version is neither 1.0 nor 2.0.
  case version(major: UInt8, minor: UInt8)
  /// Its header is cut short or is not the dictionary that the format prescribes.
  case header
  /// Its numbers are not little-endian 32-bit or 64-bit floats; `type` is what the header says.
  case elementType(String)
  /// Its numbers are in Fortran (column-major) order.
  case fortranOrder
  /// Its shape has more numbers than a file can hold.
  case shape([Int])
  /// Its header and its length disagree, in bytes of data.
  case length(expected: Int, found: Int)
}
