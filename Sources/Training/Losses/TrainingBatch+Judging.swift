extension TrainingBatch {
  /// Lays a predicted a and b beside the true ones.
  ///
  /// - Parameters:
  ///   - output: N×2×H×W, Lab units.
  ///   - gradient: N×2×H×W, for the derivatives.
  ///   - divisor: what the sum is averaged over.
  ///   - sum: the loss summed over pictures; it is given predictions, true values, the gradient and
  ///     the factor of each derivative.
  /// - Returns: the mean loss, not weighted.
  func meanLoss(
    of output: UnsafeBufferPointer<Float>, gradient: UnsafeMutableBufferPointer<Float>,
    weight: Double, over divisor: Int,
    sum: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Float) -> Double
  ) -> Double {
    precondition(
      output.count == chrominance.count && gradient.count == output.count,
      "as many predictions as true values")
    guard let prediction = output.baseAddress, let slope = gradient.baseAddress else { return 0 }
    let divisor = Double(divisor)
    return chrominance.withUnsafeBufferPointer { truth in
      truth.baseAddress.map { sum(prediction, $0, slope, Float(weight / divisor)) } ?? 0
    } / divisor
  }
}
