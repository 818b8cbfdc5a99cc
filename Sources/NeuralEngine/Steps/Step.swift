/// One call of a compiled network: reads some buffers, writes others.
protocol Step: Sendable {
  /// The layer it computes (part of).
  var layer: String { get }
  /// How, in a word or two.
  var algorithm: String { get }
  /// Buffers whose contents it needs, those that it adds to included.
  var reads: [BufferID] { get }
  /// Buffers that it fills or changes.
  var writes: [BufferID] { get }
  /// Working memory for the duration of the call.
  var scratchBytes: Int { get }
  /// Multiplications and additions that the layer stands for, computed as written.
  var operations: Double { get }

  /// Fixes the addresses; the result runs the step and tells whether that went well.
  func bind(to memory: BoundMemory) throws(NeuralEngineError) -> () -> Bool
}

extension Step {
  var scratchBytes: Int { 0 }
  var operations: Double { 0 }
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
