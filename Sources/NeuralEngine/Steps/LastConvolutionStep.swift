import AlignedMemory
import CNeuralKernels

/// A 1×1 convolution to at most four plain channels.
struct LastConvolutionStep: Step {
  let layer: String
  let from: Stack
  let source: BufferID
  let outputs: Int
  let target: BufferID
  /// [outputs][padded inputs].
  let weights: AlignedBuffer<Float>
  let bias: AlignedBuffer<Float>
  /// Negative inputs count so many times.
  let slope: Float

  var algorithm: String { "few outputs" }
  var reads: [BufferID] { [source] }
  var writes: [BufferID] { [target] }
  var operations: Double {
    2 * Double(outputs * from.channels) * Double(from.batch * from.height * from.width)
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let source = memory[source]
    let target = memory.floats(target)
    let (outputs, slope, weights, bias) = (Int32(outputs), slope, weights, bias)
    var from = from.described
    return {
      hb_last_convolution(&from, source, target, outputs, weights.start, bias.start, slope)
      return true
    }
  }
}
