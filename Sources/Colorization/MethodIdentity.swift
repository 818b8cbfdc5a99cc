/// Which method, in which version, with which weights: results with equal identities are the same.
public struct MethodIdentity: Sendable, Hashable, Codable {
  /// The name on the command line and in tables, such as `levin2004-ab`.
  public let name: String
  /// Raised whenever a result may change.
  public let version: Int
  /// SHA-256 of the weights file, for methods that have one.
  public let weights: String?
  /// The numbers that it computes with where those are not float32, such as `bf16`: they change
  /// results.
  public let precision: String?

  /// Names a method.
  public init(
    name: String, version: Int, weights: String? = nil, precision: String? = nil
  ) {
    self.name = name
    self.version = version
    self.weights = weights
    self.precision = precision
  }

  /// The identity as one word: `levin2004-ab@1`, with `+` and the weights' hash where there are any,
  /// and the precision where it is not float32.
  public var key: String {
    (["\(name)@\(version)"] + [weights, precision].compactMap(\.self)).joined(separator: "+")
  }
}
