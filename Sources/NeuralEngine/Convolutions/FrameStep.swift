import AlignedMemory
import CNeuralKernels

/// Takes back, near the border, the shift of a folded normalization where the kernel met padding.
struct FrameStep: RunningStep {
  let layer: String
  let target: Tensor
  let frame: FrameCorrection

  var algorithm: String { "correct frame" }
  var inputs: [Tensor] { [] }
  var outputs: [Tensor] { [target] }
  var accumulates: Bool { true }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let address = target.address(in: memory)
    let rows = AlignedBuffer(frame.rows.classes)
    let columns = AlignedBuffer(frame.columns.classes)
    let table = AlignedBuffer(frame.table)
    let columnClasses = Int32(frame.columns.missing.count)
    var stack = target.layout.described
    return {
      hb_correct_frame(&stack, address, rows.start, columns.start, columnClasses, table.start)
      return true
    }
  }
}
