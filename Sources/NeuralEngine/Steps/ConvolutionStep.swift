import COneDNN

/// A convolution by oneDNN.
struct ConvolutionStep: Step {
  let layer: String
  let packed: PackedConvolution
  let source: BufferID
  let target: BufferID
  /// Where in the target's numbers the result starts.
  var targetOffset = 0
  let accumulates: Bool
  let operations: Double
  let bytesPerNumber: Int

  var algorithm: String { packed.name }
  var reads: [BufferID] { accumulates ? [source, target] : [source] }
  var writes: [BufferID] { [target] }
  var scratchBytes: Int { packed.scratchBytes }

  func bind(to memory: BoundMemory) throws(NeuralEngineError) -> () -> Bool {
    let target = memory[target] + targetOffset * bytesPerNumber
    guard let call = BoundConvolution(packed, memory[source], target, memory.scratch) else {
      throw .refused(layer: layer)
    }
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
