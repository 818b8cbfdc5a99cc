import AlignedMemory
import CNeuralKernels

/// A shift by channel that is known at run time only: a constant one plus a vector.
struct AddVectorsStep: Step {
  let layer: String
  /// By padded channel.
  let base: AlignedBuffer<Float>
  /// Plain: [batch][channels].
  let vector: BufferID
  let batch: Int
  let channels: Int
  let target: BufferID

  var algorithm: String { "add vectors" }
  var reads: [BufferID] { [vector] }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (base, vector, target) = (base, memory.floats(vector), memory.floats(target))
    let (batch, channels, padded) = (Int32(batch), Int32(channels), Int32(base.count))
    return {
      hb_add_vectors(base.start, vector, target, batch, channels, padded)
      return true
    }
  }
}
