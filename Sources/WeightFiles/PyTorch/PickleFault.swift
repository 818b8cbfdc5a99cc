/// Why a pickle is not one of a state dictionary; offsets count from the pickle's start.
public enum PickleFault: Error, Sendable, Equatable {
  /// The pickle asks Python to fetch or call something a state dictionary has no use for.
  case forbidden(name: String)
  /// An operation that state dictionaries have no use for, or that there is none of.
  case operation(code: UInt8, offset: Int)
  /// The pickle goes on behind its end.
  case truncated
  /// A protocol newer than 5.
  case protocolVersion(UInt8)
  /// An operation that finds too few values, or values of the wrong kind.
  case operands(code: UInt8, offset: Int)
  /// A value that is fetched and was never kept.
  case memo(offset: Int)
  /// A text that is not UTF-8.
  case text(offset: Int)
  /// A permitted function with arguments that it does not take.
  case arguments(function: String)
  /// More of something than is needed by any network.
  case limit(PickleLimit)
  /// A container that holds itself.
  case cycle
}
