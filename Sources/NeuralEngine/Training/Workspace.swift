import AlignedMemory

/// Working memory that the steps of a network share, one after the other.
final class Workspace {
  private(set) var memory = AlignedBuffer<UInt8>(count: 0)

  /// Makes sure that there is so much.
  func reserve(_ bytes: Int) {
    if bytes > memory.count { memory = AlignedBuffer(count: bytes) }
  }

  /// The memory from an offset on, a multiple of 64.
  func start(_ offset: Int = 0) -> UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(memory.start + offset)
  }

  func floats(_ offset: Int = 0) -> UnsafeMutablePointer<Float> {
    start(offset).assumingMemoryBound(to: Float.self)
  }

  /// Bytes of so many floats, up to the next cache line.
  static func bytes(floats count: Int) -> Int { (4 * count + 63) / 64 * 64 }
}
