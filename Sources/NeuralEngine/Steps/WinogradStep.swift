import AlignedMemory
import CNeuralKernels

/// A convolution by Winograd's minimal filtering.
struct WinogradStep: Step {
  let layer: String
  let shape: hb_winograd
  let threads: Int
  let source: BufferID
  /// What happens to the source's numbers first.
  let adjustment: Adjustment
  let target: BufferID
  /// Transformed.
  let weights: AlignedBuffer<Float>
  /// By padded output channel.
  let bias: AlignedBuffer<Float>
  let operations: Double

  var algorithm: String {
    shape.filter == HB_FILTER_3 ? "Winograd F(4×4, 3×3)" : "Winograd F(5×5, 2×2)"
  }
  var reads: [BufferID] {
    [source] + (adjustment.shiftBuffer.map { [$0] } ?? []) + (shape.accumulates ? [target] : [])
  }
  var writes: [BufferID] { [target] }
  var scratchBytes: Int {
    withUnsafePointer(to: shape) { hb_winograd_scratch($0, Int32(threads)) }
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (source, target) = (memory.floats(source), memory.floats(target))
    let adjust = adjustment.bound(to: memory)
    let (weights, bias, scratch) = (weights, bias, memory.scratch)
    let threads = Int32(threads)
    var shape = shape
    return {
      withUnsafePointer(to: adjust.described) {
        hb_winograd_run(
          &shape, source, $0, weights.start, bias.start, nil, target, threads, scratch)
      }
      return true
    }
  }
}
