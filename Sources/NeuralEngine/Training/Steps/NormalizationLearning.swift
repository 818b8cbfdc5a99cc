import AlignedMemory
import CNeuralKernels

/// Batch normalization by the batch's own statistics (Ioffe and Szegedy 2015), as PyTorch's
/// BatchNorm2d: the running ones move a tenth of the way, the variance unbiased.
final class NormalizationLearning: LearningStep {
  private static let momentum = 0.1

  let layer: String
  private let epsilon: Double
  private let source: Signal
  private let target: Signal
  private let affine: Signal.Affine
  private let parameters: TrainableParameters
  private let sums: AlignedBuffer<Double>
  private let factors: AlignedBuffer<Float>
  private var mean: [Double]
  /// One over the standard deviation.
  private var precision: [Double]
  private var gradient: AlignedBuffer<UInt8>?
  private var contribution: GradientPlan.Contribution?

  private let (weightPlace, biasPlace, meanPlace, variancePlace): (Int, Int, Int, Int)

  /// - Parameter target: shares the source's values; its affine map is written here.
  init(
    _ name: String, epsilon: Double, source: Signal, target: Signal, affine: Signal.Affine,
    parameters: TrainableParameters
  ) {
    layer = name
    self.epsilon = epsilon
    self.source = source
    self.target = target
    self.affine = affine
    self.parameters = parameters
    let channels = source.stack.paddedChannels
    sums = AlignedBuffer(count: 2 * channels, repeating: 0)
    factors = AlignedBuffer(count: 3 * channels, repeating: 0)
    mean = [Double](repeating: 0, count: channels)
    precision = mean
    (weightPlace, biasPlace) = (
      parameters.place(name + ".weight"), parameters.place(name + ".bias")
    )
    (meanPlace, variancePlace) = (
      parameters.place(name + ".running_mean"), parameters.place(name + ".running_var")
    )
  }

  private var pixels: Double {
    Double(source.stack.batch * source.stack.height * source.stack.width)
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    guard source.needsGradient else { return plan.finish(target) }
    if source.contributors == 1, let gradient {
      plan.handOn(from: target, to: source)
      contribution = .init(memory: gradient, accumulates: false, slope: source.slope)
    } else {
      contribution = plan.contribute(to: source)
      plan.finish(target)
    }
  }

  func forward() -> Bool {
    var stack = source.stack.described
    let channels = source.stack.paddedChannels
    hb_channel_sums(&stack, source.bytes, nil, sums.start)
    let (weights, statistics) = (parameters.weights.start, parameters.statistics.start)
    let unbiased = pixels > 1 ? pixels / (pixels - 1) : 1
    for channel in 0..<channels {
      let average = sums.start[channel] / pixels
      let variance = max(0, sums.start[channels + channel] / pixels - average * average)
      mean[channel] = average
      precision[channel] = 1 / (variance + epsilon).squareRoot()
      let scale = Double(weights[weightPlace + channel]) * precision[channel]
      affine.scale.start[channel] = Float(scale)
      affine.shift.start[channel] = Float(Double(weights[biasPlace + channel]) - average * scale)
      guard channel < source.stack.channels else { continue }
      Self.move(&statistics[meanPlace + channel], to: average)
      Self.move(&statistics[variancePlace + channel], to: variance * unbiased)
    }
    return true
  }

  private static func move(_ running: inout Float, to value: Double) {
    running = Float((1 - momentum) * Double(running) + momentum * value)
  }

  func backward() -> Bool {
    guard let gradient else { return true }
    var stack = source.stack.described
    let channels = source.stack.paddedChannels
    hb_channel_sums(&stack, gradient.start, source.bytes, sums.start)
    let (weights, gradients) = (parameters.weights.start, parameters.gradients.start)
    for channel in 0..<channels {
      let sum = sums.start[channel]
      // Of the gradient times the normalized input.
      let product = (sums.start[channels + channel] - mean[channel] * sum) * precision[channel]
      gradients[weightPlace + channel] = Float(product)
      gradients[biasPlace + channel] = Float(sum)
      let p = Double(weights[weightPlace + channel]) * precision[channel]
      let q = -p * precision[channel] * product / pixels
      factors.start[channel] = Float(p)
      factors.start[channels + channel] = Float(q)
      factors.start[2 * channels + channel] = Float(-p * sum / pixels - q * mean[channel])
    }
    guard let contribution else { return true }
    let p = factors.start
    hb_normalize_back(
      &stack, gradient.start, source.bytes, p, p + channels, p + 2 * channels,
      contribution.slope, contribution.accumulates, contribution.bytes)
    return true
  }
}
