extension Graph {
  /// The sum of values of equal channels; vectors are added to every pixel.
  public mutating func sum(_ values: [Value]) -> Value {
    let known = values.compactMap { node($0).channels }
    precondition(Set(known).count <= 1, "a sum has terms of equally many channels")
    return append(Sum(), values, channels: known.first)
  }
}

/// A sum: convolutions that nobody else needs add onto one tensor, one after the other.
struct Sum: Operator {
  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    let largest = inputs.first { !$0.isVector } ?? inputs[0]
    for other in inputs where other.channels != largest.channels {
      throw .unequalChannels(layer: layer, first: largest.channels, second: other.channels)
    }
    for other in inputs where !other.isVector && other.sides != largest.sides {
      throw .unequalSizes(layer: layer, first: largest.sides, second: other.sides)
    }
    return largest
  }

  func fuses(_ fusion: Fusion, into value: Graph.Value, of lowering: Lowering) -> Bool {
    fusion.affine == nil && fusion.total == nil
  }

  /// The terms by how they are added.
  private struct Terms {
    var vectors: [Graph.Value] = []
    var fused: [Graph.Value] = []
    var rest: [Graph.Value] = []
  }

  private func sorted(_ value: Graph.Value, _ lowering: Lowering) -> Terms {
    let isVector = lowering.shape(value).isVector
    let onto = Fusion(
      total: .init(tensor: lowering.placeholder, accumulates: true, isLast: false))
    var terms = Terms()
    for term in lowering.graph.node(value).inputs {
      if lowering.shape(term).isVector && !isVector {
        terms.vectors.append(term)
      } else if lowering.canFuse(onto, into: term) {
        // Transposed convolutions first: as sums of phases they cannot end a sum as well.
        let isTransposed =
          (lowering.graph.node(term).operation as? Convolution)?.layer.isTransposed ?? false
        terms.fused.insert(term, at: isTransposed ? 0 : terms.fused.count)
      } else {
        terms.rest.append(term)
      }
    }
    return terms
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    var terms = sorted(value, lowering)
    // Vectors alone cannot begin an image's sum where their gradients are wanted.
    if lowering.weights.isLearned, !terms.vectors.isEmpty, terms.rest.isEmpty {
      terms.rest.append(terms.fused.removeFirst())
    }
    let images = terms.rest
    let vectors = lowering.weights.isLearned ? terms.vectors : []
    let shifts = lowering.weights.isLearned ? [] : terms.vectors
    let isCopied = terms.fused.isEmpty && images.count == 1 && vectors.isEmpty
    var sum: Tensor
    if isCopied {
      sum = try lowering.blocked(images[0])
    } else {
      sum = try added(
        images + vectors, terms.fused, value, as: result,
        epilogue: shifts.isEmpty ? fusion.epilogue : .none, lowering)
      if shifts.isEmpty { return sum }
    }
    let layer = lowering.graph.layerName(value)
    for vector in shifts { sum = try shift(sum, by: vector, layer, lowering) }
    if fusion.epilogue.isNone { return sum }
    let made = lowering.makeTensor(
      sum.layout, for: result, epilogue: fusion.epilogue, needsGradient: sum.needsGradient)
    lowering.add(SettleStep(layer: layer, source: sum, target: made))
    return made
  }

  /// Terms in one tensor: first those that are there, then convolutions onto them.
  private func added(
    _ terms: [Graph.Value], _ fused: [Graph.Value], _ value: Graph.Value,
    as result: Graph.Value, epilogue: Epilogue, _ lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let layer = lowering.graph.layerName(value)
    var parts: [Tensor] = []
    for term in terms {
      // One alone is copied, with whatever is pending.
      parts.append(
        terms.count == 1
          ? try lowering.blocked(term) : try lowering.settled(term, as: .blocked))
    }
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value)), for: result, epilogue: epilogue,
      needsGradient: !fused.isEmpty || parts.contains { $0.needsGradient })
    if parts.count > 1 {
      lowering.add(
        SumStep(layer: layer, terms: parts, target: made, appliesEpilogue: fused.isEmpty))
    } else if let only = parts.first {
      lowering.add(
        SettleStep(layer: layer, source: only, target: made, appliesEpilogue: fused.isEmpty))
    }
    for (index, term) in fused.enumerated() {
      let total = Fusion.Total(
        tensor: made, accumulates: index > 0 || !parts.isEmpty,
        isLast: index == fused.count - 1)
      _ = try lowering.lowered(term, fusing: Fusion(total: total), as: result)
    }
    return made
  }

  /// Adds a vector to every pixel: a shift that is known at run time.
  private func shift(
    _ held: Tensor, by vector: Graph.Value, _ layer: String, _ lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let sum = held.prologue.isConstant ? held : lowering.settle(held, as: .blocked, layer: layer)
    let added = try lowering.settled(vector, as: .plain)
    let channels = sum.layout.paddedChannels
    let target = lowering.buffer(bytes: 4 * channels * lowering.batch)
    lowering.add(
      VectorShiftStep(
        layer: layer, base: sum.prologue.shift.constants, vector: added, padded: channels,
        target: target))
    var prologue = sum.prologue
    prologue.shift = .memory(target, stride: channels)
    return sum.read(through: prologue, needsGradient: false)
  }
}
