import AlignedMemory
import CNeuralKernels

extension Graph {
  /// The channels of several values of one size, one after the other.
  public mutating func concatenated(_ values: [Value]) -> Value {
    append(Concatenation(), values, channels: values.map(channels).reduce(0, +))
  }
}

/// Channels one after the other. Where whole blocks lie one after the other in memory (one picture,
/// channels in whole blocks), each part is made in its place and nothing is copied.
struct Concatenation: Operator {
  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    for other in inputs where other.sides != inputs[0].sides {
      throw .unequalSizes(layer: layer, first: inputs[0].sides, second: other.sides)
    }
    return inputs[0].with(channels: inputs.map(\.channels).reduce(0, +))
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let terms = lowering.graph.node(value).inputs
    let layout = lowering.layout(lowering.shape(value))
    let place = lowering.makeTensor(layout, for: result, needsGradient: false)
    var parts: [ConcatenateStep.Part] = []
    var first = 0
    for term in terms {
      let count = lowering.shape(term).channels
      let fits =
        layout.batch == 1 && first % layout.block == 0
        && (count % layout.block == 0 || first + count == layout.channels)
      let offset = place.offset + first * layout.pixels * layout.precision.byteCount
      if fits { lowering.reserve(term, in: place.buffer, at: offset) }
      let held = try lowering.blocked(term)
      let isThere =
        fits && held.isSettled && held.buffer == place.buffer && held.offset == offset
      parts.append(.init(source: held, firstChannel: first, isThere: isThere))
      first += count
    }
    let made = Tensor(
      layout, buffer: place.buffer, offset: place.offset,
      needsGradient: parts.contains { $0.source.needsGradient })
    lowering.add(
      ConcatenateStep(layer: lowering.graph.layerName(value), parts: parts, target: made))
    return made
  }
}

/// Copies the parts that were not made in their places.
struct ConcatenateStep: Step {
  struct Part: Sendable {
    let source: Tensor
    let firstChannel: Int
    let isThere: Bool
  }

  let layer: String
  let parts: [Part]
  let target: Tensor

  var algorithm: String { "concatenate" }
  var inputs: [Tensor] { parts.map(\.source) }
  var outputs: [Tensor] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let copied = parts.filter { !$0.isThere }
    let calls = copied.map { part in
      (
        PixelCall(part.source, target, memory), Int32(part.firstChannel),
        Int32(part.source.layout.channels)
      )
    }
    let layout = target.layout
    let start = target.address(in: memory)
    let blockBytes = layout.pixels * layout.block * layout.precision.byteCount
    // Channels that fill up the last block are zero.
    let clears = layout.channels % layout.block != 0 && !(parts.last?.isThere ?? true)
    return {
      if clears {
        for image in 1...layout.batch {
          (start + (image * layout.blocks - 1) * blockBytes)
            .initializeMemory(as: UInt8.self, repeating: 0, count: blockBytes)
        }
      }
      for (call, first, count) in calls {
        call.run { hb_copy_channels($0, $1, 0, $2, $3, first, count, $4, false) }
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    guard let gradient = plan.gradient(of: target) else { return nil }
    let contributions = parts.map { plan.contribute(to: $0.source) }
    plan.finish(target)
    let (parts, layout) = (parts, target.layout)
    return {
      var from = layout.described
      var none = hb_adjust.none
      for (part, contribution) in zip(parts, contributions) {
        guard let contribution else { continue }
        var to = part.source.layout.described
        let (first, count) = (Int32(part.firstChannel), Int32(part.source.layout.channels))
        hb_copy_channels(
          &from, gradient.start, first, &to, contribution.bytes, 0, count, &none,
          contribution.accumulates)
      }
      return true
    }
  }
}
