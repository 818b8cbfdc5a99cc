/// One call of a compiled network, there and back: reads some tensors, writes others.
protocol Step: Sendable {
  /// The layer it computes (part of).
  var layer: String { get }
  /// How, in a word or two.
  var algorithm: String { get }
  /// What it reads, as often as it contributes to its gradient.
  var inputs: [Tensor] { get }
  /// What it writes.
  var outputs: [Tensor] { get }
  /// What it reads or writes besides: factors of a normalization, statistics.
  var otherReads: [BufferID] { get }
  var otherWrites: [BufferID] { get }
  /// The result is added to what the outputs hold.
  var accumulates: Bool { get }
  /// Working memory for the duration of a call there, and back.
  var scratchBytes: Int { get }
  var backScratchBytes: Int { get }
  /// Multiplications and additions that the layer stands for, computed as written.
  var operations: Double { get }

  /// Fixes the addresses; the result runs the step and tells whether that went well.
  func bind(to memory: BoundMemory) throws(NeuralEngineError) -> () -> Bool

  /// Fixes the addresses of the backward op, which contributes to the inputs' gradients and writes
  /// those of the weights; called once, in the order of the way back.
  ///
  /// - Returns: nil where there is nothing to do.
  func bindBack(
    _ plan: GradientPlan, to memory: BoundMemory
  ) throws(NeuralEngineError) -> (() -> Bool)?
}

extension Step {
  var otherReads: [BufferID] { [] }
  var otherWrites: [BufferID] { [] }
  var accumulates: Bool { false }
  var scratchBytes: Int { 0 }
  var backScratchBytes: Int { 0 }
  var operations: Double { 0 }

  /// Buffers whose contents it needs, those that it adds to included.
  var reads: [BufferID] {
    inputs.flatMap { [$0.buffer] + $0.prologue.buffers } + otherReads
      + (accumulates ? outputs.map(\.buffer) : [])
  }
  /// Buffers that it fills or changes.
  var writes: [BufferID] { outputs.map(\.buffer) + otherWrites }
}

/// Memory between two steps; its index among the buffers of a program.
typealias BufferID = Int

/// Addresses for the buffers of a program.
struct BoundMemory {
  let addresses: [UnsafeMutableRawPointer]
  let scratch: UnsafeMutableRawPointer

  subscript(buffer: BufferID) -> UnsafeMutableRawPointer { addresses[buffer] }

  func floats(_ buffer: BufferID) -> UnsafeMutablePointer<Float> {
    addresses[buffer].assumingMemoryBound(to: Float.self)
  }
}
