import CNeuralKernels

extension Graph {
  /// How numbers between pixels are found.
  public enum Resizing: Sendable, Hashable {
    /// Between the four nearest pixel centres (PyTorch's `align_corners=False`).
    case bilinear
    /// The same with the outermost pixels' centres on each other (`align_corners=True`).
    case bilinearCorners
    /// The pixel ⌊i·from/to⌋ (PyTorch's `nearest`).
    case nearest
  }

  /// What a picture is resized to.
  public enum ResizeTarget: Sendable, Hashable {
    /// So many times as large.
    case factor(Int)
    case size(height: Int, width: Int)
    /// As large as another value.
    case like(Value)
  }

  /// Another size.
  public mutating func resized(
    _ value: Value, to target: ResizeTarget, _ kind: Resizing = .bilinear
  ) -> Value {
    var inputs = [value]
    if case .like(let other) = target { inputs.append(other) }
    return append(
      ResizingOperator(kind: kind, target: target), inputs, channels: node(value).channels)
  }

  /// Bilinear enlargement with half-pixel centres (PyTorch's `align_corners=False`).
  public mutating func upsampled(_ value: Value, by factor: Int) -> Value {
    resized(value, to: .factor(factor))
  }
}

/// Interpolates at another size.
struct ResizingOperator: Operator {
  let kind: Graph.Resizing
  let target: Graph.ResizeTarget

  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    let (height, width) =
      switch target {
      case .factor(let factor): (inputs[0].height * factor, inputs[0].width * factor)
      case .size(let height, let width): (height, width)
      case .like: (inputs[1].height, inputs[1].width)
      }
    guard height > 0, width > 0 else {
      throw .tooSmall(layer: layer, height: height, width: width)
    }
    return inputs[0].with(height: height, width: width)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let held = try lowering.blocked(lowering.graph.node(value).inputs[0])
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, needsGradient: held.needsGradient)
    lowering.add(
      ResizeStep(
        layer: lowering.graph.layerName(value), kind: kind, source: held, target: made))
    return made
  }
}

/// Interpolation.
struct ResizeStep: Step {
  let layer: String
  let kind: Graph.Resizing
  let source: Tensor
  let target: Tensor

  var algorithm: String {
    "resize" + (source.prologue.isAffine ? " + normalize" : "")
  }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }

  private var described: hb_resize_kind {
    switch kind {
    case .bilinear: HB_RESIZE_BILINEAR
    case .bilinearCorners: HB_RESIZE_BILINEAR_CORNERS
    case .nearest: HB_RESIZE_NEAREST
    }
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    let kind = described
    return {
      call.run { hb_resize(kind, $0, $1, $4, $2, $3) }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let call = PixelBackCall(source, target, plan, memory) else { return nil }
    let kind = described
    return {
      call.run { hb_resize_back(kind, $0, $1, $2, $3, $4) }
      return true
    }
  }
}
