import AlignedMemory
import CNeuralKernels

/// Takes back, near the border, the shift of a folded normalization where the kernel met padding.
struct FrameStep: Step {
  let layer: String
  let stack: Stack
  let buffer: BufferID
  /// Where in the buffer's numbers the images start.
  let offset: Int
  let frame: FrameCorrection

  var algorithm: String { "correct frame" }
  var reads: [BufferID] { [buffer] }
  var writes: [BufferID] { [buffer] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let address = memory[buffer] + offset * stack.precision.byteCount
    let rows = AlignedBuffer(frame.rows.classes)
    let columns = AlignedBuffer(frame.columns.classes)
    let table = AlignedBuffer(frame.table)
    let columnClasses = Int32(frame.columns.missing.count)
    var stack = stack.described
    return {
      hb_correct_frame(&stack, address, rows.start, columns.start, columnClasses, table.start)
      return true
    }
  }
}
