/// One term of what a network minimizes.
public protocol LossTerm: Sendable {
  /// The column in `training.csv`, such as `huber`.
  var name: String { get }
  /// The output it judges. Where several terms judge the same they add up.
  var output: String { get }
  /// What the term is multiplied by.
  var weight: Double { get }

  /// Judges an output.
  ///
  /// - Parameters:
  ///   - output: N×C×H×W.
  ///   - batch: what is true.
  ///   - gradient: N×C×H×W, receives `weight` times the derivatives of the value.
  /// - Returns: the value, not weighted; not finite where the output is not.
  func evaluate(
    _ output: UnsafeBufferPointer<Float>, for batch: TrainingBatch,
    gradient: UnsafeMutableBufferPointer<Float>
  ) -> Double
}
