import NeuralEngine

/// A way to compile, and how exact its results must be.
enum Way: CaseIterable {
  case direct
  case ruled
  case measured
  /// bfloat16, ruled.
  case half

  static let available = allCases

  static let precisions = CompilationOptions.Precision.allCases

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
