import AlignedMemory
import CNeuralKernels

/// Applies what is pending, and a rectifier: where nothing could do that on its way.
final class SettlingLearning: LearningStep {
  let layer: String
  private let source: Signal
  private let target: Signal
  private var gradient: AlignedBuffer<UInt8>?
  private var contribution: GradientPlan.Contribution?

  /// - Parameter target: with the rectifier's slope.
  init(_ layer: String, from source: Signal, to target: Signal) {
    self.layer = layer
    self.source = source
    self.target = target
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    contribution = plan.contribute(to: source)
    plan.finish(target)
  }

  func forward() -> Bool {
    var (stack, adjust) = (source.stack.described, source.adjust)
    hb_settle(&stack, source.bytes, &adjust, target.bytes, target.slope)
    return true
  }

  func backward() -> Bool {
    guard let gradient, let contribution else { return true }
    var stack = source.stack.described
    if target.slope != 1 && !target.isGated {
      hb_gate(&stack, target.bytes, gradient.start, target.slope)
    }
    hb_hand_back(&stack, gradient.start, contribution.bytes, contribution.accumulates)
    return true
  }
}
