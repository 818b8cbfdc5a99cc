import AlignedMemory
import CNeuralKernels

/// A convolution by Winograd's minimal filtering.
struct WinogradStep: RunningStep {
  let layer: String
  private let shape: hb_winograd
  private let threads: Int
  private let source: Tensor
  private let target: Tensor
  /// Transformed.
  private let weights: AlignedBuffer<Float>
  /// By padded output channel.
  private let bias: AlignedBuffer<Float>
  let operations: Double

  /// - Parameter source: what is pending there is applied on the way.
  init(
    _ shape: WinogradShape, source: Tensor, target: Tensor, weights: LayerWeights, threads: Int
  ) {
    layer = shape.layer.name
    self.shape = shape.described
    self.threads = threads
    self.source = source
    self.target = target
    self.weights = shape.transformed(weights)
    bias = AlignedBuffer(weights.paddedBias(target.layout.paddedChannels))
    operations = shape.layer.operations(pixels: source.layout.batch * source.layout.pixels)
  }

  var algorithm: String {
    shape.filter == HB_FILTER_3 ? "Winograd F(4×4, 3×3)" : "Winograd F(5×5, 2×2)"
  }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var accumulates: Bool { shape.accumulates }
  var scratchBytes: Int {
    withUnsafePointer(to: shape) { hb_winograd_scratch($0, Int32(threads)) }
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.floats(in: memory), target.floats(in: memory))
    let adjust = source.prologue.bound(to: memory)
    let (weights, bias, scratch) = (weights, bias, memory.scratch)
    let threads = Int32(threads)
    var shape = shape
    return {
      withUnsafePointer(to: adjust.described) {
        hb_winograd_run(
          &shape, from, $0, weights.start, bias.start, nil, to, threads, scratch)
      }
      return true
    }
  }
}
