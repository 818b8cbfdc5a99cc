import CNeuralKernels

/// A depthwise convolution: each channel by itself.
struct DepthwiseStep: Step {
  private let name: String
  private let window: Window
  private let placed: Window.Placed
  private let source: Tensor
  private let target: Tensor
  private let weights: ParameterSlice
  private let bias: ParameterSlice?
  let operations: Double

  init(
    layer: ConvolutionLayer, placed: Window.Placed, source: Tensor, target: Tensor,
    weights: ParameterSlice, bias: ParameterSlice?
  ) {
    name = layer.name
    window = layer.window
    self.placed = placed
    self.source = source
    self.target = target
    self.weights = weights
    self.bias = bias
    operations = layer.operations(pixels: target.layout.batch * target.layout.pixels)
  }

  var layer: String { name }
  var algorithm: String { "depthwise" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var backScratchBytes: Int { 16 * target.layout.paddedChannels }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    var window = hb_window(window, placed)
    let (weights, bias, epilogue) = (weights, bias, target.epilogue.described)
    return {
      call.run { hb_depthwise($0, $1, $4, &window, weights.start, bias?.start, epilogue, $2, $3) }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let gradient = plan.gradient(of: target)
    let gate = Gate(target, plan, memory)
    let contribution = plan.contribute(to: source)
    plan.finish(target)
    guard let gradient else { return nil }
    let values = source.address(in: memory)
    let adjust = source.prologue.bound(to: memory)
    let sums = memory.scratch.assumingMemoryBound(to: Double.self)
    let (weights, bias, channels) = (weights, bias, target.layout.paddedChannels)
    var window = hb_window(window, placed)
    var (from, to) = (source.layout.described, target.layout.described)
    return {
      gate?.run(gradient)
      if let learned = bias?.gradient {
        hb_channel_sums(&to, gradient.start, nil, sums)
        for channel in 0..<channels { learned[channel] = Float(sums[channel]) }
      }
      if let learned = weights.gradient {
        withUnsafePointer(to: adjust.described) {
          hb_depthwise_learn(&from, values, $0, &window, &to, gradient.start, learned)
        }
      }
      if let contribution {
        hb_depthwise_back(
          &to, gradient.start, &window, weights.start, &from, contribution.bytes,
          contribution.accumulates)
      }
      return true
    }
  }
}
