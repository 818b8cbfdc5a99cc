import Glibc

/// Numbers on a cache line's boundary, so that vector code runs alike in every process.
final class AlignedBuffer<Number: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Number>

  /// From this size on, memory is asked for in the processor's large pages (2 MB).
  private static var largePage: Int { 1 << 21 }

  /// Uninitialized numbers.
  init(count: Int) {
    let byteCount = max(count, 1) * MemoryLayout<Number>.stride
    let isLarge = byteCount >= Self.largePage
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: isLarge ? Self.largePage : 64)
    // A wish: without large pages the same memory comes in small ones.
    if isLarge { madvise(bytes, byteCount, MADV_HUGEPAGE) }
    start = bytes.bindMemory(to: Number.self, capacity: max(count, 1))
  }

  /// The same number many times.
  convenience init(count: Int, repeating number: Number) {
    self.init(count: count)
    start.initialize(repeating: number, count: count)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
