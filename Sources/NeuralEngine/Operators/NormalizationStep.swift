import AlignedMemory
import CNeuralKernels

/// Batch normalization by the batch's own statistics (Ioffe and Szegedy 2015), as PyTorch's
/// BatchNorm2d: the running ones move a tenth of the way, the variance unbiased.
///
/// The result is the source's numbers with a prologue whose factors are written here.
struct NormalizationStep: Step {
  private static let momentum = 0.1

  let layer: String
  let epsilon: Double
  let source: Tensor
  let target: Tensor
  let scale: BufferID
  let shift: BufferID
  let weight: ParameterSlice
  let bias: ParameterSlice
  let mean: ParameterSlice
  let variance: ParameterSlice
  private let batch: BatchStatistics

  init(
    layer: String, epsilon: Double, source: Tensor, target: Tensor, scale: BufferID,
    shift: BufferID, weight: ParameterSlice, bias: ParameterSlice, mean: ParameterSlice,
    variance: ParameterSlice
  ) {
    self.layer = layer
    self.epsilon = epsilon
    self.source = source
    self.target = target
    (self.scale, self.shift) = (scale, shift)
    (self.weight, self.bias, self.mean, self.variance) = (weight, bias, mean, variance)
    batch = BatchStatistics(channels: source.layout.paddedChannels)
  }

  var algorithm: String { "normalize by batch" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [] }
  var otherWrites: [BufferID] { [scale, shift] }

  private var pixels: Double { Double(source.layout.batch * source.layout.pixels) }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let values = source.address(in: memory)
    let (scales, shifts) = (memory.floats(scale), memory.floats(shift))
    let (step, channels) = (self, source.layout.paddedChannels)
    var stack = source.layout.described
    return {
      let (batch, pixels) = (step.batch, step.pixels)
      hb_channel_sums(&stack, values, nil, batch.sums.start)
      let unbiased = pixels > 1 ? pixels / (pixels - 1) : 1
      for channel in 0..<channels {
        let average = batch.sums.start[channel] / pixels
        let variance = max(0, batch.sums.start[channels + channel] / pixels - average * average)
        batch.mean.start[channel] = average
        let precision = 1 / (variance + step.epsilon).squareRoot()
        batch.precision.start[channel] = precision
        let scale = Double(step.weight.start[channel]) * precision
        scales[channel] = Float(scale)
        shifts[channel] = Float(Double(step.bias.start[channel]) - average * scale)
        guard channel < step.source.layout.channels else { continue }
        Self.move(&step.mean.start[channel], to: average)
        Self.move(&step.variance.start[channel], to: variance * unbiased)
      }
      return true
    }
  }

  private static func move(_ running: inout Float, to value: Double) {
    running = Float((1 - momentum) * Double(running) + momentum * value)
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let gradient = plan.gradient(of: target)
    var contribution: GradientPlan.Contribution?
    if source.needsGradient {
      contribution = plan.handOn(from: target, to: source)
      if contribution == nil {
        contribution = plan.contribute(to: source)
        plan.finish(target)
      }
    } else {
      plan.finish(target)
    }
    guard let gradient, let weightGradient = weight.gradient, let biasGradient = bias.gradient
    else { return nil }
    let values = source.address(in: memory)
    let (step, channels) = (self, source.layout.paddedChannels)
    var stack = source.layout.described
    return {
      let (batch, pixels) = (step.batch, step.pixels)
      hb_channel_sums(&stack, gradient.start, values, batch.sums.start)
      let factors = batch.factors.start
      for channel in 0..<channels {
        let sum = batch.sums.start[channel]
        let (mean, precision) = (batch.mean.start[channel], batch.precision.start[channel])
        // Of the gradient times the normalized input.
        let product = (batch.sums.start[channels + channel] - mean * sum) * precision
        weightGradient[channel] = Float(product)
        biasGradient[channel] = Float(sum)
        let p = Double(step.weight.start[channel]) * precision
        let q = -p * precision * product / pixels
        factors[channel] = Float(p)
        factors[channels + channel] = Float(q)
        factors[2 * channels + channel] = Float(-p * sum / pixels - q * mean)
      }
      guard let contribution else { return true }
      hb_normalize_back(
        &stack, gradient.start, values, factors, factors + channels, factors + 2 * channels,
        contribution.epilogue.slope, contribution.accumulates, contribution.bytes)
      return true
    }
  }
}

/// What a normalization finds out of a batch on the way there and needs on the way back.
private final class BatchStatistics: Sendable {
  let sums: AlignedBuffer<Double>
  let factors: AlignedBuffer<Float>
  let mean: AlignedBuffer<Double>
  /// One over the standard deviation.
  let precision: AlignedBuffer<Double>

  init(channels: Int) {
    sums = AlignedBuffer(count: 2 * channels, repeating: 0)
    factors = AlignedBuffer(count: 3 * channels, repeating: 0)
    mean = AlignedBuffer(count: channels, repeating: 0)
    precision = AlignedBuffer(count: channels, repeating: 0)
  }
}
