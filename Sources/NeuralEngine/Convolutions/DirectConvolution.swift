import CNeuralKernels

/// Lowers a convolution that runs by sums of products as written (by oneDNN, but for 1×1 kernels), with
/// a pending normalization folded into the weights where possible.
struct DirectConvolution {
  let site: ConvolutionSite
  let weights: LayerWeights

  private var layer: ConvolutionLayer { site.layer }
  private var lowering: Lowering { site.lowering }

  func lower() throws(NeuralEngineError) -> Tensor {
    let placed = try site.placed()
    let padding = ConvolutionShape.Padding(
      top: placed.top, left: placed.left, bottom: placed.bottom, right: placed.right)
    // Near padding a folded shift has to be taken back, before a rectifier.
    let mayFold =
      layer.isTransposed || padding == .none || site.accumulates || site.epilogue.isNone
    var source = try lowering.blocked(site.input)
    let pending = source.prologue
    if pending.slope != 1 || !pending.isConstant || (pending.isAffine && !mayFold) {
      source = try lowering.settled(site.input, as: .blocked)
    }
    let target = site.makeTarget()
    if layer.isTransposed {
      try addPhases(of: source, to: target)
    } else if PointwiseStep.suits(layer, source.layout) {
      lowering.add(
        PointwiseStep(
          weights, source: source, target: target, accumulates: site.accumulates,
          epilogue: site.epilogue))
    } else {
      let shape = ConvolutionShape(layer, placed, from: source.layout, outputs: layer.outputs)
      let padded = ConvolutionWeights(weights)
        .padded(inputs: shape.from.paddedChannels, outputs: shape.to.paddedChannels)
      try add(
        padded, shape, of: source, to: target, accumulates: site.accumulates,
        epilogue: site.epilogue)
    }
    return target
  }

  private func add(
    _ weights: ConvolutionWeights, _ shape: ConvolutionShape, of source: Tensor,
    to target: Tensor, accumulates: Bool, epilogue: Epilogue
  ) throws(NeuralEngineError) {
    var weights = weights
    let frame = weights.fold(source.prologue, shape: shape)
    let spec = shape.described(accumulates: accumulates, epilogue: epilogue)
    guard
      let packed = PackedConvolution(spec: spec, weights: weights.values, bias: weights.bias)
    else { throw .refused(layer: layer.name) }
    let correction = frame.map { FrameStep(layer: layer.name, target: target, frame: $0) }
    // A rectifier comes last: what is corrected before it is corrected in the sum so far.
    if accumulates, let correction { lowering.add(correction) }
    lowering.add(
      DirectStep(
        layer: layer.name, packed: packed, source: source, target: target,
        accumulates: accumulates, operations: shape.operations))
    if !accumulates, let correction { lowering.add(correction) }
  }

  /// A transposed convolution: step² ordinary ones on the small image, whose results interleave.
  ///
  /// Output pixel o = step·y + r gathers kernel taps k = r + padding − step·j of input pixels y + j.
  private func addPhases(of source: Tensor, to target: Tensor) throws(NeuralEngineError) {
    let from = source.layout
    let sorted = TransposedWeights(weights, from: from)
    let phases = layer.window.stride * layer.window.stride
    let layout = from.with(channels: layer.outputs)
    let together = lowering.buffer(bytes: phases * layout.byteCount)
    var parts: [Tensor] = []
    for phase in 0..<phases {
      let part = sorted.phase(phase)
      let shape = ConvolutionShape(
        from: from, outputs: layer.outputs, kernelHeight: part.rows.count,
        kernelWidth: part.columns.count,
        padding: .init(
          top: -part.rows.lowerBound, left: -part.columns.lowerBound,
          bottom: part.rows.upperBound - 1, right: part.columns.upperBound - 1))
      let result = Tensor(
        layout, buffer: together, offset: phase * layout.byteCount, needsGradient: true)
      try add(
        part.weights, shape, of: source, to: result, accumulates: false, epilogue: .none)
      parts.append(result)
    }
    lowering.add(
      InterleaveStep(
        layer: layer.name, phases: parts, target: target, step: layer.window.stride,
        accumulates: site.accumulates, epilogue: site.epilogue))
  }
}

/// Puts the phases of a transposed convolution together, possibly onto what is there.
struct InterleaveStep: RunningStep {
  let layer: String
  /// One after the other in one buffer.
  let phases: [Tensor]
  let target: Tensor
  let step: Int
  let accumulates: Bool
  let epilogue: Epilogue

  var algorithm: String { accumulates ? "interleave + add" : "interleave" }
  var inputs: [Tensor] { phases }
  var outputs: [Tensor] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let layout = phases[0].layout
    let from = phases[0].address(in: memory)
    let to = target.address(in: memory)
    let phaseStride = layout.byteCount / layout.precision.byteCount
    let batchStride = phaseStride / layout.batch
    let (step, accumulates, epilogue) = (Int32(step), accumulates, epilogue.described)
    var stack = target.layout.described
    return {
      hb_interleave(&stack, to, from, phaseStride, batchStride, step, accumulates, epilogue)
      return true
    }
  }
}
