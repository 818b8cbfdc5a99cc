/// Why a request got no answer.
public enum PlainHTTPError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The address is not `http://HOST:PORT`.
  case badAddress(String)
  /// The connection ended before the answer did.
  case closed
  /// No answer in time.
  case timeout
  /// The answer is longer than the caller takes.
  case tooLong

  /// The reason in words.
  public var description: String {
    switch self {
    case .badAddress(let address): "'\(address)' is not http://HOST:PORT"
    case .closed: "the connection was closed"
    case .timeout: "no answer in time"
    case .tooLong: "the answer is too long"
    }
  }
}
