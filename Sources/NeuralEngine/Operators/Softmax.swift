import CNeuralKernels

extension Graph {
  /// What a softmax goes over.
  public enum SoftmaxAxis: Sendable, Hashable {
    /// The channels of each pixel.
    case channels
    /// The pixels of each channel.
    case pixels
  }

  /// Softmax over an axis.
  ///
  /// - Parameter groups: over each of so many equal parts of the channels by itself.
  public mutating func softmax(
    _ value: Value, over axis: SoftmaxAxis = .channels, groups: Int = 1
  ) -> Value {
    append(Softmax(axis: axis, groups: groups), [value], channels: node(value).channels)
  }
}

/// exp(x) over the sum of exp(x) along an axis.
struct Softmax: PixelwiseOperator {
  let axis: Graph.SoftmaxAxis
  let groups: Int

  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    guard axis == .pixels || inputs[0].channels % groups == 0 else {
      throw .unequalParts(layer: layer, channels: inputs[0].channels, parts: groups)
    }
    return inputs[0]
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let held = try lowering.settled(lowering.graph.node(value).inputs[0], as: .plain)
    let made = lowering.makeTensor(held.layout, needsGradient: held.needsGradient)
    lowering.add(
      SoftmaxStep(
        layer: lowering.graph.layerName(value), operation: self, source: held, target: made))
    return made
  }
}

/// Softmax of plain numbers.
struct SoftmaxStep: Step {
  let layer: String
  let operation: Softmax
  let source: Tensor
  let target: Tensor

  var algorithm: String { "softmax" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  /// Parts of the channels are as good as further images.
  private var parts: (images: Int32, channels: Int32) {
    (
      Int32(source.layout.batch * operation.groups),
      Int32(source.layout.channels / operation.groups)
    )
  }
  private var rows: Int { source.layout.batch * source.layout.channels }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.floats(in: memory), target.floats(in: memory))
    let (parts, rows, pixels) = (parts, rows, source.layout.pixels)
    switch operation.axis {
    case .channels:
      return {
        hb_softmax(from, to, parts.images, parts.channels, pixels)
        return true
      }
    case .pixels:
      return {
        hb_softmax_rows(from, to, rows, pixels)
        return true
      }
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, contribution) = plan.passBack(from: target, to: source)
    guard let gradient, let contribution else { return nil }
    let results = target.floats(in: memory)
    let (parts, rows, pixels) = (parts, rows, source.layout.pixels)
    let axis = operation.axis
    return {
      let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
      switch axis {
      case .channels:
        hb_softmax_back(
          results, above, contribution.floats, parts.images, parts.channels, pixels,
          contribution.accumulates)
      case .pixels:
        hb_softmax_rows_back(
          results, above, contribution.floats, rows, pixels, contribution.accumulates)
      }
      return true
    }
  }
}
