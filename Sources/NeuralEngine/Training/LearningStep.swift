/// One step of a network that learns: there and back.
protocol LearningStep: AnyObject {
  /// The layer it computes (part of).
  var layer: String { get }

  /// Decides where gradients go; called once, in the order of the way back.
  func plan(_ plan: GradientPlan)

  /// Computes the results from the inputs; false when oneDNN refuses.
  func forward() -> Bool

  /// Contributes to the gradients of the inputs and writes those of the weights.
  func backward() -> Bool
}
