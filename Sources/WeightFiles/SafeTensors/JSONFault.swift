/// Why a safetensors header is not the JSON it should be; offsets count from the header's start.
public enum JSONFault: Error, Sendable, Equatable {
  /// The header is not UTF-8.
  case encoding
  /// Something other than what JSON has there, or than a header may have.
  case syntax(offset: Int)
  /// Objects within objects beyond what a header needs.
  case depth(offset: Int)
  /// A key that an object has twice.
  case duplicateKey(String)
  /// A number that is not a non-negative integer of 63 bits.
  case number(offset: Int)
  /// A list longer than any shape.
  case longArray(offset: Int)
}
