import AlignedMemory
import CNeuralKernels

/// A 1×1 convolution, with the same sums as oneDNN's to the last bit.
struct PointwiseStep: RunningStep {
  let layer: String
  private let shape: hb_pointwise
  private let source: Tensor
  private let target: Tensor
  private let packed: AlignedBuffer<Float>
  private let bias: AlignedBuffer<Float>
  let operations: Double

  /// True for a layer that can be computed so, on this processor; of one pixel oneDNN is faster.
  static func suits(_ layer: ConvolutionLayer, _ layout: TensorLayout) -> Bool {
    layer.isPixelwise && layout.pixels > 1 && layout.precision == .float32
      && layout.block == 16 && hb_pointwise_available()
  }

  /// - Parameters:
  ///   - source: of its prologue only a scale and shift that are known, which are folded in.
  ///   - accumulates: the result is added to what the target holds.
  init(
    _ weights: LayerWeights, source: Tensor, target: Tensor, accumulates: Bool,
    epilogue: Epilogue
  ) {
    layer = weights.layer.name
    self.source = source
    self.target = target
    let layout = source.layout
    var shape = hb_pointwise(
      batch: Int32(layout.batch), inputs: Int32(layout.channels),
      output_blocks: Int32(target.layout.blocks), height: Int32(layout.height),
      width: Int32(layout.width), inputs_at_once: 0, accumulates: accumulates,
      epilogue: epilogue.described)
    shape.inputs_at_once = hb_pointwise_inputs_at_once(&shape)
    var padded = ConvolutionWeights(weights)
      .padded(inputs: layout.paddedChannels, outputs: target.layout.paddedChannels)
    padded.fold(source.prologue)
    let packed = AlignedBuffer<Float>(count: hb_pointwise_weights(&shape))
    hb_pointwise_pack(&shape, padded.values, packed.start)
    self.packed = packed
    self.shape = shape
    bias = AlignedBuffer(padded.bias)
    operations = weights.layer.operations(pixels: layout.batch * layout.pixels)
  }

  var algorithm: String { "1×1" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var accumulates: Bool { shape.accumulates }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.floats(in: memory), target.floats(in: memory))
    let (packed, bias) = (packed, bias)
    var shape = shape
    return {
      hb_pointwise_run(&shape, from, packed.start, bias.start, to)
      return true
    }
  }
}
