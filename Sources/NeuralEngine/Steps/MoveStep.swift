import CNeuralKernels

/// Copies images to another grid of pixels, adjusting on the way.
struct MoveStep: Step {
  enum Kind: String {
    /// Keeps every `step`-th pixel; with 1, a copy.
    case subsample
    /// Keeps the maximum of squares of `step` pixels.
    case maximumPool = "maximum pool"
    /// Enlarges `step` times, bilinearly.
    case enlarge
  }

  let layer: String
  let kind: Kind
  let step: Int
  let from: Stack
  let source: BufferID
  let to: Stack
  let target: BufferID
  let adjustment: Adjustment

  var algorithm: String {
    (kind == .subsample && step == 1 ? "copy" : kind.rawValue)
      + (adjustment.isAffine ? " + normalize" : "")
  }
  var reads: [BufferID] { [source] + (adjustment.shiftBuffer.map { [$0] } ?? []) }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let function =
      switch kind {
      case .subsample: hb_subsample
      case .maximumPool: hb_maximum_pool
      case .enlarge: hb_enlarge
      }
    let source = memory[source]
    let target = memory[target]
    let adjust = adjustment.bound(to: memory)
    let step = Int32(step)
    var from = from.described
    var to = to.described
    return {
      withUnsafePointer(to: adjust.described) {
        function(&from, source, &to, target, step, $0)
      }
      return true
    }
  }
}
