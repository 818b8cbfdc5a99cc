/// What is wrong with one tensor of a file.
public enum TensorFault: Error, Sendable, Equatable {
  /// More axes than ``WeightTensor/maximumRank``.
  case rank(Int)
  /// A shape with a negative length.
  case negativeLength([Int])
  /// A shape of more numbers than can be counted.
  case tooLarge([Int])
  /// More or fewer numbers than the shape asks for.
  case count(expected: Int, found: Int)
  /// More or fewer bytes than the shape asks for.
  case byteCount(expected: Int, found: Int)
  /// An element type that is not read.
  case elementType(String)
  /// A field of a safetensors header that is missing, unknown or of the wrong kind.
  case field(String)
  /// Bytes that end before they begin.
  case offsets(begin: Int, end: Int)
  /// Bytes that overlap those of the tensor before, or leave a hole behind them.
  case gap(expected: Int, found: Int)
  /// Bytes behind the end of the file.
  case beyondEnd(end: Int, available: Int)
  /// Elements outside of the storage, or a storage that is itself a part outside of another.
  case outsideStorage(count: Int)
  /// Not one stride an axis, or a negative one or an offset that is.
  case strides([Int])
  /// Numbers that share their place in the file, in all more than the file's size allows.
  case expands(limit: Int)
}
