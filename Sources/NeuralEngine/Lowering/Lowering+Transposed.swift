extension Lowering {
  /// A transposed convolution by oneDNN: step² ordinary ones on the small image, whose results
  /// interleave.
  ///
  /// Output pixel o = step·y + r gathers kernel taps k = r + padding − step·j of input pixels y + j.
  func phases(
    _ layer: ConvolutionLayer, of source: Located, onto total: Located?, slope: Float
  ) throws(NeuralEngineError) -> Located {
    let from = source.stack
    let weights = try TransposedWeights(layer, parameters, from: from)
    let to = from.with(
      channels: layer.outputs, height: from.height * layer.stride,
      width: from.width * layer.stride)
    try require(to, fits: total, layer: layer.name)
    let phases = layer.stride * layer.stride
    let phaseStack = from.with(channels: layer.outputs)
    let together = buffer(bytes: phases * phaseStack.byteCount)
    for phase in 0..<phases {
      var part = weights.phase(phase)
      let shape = ConvolutionShape(
        from: from, outputs: layer.outputs, kernelHeight: part.rows.count,
        kernelWidth: part.columns.count,
        padding: .init(
          top: -part.rows.lowerBound, left: -part.columns.lowerBound,
          bottom: part.rows.upperBound - 1, right: part.columns.upperBound - 1))
      let frame = part.weights.fold(source.adjustment, shape: shape)
      let convolution = ConvolutionPart(
        layer: layer.name, shape: shape, weights: part.weights, frame: frame,
        source: source.buffer, target: together, targetOffset: phase * phaseStack.count,
        accumulates: false, slope: 1)
      for step in try convolution.steps() { add(step) }
    }
    let target = total?.buffer ?? buffer(to, .blocked)
    add(
      InterleaveStep(
        layer: layer.name, source: together, phaseStride: phaseStack.count,
        batchStride: phaseStack.count / phaseStack.batch, to: to, target: target,
        step: layer.stride, accumulates: total != nil, slope: slope))
    return Located(buffer: target, stack: to, form: .blocked)
  }
}
