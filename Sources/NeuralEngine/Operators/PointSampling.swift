import CNeuralKernels

extension Graph {
  /// A value's numbers at single points, bilinear between its pixels' centres: PyTorch's
  /// `grid_sample` with `align_corners=False` and `padding_mode="border"`, which outside the outermost
  /// centres gives the nearest.
  ///
  /// No gradient goes to the points.
  ///
  /// - Parameters:
  ///   - points: a pixel a point. Channel 0 is its row and channel 1 its column, as parts of the
  ///     picture's sides, 0…1. Where there are five channels or more, as for
  ///     ``pointAttention(queries:keys:null:points:name:heads:)``, a point whose channel 4 is below ½ is
  ///     not there: its sample is zeros, and costs nothing.
  /// - Returns: the value's channels, the points' pixels.
  /// - Precondition: points have two channels or more.
  public mutating func sampled(_ value: Value, at points: Value) -> Value {
    precondition(channels(points) >= 2, "points have a row and a column")
    return append(PointSampling(), [value, points], channels: node(value).channels)
  }
}

/// Numbers between pixels, where points say.
struct PointSampling: Operator {
  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? {
    graph.knownPixels(node.inputs[1])
  }

  func shape(of inputs: [Shape], layer: String) -> Shape {
    inputs[1].with(channels: inputs[0].channels)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let terms = lowering.graph.node(value).inputs
    let held = try lowering.blocked(terms[0])
    let points = try lowering.settled(terms[1], as: .plain).detached()
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, needsGradient: held.needsGradient)
    lowering.add(
      PointSamplingStep(
        layer: lowering.graph.layerName(value), source: held, points: points, target: made))
    return made
  }
}

/// Samples at points.
struct PointSamplingStep: Step {
  let layer: String
  let source: Tensor
  let points: Tensor
  let target: Tensor

  var algorithm: String { "sample" + (source.prologue.isAffine ? " + normalize" : "") }
  var inputs: [Tensor] { [source, points] }
  var outputs: [Tensor] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let call = PixelCall(source, target, memory)
    var points = points.points(in: memory)
    return {
      call.run { hb_sample($0, $1, $4, &points, $2, $3) }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let call = PixelBackCall(source, target, plan, memory) else { return nil }
    var points = points.points(in: memory)
    return {
      call.run { hb_sample_back($0, $1, &points, $2, $3, $4) }
      return true
    }
  }
}

extension Tensor {
  /// A list of points, of plain numbers, as the kernels take it.
  func points(in memory: BoundMemory) -> hb_points {
    hb_points(
      numbers: floats(in: memory), channels: Int32(layout.channels), count: Int32(layout.pixels))
  }
}
