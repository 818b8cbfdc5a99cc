import CNeuralKernels

/// Between plain memory [batch][channels][height][width] and blocked memory.
struct RepackStep: Step {
  enum Direction: String {
    case pack
    case unpack
  }

  let layer: String
  let direction: Direction
  /// The blocked side.
  let stack: Stack
  let source: BufferID
  let target: BufferID
  let adjustment: Adjustment

  var algorithm: String { direction.rawValue }
  var reads: [BufferID] { [source] + (adjustment.shiftBuffer.map { [$0] } ?? []) }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (source, target) = (memory[source], memory[target])
    let adjust = adjustment.bound(to: memory)
    let channels = Int32(stack.channels)
    let direction = direction
    var stack = stack.described
    return {
      withUnsafePointer(to: adjust.described) { adjust in
        switch direction {
        case .pack:
          let plain = source.assumingMemoryBound(to: Float.self)
          hb_pack(&stack, plain, target, channels, adjust)
        case .unpack:
          let plain = target.assumingMemoryBound(to: Float.self)
          hb_unpack(&stack, source, plain, channels, adjust)
        }
      }
      return true
    }
  }
}
