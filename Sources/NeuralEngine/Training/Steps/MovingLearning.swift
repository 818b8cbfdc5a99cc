import AlignedMemory
import CNeuralKernels

/// What changes an image's size: subsampling, pooling, enlarging.
final class MovingLearning: LearningStep {
  /// Which of them.
  enum Motion { case subsample, maximumPool, enlarge }

  let layer: String
  private let motion: Motion
  private let factor: Int32
  private let source: Signal
  private let target: Signal
  private var gradient: AlignedBuffer<UInt8>?
  private var contribution: GradientPlan.Contribution?

  init(_ layer: String, _ motion: Motion, by factor: Int, from source: Signal, to target: Signal) {
    self.layer = layer
    self.motion = motion
    self.factor = Int32(factor)
    self.source = source
    self.target = target
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    contribution = plan.contribute(to: source)
    plan.finish(target)
  }

  func forward() -> Bool {
    var (from, to, adjust) = (source.stack.described, target.stack.described, source.adjust)
    switch motion {
    case .subsample: hb_subsample(&from, source.bytes, &to, target.bytes, factor, &adjust)
    case .maximumPool: hb_maximum_pool(&from, source.bytes, &to, target.bytes, factor, &adjust)
    case .enlarge: hb_enlarge(&from, source.bytes, &to, target.bytes, factor, &adjust)
    }
    return true
  }

  func backward() -> Bool {
    guard let gradient, let contribution else { return true }
    var (from, to, adjust) = (target.stack.described, source.stack.described, source.adjust)
    let accumulates = contribution.accumulates
    switch motion {
    case .subsample:
      hb_subsample_back(&from, gradient.start, &to, contribution.bytes, factor, accumulates)
    case .maximumPool:
      hb_maximum_pool_back(
        &from, gradient.start, &to, source.bytes, &adjust, contribution.bytes, factor,
        accumulates)
    case .enlarge:
      hb_enlarge_back(&from, gradient.start, &to, contribution.bytes, factor, accumulates)
    }
    return true
  }
}
