/// Why a file that begins like safetensors is none.
public enum SafeTensorsFault: Error, Sendable, Equatable {
  /// The header's length is more than is read, or more than the file has.
  case headerLength(UInt64, available: Int)
  /// The header is not the JSON it should be.
  case header(JSONFault)
  /// `__metadata__` is not an object of strings.
  case metadata
  /// Bytes behind the last tensor's.
  case trailing(byteCount: Int)
}
