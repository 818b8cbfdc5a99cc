import AlignedMemory
import CNeuralKernels

/// From plain memory to blocks, or from blocks to plain memory.
final class RepackLearning: LearningStep {
  let layer: String
  private let source: Signal
  private let target: Signal
  private let workspace: Workspace
  private var gradient: AlignedBuffer<UInt8>?
  private var contribution: GradientPlan.Contribution?

  init(_ layer: String, from source: Signal, to target: Signal, workspace: Workspace) {
    self.layer = layer
    self.source = source
    self.target = target
    self.workspace = workspace
    workspace.reserve(source.byteCount)
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    contribution = plan.contribute(to: source)
    plan.finish(target)
  }

  func forward() -> Bool {
    var (stack, adjust) = (source.stack.described, source.adjust)
    let channels = Int32(source.stack.channels)
    if target.form == .blocked {
      hb_pack(&stack, source.floats, target.bytes, channels, &adjust)
    } else {
      hb_unpack(&stack, source.bytes, target.floats, channels, &adjust)
    }
    return true
  }

  func backward() -> Bool {
    guard let gradient, let contribution else { return true }
    var stack = source.stack.described
    var none = hb_adjust(slope: 1, scale: nil, shift: nil, shift_stride: 0)
    let channels = Int32(source.stack.channels)
    let accumulates = contribution.accumulates
    let result = accumulates ? workspace.start() : contribution.bytes
    let plain = result.assumingMemoryBound(to: Float.self)
    if target.form == .blocked {
      hb_unpack(&stack, gradient.start, plain, channels, &none)
      if accumulates {
        hb_hand_back_plain(plain, contribution.floats, source.plainCount, true)
      }
    } else {
      let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
      hb_pack(&stack, above, result, channels, &none)
      if accumulates { hb_hand_back(&stack, result, contribution.bytes, true) }
    }
    return true
  }
}
