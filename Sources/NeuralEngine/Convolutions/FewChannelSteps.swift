import AlignedMemory
import CNeuralKernels

/// A 3×3 convolution of at most four plain channels.
struct FirstConvolutionStep: RunningStep {
  let layer: String
  let source: Tensor
  let target: Tensor
  let stride: Int
  let placed: Window.Placed
  /// [3][3][inputs][padded outputs].
  let weights: AlignedBuffer<Float>
  let bias: AlignedBuffer<Float>

  var algorithm: String { "few inputs" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var operations: Double {
    2 * 9 * Double(source.layout.channels * target.layout.channels)
      * Double(target.layout.batch * target.layout.pixels)
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.floats(in: memory), target.address(in: memory))
    let (height, width) = (Int32(source.layout.height), Int32(source.layout.width))
    let (inputs, stride) = (Int32(source.layout.channels), Int32(stride))
    let (top, left) = (Int32(placed.top), Int32(placed.left))
    let (weights, bias, epilogue) = (weights, bias, target.epilogue.described)
    var stack = target.layout.described
    return {
      hb_first_convolution(
        &stack, from, height, width, to, inputs, stride, top, left, weights.start, bias.start,
        epilogue)
      return true
    }
  }
}

/// A 1×1 convolution to at most four plain channels.
struct LastConvolutionStep: RunningStep {
  let layer: String
  /// Of its prologue only the slope counts.
  let source: Tensor
  let target: Tensor
  /// [outputs][padded inputs].
  let weights: AlignedBuffer<Float>
  let bias: AlignedBuffer<Float>

  var algorithm: String { "few outputs" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var operations: Double {
    2 * Double(source.layout.channels * target.layout.channels)
      * Double(source.layout.batch * source.layout.pixels)
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.address(in: memory), target.floats(in: memory))
    let (outputs, slope) = (Int32(target.layout.channels), source.prologue.slope)
    let (weights, bias) = (weights, bias)
    var stack = source.layout.described
    return {
      hb_last_convolution(&stack, from, to, outputs, weights.start, bias.start, slope)
      return true
    }
  }
}
