import AlignedMemory
import CNeuralKernels

/// A function of plain numbers.
final class FunctionLearning: LearningStep {
  /// Which.
  enum Function {
    case pointwise(hb_function, parameter: Float)
    /// Over channels.
    case softmax
  }

  let layer: String
  private let function: Function
  private let source: Signal
  private let target: Signal
  private var gradient: AlignedBuffer<UInt8>?
  private var contribution: GradientPlan.Contribution?

  init(_ layer: String, _ function: Function, from source: Signal, to target: Signal) {
    self.layer = layer
    self.function = function
    self.source = source
    self.target = target
  }

  private var batch: Int32 { Int32(source.stack.batch) }
  private var channels: Int32 { Int32(source.stack.channels) }
  private var pixels: Int { source.stack.height * source.stack.width }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    contribution = plan.contribute(to: source)
    plan.finish(target)
  }

  func forward() -> Bool {
    switch function {
    case .pointwise(let name, let parameter):
      hb_apply(name, parameter, source.floats, target.floats, source.plainCount)
    case .softmax: hb_softmax(source.floats, target.floats, batch, channels, pixels)
    }
    return true
  }

  func backward() -> Bool {
    guard let gradient, let contribution else { return true }
    let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
    let accumulates = contribution.accumulates
    switch function {
    case .pointwise(let name, let parameter):
      hb_apply_back(
        name, parameter, target.floats, above, contribution.floats, source.plainCount,
        accumulates)
    case .softmax:
      hb_softmax_back(
        target.floats, above, contribution.floats, batch, channels, pixels, accumulates)
    }
    return true
  }
}
