extension TrainingConfiguration.Loss {
  /// The terms of a and b.
  ///
  /// - Parameter output: N×2×H×W, Lab units.
  func terms(of output: String) -> [any LossTerm] {
    var terms: [any LossTerm] = []
    if let logError {
      terms.append(LogErrorLoss(of: output, floor: logError.floor, weight: logError.weight))
    }
    if let huber {
      terms.append(HuberLoss(of: output, delta: huber.delta, weight: huber.weight))
    }
    return terms
  }

  /// The term of the distribution.
  ///
  /// - Parameter output: logits.
  func distribution(of output: String) -> any LossTerm {
    ColorCrossEntropy(of: output, weight: distributionWeight)
  }
}
