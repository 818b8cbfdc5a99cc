import NeuralEngine

/// A way to compile, and how exact its results must be.
enum Way: CaseIterable {
  case direct
  case ruled
  case measured
  /// bfloat16, ruled.
  case half

  /// The ways that this processor has: not each one multiplies bfloat16.
  static let available = allCases.filter { $0 != .half || hasHalf }

  /// The number types that this processor has.
  static let precisions: [CompilationOptions.Precision] =
    hasHalf ? [.float32, .bfloat16] : [.float32]

  private static let hasHalf: Bool = {
    var twin = TwinGraph(height: 4, width: 4)
    twin.output("result", twin.convolution(twin.input(16), 16))
    return (try? twin.compiled(Way.half.options)) != nil
  }()

  /// What was measured, shared by all tests of a process.
  private static let plans = PlanCache(path: nil, machine: "the one that tests")

  var options: CompilationOptions {
    switch self {
    case .direct: CompilationOptions(planning: .direct)
    case .ruled: CompilationOptions(planning: .ruled)
    case .measured: CompilationOptions(planning: .measured)
    case .half: CompilationOptions(precision: .bfloat16)
    }
  }

  var plans: PlanCache? { self == .measured ? Self.plans : nil }

  /// The largest error, as a part of the output's largest magnitude.
  var tolerance: Double { self == .half ? 3e-2 : 1e-4 }
}
