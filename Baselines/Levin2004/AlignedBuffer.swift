/// Numbers on a cache line's boundary, so that vector code runs alike in every process.
final class AlignedBuffer<Number: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Number>

  /// Uninitialized numbers.
  init(count: Int) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Number>.stride, alignment: 64)
    start = bytes.bindMemory(to: Number.self, capacity: max(count, 1))
  }

  /// The same number many times.
  convenience init(count: Int, repeating number: Number) {
    self.init(count: count)
    start.initialize(repeating: number, count: count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
