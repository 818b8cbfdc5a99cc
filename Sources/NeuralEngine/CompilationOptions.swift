/// How a network is compiled.
public struct CompilationOptions: Sendable, Hashable {
  /// The numbers that activations and weights are kept in; sums are float32 in both.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    /// IEEE single precision.
    case float32 = "f32"
    /// bfloat16: fast on processors with matrix units for it (`hintbench doctor` says).
    case bfloat16 = "bf16"

    /// The name where it is not float32, whose results are what tables hold.
    public var unusualName: String? { self == .float32 ? nil : rawValue }

    /// Bytes of one number.
    public var byteCount: Int { self == .bfloat16 ? 2 : 4 }
  }

  /// A precision, or the one that is fastest on this processor.
  public enum PrecisionChoice: String, Sendable, Hashable, CaseIterable {
    case float32 = "f32"
    case bfloat16 = "bf16"
    /// bfloat16 where the processor has matrix units for it. In vectors alone it does not pay off:
    /// they multiply it twice as fast as float32, but Winograd's filtering, for which it is too
    /// coarse, saves three of four multiplications.
    case automatic = "auto"

    /// What is chosen here.
    public var resolved: Precision {
      switch self {
      case .float32: .float32
      case .bfloat16: .bfloat16
      case .automatic: EngineProcessor.hasMatrixUnits ? .bfloat16 : .float32
      }
    }
  }

  /// How the algorithm of each layer is chosen.
  public enum Planning: String, Sendable, Hashable {
    /// By rules on the layer's shape: the same choice, and so the same numbers to the last bit, in
    /// every process and for every number of threads. What studies use.
    case ruled
    /// By timing every algorithm on this machine; remembered from process to process.
    case measured
    /// Only sums of products as written: the most exact, and slow.
    case direct
  }

  /// The numbers' type.
  public var precision: Precision
  /// Threads that one run uses.
  public var threads: Int
  /// How algorithms are chosen.
  public var planning: Planning
  /// Inputs that seldom change: what depends on them alone is computed once and kept.
  public var prepared: Set<String>
  /// Outputs that are seldom wanted: a run leaves out what they alone need, which
  /// ``NetworkContext/runDeferred()`` computes.
  public var deferred: Set<String>

  /// Collects options.
  public init(
    precision: Precision = .float32, threads: Int = 1, planning: Planning = .ruled,
    prepared: Set<String> = [], deferred: Set<String> = []
  ) {
    self.precision = precision
    self.threads = max(1, threads)
    self.planning = planning
    self.prepared = prepared
    self.deferred = deferred
  }
}
