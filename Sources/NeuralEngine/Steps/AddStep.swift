import CNeuralKernels

/// The sum of two blocked images.
struct AddStep: Step {
  let layer: String
  let stack: Stack
  let first: BufferID
  let second: BufferID
  let target: BufferID
  let slope: Float

  var algorithm: String { "add" }
  var reads: [BufferID] { [first, second] }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (first, second, target) = (memory[first], memory[second], memory[target])
    let slope = slope
    var stack = stack.described
    return {
      hb_add(&stack, first, second, target, slope)
      return true
    }
  }
}
