import COneDNN

/// A convolution by oneDNN.
struct DirectStep: RunningStep {
  let layer: String
  let packed: PackedConvolution
  let source: Tensor
  let target: Tensor
  let accumulates: Bool
  let operations: Double

  var algorithm: String { packed.name }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var scratchBytes: Int { packed.scratchBytes }

  func bind(to memory: BoundMemory) throws(NeuralEngineError) -> () -> Bool {
    let call = BoundConvolution(
      packed, source.address(in: memory), target.address(in: memory), memory.scratch)
    guard let call else { throw .refused(layer: layer) }
    return { hb_convolution_run(call.handle) }
  }
}

/// A convolution with addresses; keeps its weights alive.
private final class BoundConvolution {
  let handle: OpaquePointer
  private let packed: PackedConvolution

  init?(
    _ packed: PackedConvolution, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer,
    _ scratch: UnsafeMutableRawPointer
  ) {
    guard let made = hb_convolution_bind(packed.handle, source, target, scratch) else {
      return nil
    }
    handle = made
    self.packed = packed
  }

  deinit { hb_convolution_release(handle) }
}
