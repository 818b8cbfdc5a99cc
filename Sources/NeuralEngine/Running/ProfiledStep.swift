/// The time of one step of a network.
public struct ProfiledStep: Sendable {
  /// The layer it computes (part of).
  public let layer: String
  /// How.
  public let algorithm: String
  /// Multiplications and additions, computed as written; 0 where nothing is multiplied.
  public let operations: Double
  /// Wall-clock seconds.
  public let seconds: Double

  /// A row of a table.
  public init(layer: String, algorithm: String, operations: Double, seconds: Double) {
    self.layer = layer
    self.algorithm = algorithm
    self.operations = operations
    self.seconds = seconds
  }
}
