import CNeuralKernels

extension Graph {
  /// Cells of a picture that read what points say, the more of a point the more the cell's query
  /// agrees with the point's key and the nearer the point is.
  ///
  /// In each head, a point's weight at a cell is the softmax, over the points that are there and a
  /// null that says nothing, of query·key/√size − 10·softplus(`name.dist`)·d². There `size` is the
  /// channels of a head's query, and d the distance of the point from the cell's centre, rows and
  /// columns in parts of the picture's sides. Points that are not there cost nothing.
  ///
  /// Weights: `name.dist`, a number a head. Gradients go to it, queries, keys and null, not to points.
  ///
  /// - Parameters:
  ///   - queries: channels in as many parts as there are heads, a pixel a cell.
  ///   - keys: as many channels, a pixel a point.
  ///   - null: the null's logit, a channel a head and a pixel a cell.
  ///   - points: a pixel a point. Channels 0 and 1 are its row and column as parts of the picture's
  ///     sides, 0…1; 2 and 3 two values, in any unit; 4 a flag, at least ½ where the point is there.
  /// - Returns: three channels a head, head by head, and a pixel a cell: both values by the points'
  ///   weights, in their own unit, and the sum of these weights, 0…1.
  /// - Precondition: points have five channels or more.
  public mutating func pointAttention(
    queries: Value, keys: Value, null: Value, points: Value, name: String, heads: Int
  ) -> Value {
    precondition(channels(points) >= 5, "points have a place, two values and a flag")
    return append(
      PointAttention(layer: name, heads: heads), [queries, keys, null, points],
      channels: 3 * heads)
  }
}

/// Attention from cells to points that falls off with the distance.
struct PointAttention: PixelwiseOperator {
  let layer: String
  let heads: Int

  var name: String? { layer }
  var parameters: [ParameterArray] { [distance] }

  private var distance: ParameterArray { .byChannel(layer, "dist", count: heads) }

  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    let (queries, keys, null, points) = (inputs[0], inputs[1], inputs[2], inputs[3])
    guard queries.channels % heads == 0 else {
      throw .unequalParts(layer: layer, channels: queries.channels, parts: heads)
    }
    for (found, expected) in [(keys.channels, queries.channels), (null.channels, heads)]
    where found != expected {
      throw .unequalChannels(layer: layer, first: expected, second: found)
    }
    for (first, second) in [(queries, null), (keys, points)] where first.sides != second.sides {
      throw .unequalSizes(layer: layer, first: first.sides, second: second.sides)
    }
    return queries.with(channels: 3 * heads)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let terms = lowering.graph.node(value).inputs
    let queries = try lowering.settled(terms[0], as: .plain)
    let keys = try lowering.settled(terms[1], as: .plain)
    let null = try lowering.settled(terms[2], as: .plain)
    let points = try lowering.settled(terms[3], as: .plain).detached()
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value), .plain), needsGradient: true)
    lowering.add(
      PointAttentionStep(
        layer: layer, heads: heads, threads: Int32(lowering.options.threads), queries: queries,
        keys: keys, null: null, points: points, target: made,
        distance: try lowering.parameter(distance)))
    return made
  }
}

/// Attention to points, of plain numbers.
struct PointAttentionStep: Step {
  let layer: String
  let heads: Int
  let threads: Int32
  let queries: Tensor
  let keys: Tensor
  let null: Tensor
  let points: Tensor
  let target: Tensor
  let distance: ParameterSlice

  var algorithm: String { "attention to points" }
  var inputs: [Tensor] { [queries, keys, null, points] }
  var outputs: [Tensor] { [target] }
  var scratchBytes: Int {
    withUnsafePointer(to: described(pointsAnywhere)) { hb_point_attention_scratch($0, threads) }
  }
  var backScratchBytes: Int {
    withUnsafePointer(to: described(pointsAnywhere)) {
      hb_point_attention_back_scratch($0, threads)
    }
  }

  /// As many as there will be, before they have memory.
  private var pointsAnywhere: hb_points {
    hb_points(
      numbers: nil, channels: Int32(points.layout.channels), count: Int32(points.layout.pixels))
  }

  private func described(_ points: hb_points) -> hb_point_attention {
    let layout = queries.layout
    return hb_point_attention(
      batch: Int32(layout.batch), heads: Int32(heads), size: Int32(layout.channels / heads),
      height: Int32(layout.height), width: Int32(layout.width), points: points)
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (queries, keys) = (queries.floats(in: memory), keys.floats(in: memory))
    let (null, to) = (null.floats(in: memory), target.floats(in: memory))
    let (distance, scratch) = (distance, memory.scratch)
    var shape = described(points.points(in: memory))
    return {
      hb_attend_points(&shape, queries, keys, null, distance.start, to, scratch)
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, parts) = plan.passBack(from: target, to: [queries, keys, null])
    guard let gradient else { return nil }
    let wanted = parts.map { hb_contribution($0) }
    let (queries, keys) = (queries.floats(in: memory), keys.floats(in: memory))
    let (null, distance, scratch) = (null.floats(in: memory), distance, memory.scratch)
    var shape = described(points.points(in: memory))
    return {
      let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
      hb_attend_points_back(
        &shape, queries, keys, null, distance.start, above, wanted[0], wanted[1], wanted[2],
        distance.gradient, scratch)
      return true
    }
  }
}

extension hb_contribution {
  /// As the kernels take it; nil where none is wanted.
  fileprivate init(_ contribution: GradientPlan.Contribution?) {
    self.init(start: contribution?.floats, accumulates: contribution?.accumulates ?? false)
  }
}
