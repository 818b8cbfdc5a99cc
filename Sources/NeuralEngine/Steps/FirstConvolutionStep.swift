import AlignedMemory
import CNeuralKernels

/// A 3×3 convolution of at most four plain channels.
struct FirstConvolutionStep: Step {
  let layer: String
  let inputs: Int
  let source: BufferID
  let to: Stack
  let target: BufferID
  /// [3][3][inputs][padded outputs].
  let weights: AlignedBuffer<Float>
  let bias: AlignedBuffer<Float>
  let slope: Float

  var algorithm: String { "few inputs" }
  var reads: [BufferID] { [source] }
  var writes: [BufferID] { [target] }
  var operations: Double {
    2 * 9 * Double(inputs * to.channels) * Double(to.batch * to.height * to.width)
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let source = memory.floats(source)
    let target = memory[target]
    let (inputs, slope, weights, bias) = (Int32(inputs), slope, weights, bias)
    var to = to.described
    return {
      hb_first_convolution(&to, source, target, inputs, weights.start, bias.start, slope)
      return true
    }
  }
}
