/// What a pickle may have only so many of.
public enum PickleLimit: String, Sendable, CaseIterable {
  /// Operations.
  case operations
  /// Values on the stack.
  case stack = "stacked values"
  /// Containers and tensors.
  case nodes = "containers"
  /// Values that are kept.
  case memo = "kept values"
  /// Containers within containers.
  case depth = "nested containers"
  /// Axes of a tensor.
  case axes

  /// The most there may be.
  public var maximum: Int {
    switch self {
    case .operations: 5_000_000
    case .stack, .nodes: 500_000
    case .memo: 1_000_000
    case .depth: 64
    case .axes: WeightTensor.maximumRank
    }
  }
}
