import AlignedMemory

extension Lowering {
  /// A sum: convolutions that nobody else needs add onto one buffer, one after the other.
  func sum(_ value: Graph.Value, slope: Float) throws(NeuralEngineError) -> Located {
    let terms = graph.node(value).inputs
    var vectors: [Graph.Value] = []
    var fused: [Graph.Value] = []
    var rest: [Graph.Value] = []
    for term in terms {
      if graph.isVector(term) && !graph.isVector(value) {
        vectors.append(term)
        continue
      }
      switch graph.node(term).operation {
      case .transposedConvolution where isPrivate(term):
        fused.insert(term, at: 0)
      case .convolution(let layer) where isPrivate(term) && !hasFewOutputs(layer):
        fused.append(term)
      default: rest.append(term)
      }
    }
    var total: Located?
    for (index, term) in rest.enumerated() {
      guard let held = total else {
        total = try locate(term)
        if total?.form != .blocked { total = try applied(term, as: .blocked) }
        continue
      }
      let first = try settle(held, as: .blocked, layer: graph.layerName(value))
      let second = try applied(term, as: .blocked)
      try require(second.stack, fits: first, layer: graph.layerName(value))
      let isLast = index == rest.count - 1 && fused.isEmpty && vectors.isEmpty
      let target = buffer(first.stack, .blocked)
      add(
        AddStep(
          layer: graph.layerName(value), stack: first.stack, first: first.buffer,
          second: second.buffer, target: target, slope: isLast ? slope : 1))
      total = Located(buffer: target, stack: first.stack, form: .blocked)
      if isLast { return total ?? first }
    }
    if !fused.isEmpty, let held = total {
      // The convolutions overwrite: give them a copy of their own.
      let target = buffer(held.stack, .blocked)
      add(
        MoveStep(
          layer: graph.layerName(value), kind: .subsample, step: 1, from: held.stack,
          source: held.buffer, to: held.stack, target: target, adjustment: held.adjustment))
      total = Located(buffer: target, stack: held.stack, form: .blocked)
    }
    for (index, term) in fused.enumerated() {
      let isLast = index == fused.count - 1 && vectors.isEmpty
      total = try convolve(term, onto: total, slope: isLast ? slope : 1)
    }
    guard var result = total else { preconditionFailure("a sum has terms") }
    for vector in vectors {
      result = try shift(result, by: vector, layer: graph.layerName(value))
    }
    // What no step above could rectify stays pending.
    if slope != 1 && (fused.isEmpty || !vectors.isEmpty) {
      if !result.adjustment.isNone {
        result = try settle(result, as: result.form, layer: graph.layerName(value))
      }
      result.adjustment.slope = slope
    }
    return result
  }

  /// Checks that a term has as many pixels as the sum so far.
  func require(
    _ stack: Stack, fits total: Located?, layer: String
  ) throws(NeuralEngineError) {
    guard let total else { return }
    let (first, second) = ([total.stack.height, total.stack.width], [stack.height, stack.width])
    guard first == second else {
      throw .unequalSizes(layer: layer, first: first, second: second)
    }
  }

  /// Adds a vector to every pixel: a shift that is known at run time.
  private func shift(
    _ held: Located, by vector: Graph.Value, layer: String
  ) throws(NeuralEngineError) -> Located {
    var result = held
    if held.adjustment.shiftBuffer != nil {
      result = try settle(held, as: held.form, layer: layer)
    }
    let added = try applied(vector, as: .plain)
    let channels = result.stack.paddedChannels
    let target = buffer(bytes: 4 * channels * batch)
    let base = result.adjustment.shift ?? [Float](repeating: 0, count: channels)
    add(
      AddVectorsStep(
        layer: layer, base: AlignedBuffer(base), vector: added.buffer, batch: batch,
        channels: result.stack.channels, target: target))
    result.adjustment.shift = nil
    result.adjustment.shiftBuffer = target
    result.adjustment.shiftStride = channels
    return result
  }
}
