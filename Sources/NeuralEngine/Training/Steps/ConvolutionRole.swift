import AlignedMemory
import CNeuralKernels

/// What a convolution that learns reads, writes and learns, however it is computed.
struct ConvolutionRole {
  let layer: ConvolutionLayer
  let isTransposed: Bool
  let source: Signal
  let target: Signal
  /// The result is added to what earlier terms of a sum have left in the target.
  let accumulates: Bool
  /// The last term of its sum, or no sum at all: rectifies the target.
  let isLast: Bool
  let parameters: TrainableParameters
  private let silence: AlignedBuffer<Float>
  private let sums: AlignedBuffer<Double>

  init(
    layer: ConvolutionLayer, isTransposed: Bool, source: Signal, target: Signal,
    accumulates: Bool, isLast: Bool, parameters: TrainableParameters
  ) {
    self.layer = layer
    self.isTransposed = isTransposed
    self.source = source
    self.target = target
    self.accumulates = accumulates
    self.isLast = isLast
    self.parameters = parameters
    silence = AlignedBuffer(count: target.stack.paddedChannels, repeating: 0)
    sums = AlignedBuffer(count: 2 * target.stack.paddedChannels, repeating: 0)
  }

  /// The rectifier's slope, 1 where other terms follow.
  var slope: Float { isLast ? target.slope : 1 }

  var weights: UnsafeMutablePointer<Float> {
    parameters.weights.start + parameters.place(layer.weightName)
  }
  var weightGradient: UnsafeMutablePointer<Float> {
    parameters.gradients.start + parameters.place(layer.weightName)
  }
  /// Zeros for a layer without a bias.
  var bias: UnsafeMutablePointer<Float> {
    layer.isBiased
      ? parameters.weights.start + parameters.place(layer.biasName) : silence.start
  }
  /// Nil for a layer without a bias.
  var biasGradient: UnsafeMutablePointer<Float>? {
    layer.isBiased ? parameters.gradients.start + parameters.place(layer.biasName) : nil
  }

  /// Goes back through the target's rectifier, unless that has been done.
  func gate(_ gradient: AlignedBuffer<UInt8>) {
    guard isLast, target.slope != 1, !target.isGated else { return }
    var stack = target.stack.described
    hb_gate(&stack, target.bytes, gradient.start, target.slope)
  }

  /// The bias's gradient: the sum of the result's over all pixels.
  func learnBias(_ gradient: AlignedBuffer<UInt8>) {
    guard let biasGradient else { return }
    var stack = target.stack.described
    hb_channel_sums(&stack, gradient.start, nil, sums.start)
    for channel in 0..<target.stack.paddedChannels {
      biasGradient[channel] = Float(sums.start[channel])
    }
  }

  /// Says that the gradient is not needed any more, once all terms of the sum have used it.
  func finish(_ plan: GradientPlan) {
    if !accumulates { plan.finish(target) }
  }
}
