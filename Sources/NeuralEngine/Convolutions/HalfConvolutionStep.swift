import AlignedMemory
import CNeuralKernels

/// A convolution in bfloat16, by the processor's matrix units where it has them.
struct HalfConvolutionStep: RunningStep {
  let layer: String
  private let shape: hb_half_convolution
  private let source: Tensor
  private let target: Tensor
  private let threads: Int32
  private let packed: AlignedBuffer<UInt8>
  private let bias: AlignedBuffer<Float>
  let operations: Double

  /// - Parameter source: what is pending there is applied on the way.
  init(
    _ site: ConvolutionSite, placed: Window.Placed, source: Tensor, target: Tensor,
    weights: LayerWeights
  ) {
    layer = site.layer.name
    self.source = source
    self.target = target
    threads = Int32(site.lowering.options.threads)
    var shape = HalfShape.described(
      site.layer, placed, from: source.layout, to: target.layout,
      isTransposed: site.layer.isTransposed, accumulates: site.accumulates,
      epilogue: site.epilogue)
    let packed = AlignedBuffer<UInt8>(count: hb_half_weights(&shape))
    let values = AlignedBuffer(weights.values)
    var view = HalfShape.view(site.layer, values.start)
    withExtendedLifetime(values) { hb_half_pack(&shape, &view, packed.start) }
    self.packed = packed
    self.shape = shape
    bias = AlignedBuffer(weights.paddedBias(target.layout.paddedChannels))
    let pixels = site.layer.isTransposed ? source.layout.pixels : target.layout.pixels
    operations = site.layer.operations(pixels: pixels * source.layout.batch)
  }

  var algorithm: String { EngineProcessor.hasMatrixUnits ? "AMX bf16" : "bf16" }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var accumulates: Bool { shape.accumulates }
  var scratchBytes: Int { withUnsafePointer(to: shape) { hb_half_scratch($0, threads) } }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.address(in: memory), target.address(in: memory))
    let adjust = source.prologue.bound(to: memory)
    let (packed, bias, threads, scratch) = (packed, bias, threads, memory.scratch)
    var shape = shape
    return {
      withUnsafePointer(to: adjust.described) {
        hb_half_convolve(
          &shape, from, $0, packed.start, bias.start, nil, to, threads, scratch)
      }
      return true
    }
  }
}
