/// One convolution to be computed by oneDNN: between which buffers, with which weights, and what
/// follows.
struct ConvolutionPart {
  let layer: String
  let shape: ConvolutionShape
  let weights: ConvolutionWeights
  let frame: FrameCorrection?
  let source: BufferID
  let target: BufferID
  /// Where in the target's numbers the result starts.
  var targetOffset = 0
  let accumulates: Bool
  let slope: Float

  /// The steps.
  func steps() throws(NeuralEngineError) -> [any Step] {
    let spec = shape.described(accumulates: accumulates, slope: slope)
    guard
      let packed = PackedConvolution(spec: spec, weights: weights.values, bias: weights.bias)
    else { throw .refused(layer: layer) }
    let convolution = ConvolutionStep(
      layer: layer, packed: packed, source: source, target: target, targetOffset: targetOffset,
      accumulates: accumulates, operations: shape.operations,
      bytesPerNumber: shape.to.precision.byteCount)
    guard let frame else { return [convolution] }
    let correction = FrameStep(
      layer: layer, stack: shape.to, buffer: target, offset: targetOffset, frame: frame)
    // A rectifier comes last: what is corrected before it is corrected in the sum so far.
    return accumulates ? [correction, convolution] : [convolution, correction]
  }
}
