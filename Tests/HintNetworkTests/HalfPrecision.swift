import HintNetwork
import NeuralEngine

/// Whether this processor multiplies bfloat16.
let hasHalfPrecision: Bool = {
  guard let weights = try? SyntheticNetwork(width: 4).weights() else { return false }
  let model = HintNetworkModel(weights, options: CompilationOptions(precision: .bfloat16))
  return (try? model.compiled(height: 8, width: 8, withDistribution: false)) != nil
}()
