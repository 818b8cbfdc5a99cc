extension Lowering {
  /// A rectifier: part of the convolution or sum before it where nobody else needs that.
  func rectify(_ value: Graph.Value, slope: Float) throws(NeuralEngineError) -> Located {
    if isPrivate(value) {
      switch graph.node(value).operation {
      case .convolution(let layer) where !hasFewOutputs(layer):
        return try convolve(value, onto: nil, slope: slope)
      case .transposedConvolution: return try convolve(value, onto: nil, slope: slope)
      case .sum: return try sum(value, slope: slope)
      default: break
      }
    }
    var held = try locate(value)
    guard held.form != .plain else {
      return try apply(.activation(.leaky(slope: slope)), to: value)
    }
    if !held.adjustment.isNone { held = try applied(value, as: held.form) }
    held.adjustment.slope = slope
    return held
  }

  /// A normalization by running statistics: kept pending.
  func normalize(
    _ value: Graph.Value, _ name: String, epsilon: Double
  ) throws(NeuralEngineError) -> Located {
    var held = try locate(value)
    if held.form == .plain || held.adjustment.shiftBuffer != nil {
      held = try applied(value, as: .blocked)
    }
    let channels = held.stack.channels
    let weight = try parameters.values(name + ".weight", [channels])
    let bias = try parameters.values(name + ".bias", [channels])
    let mean = try parameters.values(name + ".running_mean", [channels])
    let variance = try parameters.values(name + ".running_var", [channels])
    var scale = [Float](repeating: 0, count: held.stack.paddedChannels)
    var shift = scale
    for channel in 0..<channels {
      guard variance[channel] >= 0 else {
        throw .negativeVariance(name: name + ".running_var", channel: channel)
      }
      let factor = Double(weight[channel]) / (Double(variance[channel]) + epsilon).squareRoot()
      scale[channel] = Float(factor)
      shift[channel] = Float(Double(bias[channel]) - Double(mean[channel]) * factor)
    }
    held.adjustment = held.adjustment.followed(byScale: scale, shift: shift)
    return held
  }

  /// A function that works on plain memory.
  func apply(
    _ function: FunctionStep.Function, to value: Graph.Value
  ) throws(NeuralEngineError) -> Located {
    let held = try applied(value, as: .plain)
    let target = buffer(held.stack, .plain)
    add(
      FunctionStep(
        layer: graph.layerName(value), function: function, stack: held.stack, source: held.buffer,
        target: target))
    return Located(buffer: target, stack: held.stack, form: .plain)
  }

  /// Subsampling, pooling or enlargement; whatever is pending is applied on the way.
  func move(
    _ value: Graph.Value, _ kind: MoveStep.Kind, by step: Int
  ) throws(NeuralEngineError) -> Located {
    var held = try locate(value)
    if held.form != .blocked { held = try applied(value, as: .blocked) }
    let from = held.stack
    let to =
      switch kind {
      case .enlarge: from.with(height: from.height * step, width: from.width * step)
      case .maximumPool: from.with(height: from.height / step, width: from.width / step)
      default:
        from.with(height: (from.height + step - 1) / step, width: (from.width + step - 1) / step)
      }
    let target = buffer(to, .blocked)
    add(
      MoveStep(
        layer: graph.layerName(value), kind: kind, step: step, from: from, source: held.buffer,
        to: to,
        target: target, adjustment: held.adjustment))
    return Located(buffer: target, stack: to, form: .blocked)
  }

  /// Applies what is pending and brings the numbers to a form.
  func settle(
    _ held: Located, as form: Located.Form, layer: String
  ) throws(NeuralEngineError) -> Located {
    if held.form == form && held.adjustment.isNone { return held }
    let target = buffer(held.stack, form)
    switch (held.form, form) {
    case (.plain, .plain): return held  // plain numbers never have anything pending
    case (.plain, .blocked), (.blocked, .plain):
      add(
        RepackStep(
          layer: layer, direction: form == .plain ? .unpack : .pack, stack: held.stack,
          source: held.buffer, target: target, adjustment: held.adjustment))
    case (.blocked, .blocked):
      add(
        MoveStep(
          layer: layer, kind: .subsample, step: 1, from: held.stack, source: held.buffer,
          to: held.stack, target: target, adjustment: held.adjustment))
    }
    return Located(buffer: target, stack: held.stack, form: form)
  }
}
