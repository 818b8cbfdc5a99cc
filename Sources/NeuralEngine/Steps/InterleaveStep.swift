import CNeuralKernels

/// Puts the phases of a transposed convolution together, possibly onto what is there.
struct InterleaveStep: Step {
  let layer: String
  let source: BufferID
  /// Numbers from one phase to the next, and from one image to the next, in the source.
  let phaseStride: Int
  let batchStride: Int
  let to: Stack
  let target: BufferID
  let step: Int
  let accumulates: Bool
  let slope: Float

  var algorithm: String { accumulates ? "interleave + add" : "interleave" }
  var reads: [BufferID] { accumulates ? [source, target] : [source] }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let source = memory[source]
    let target = memory[target]
    let (phaseStride, batchStride) = (phaseStride, batchStride)
    let (step, accumulates, slope) = (Int32(step), accumulates, slope)
    var to = to.described
    return {
      hb_interleave(&to, target, source, phaseStride, batchStride, step, accumulates, slope)
      return true
    }
  }
}
