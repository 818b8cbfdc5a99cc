import Glibc

/// Numbers on a cache line's boundary, so that vector code runs alike in every process.
public final class AlignedBuffer<Number: BitwiseCopyable> {
  /// The first number.
  public let start: UnsafeMutablePointer<Number>
  /// How many there are.
  public let count: Int

  /// From this size on, memory is asked for in the processor's large pages (2 MB).
  private static var largePage: Int { 1 << 21 }

  /// Uninitialized numbers.
  public init(count: Int) {
    let byteCount = max(count, 1) * MemoryLayout<Number>.stride
    let isLarge = byteCount >= Self.largePage
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: isLarge ? Self.largePage : 64)
    // A wish: without large pages the same memory comes in small ones.
    if isLarge { madvise(bytes, byteCount, MADV_HUGEPAGE) }
    start = bytes.bindMemory(to: Number.self, capacity: max(count, 1))
    self.count = count
  }

  /// The same number many times.
  public convenience init(count: Int, repeating number: Number) {
    self.init(count: count)
    start.initialize(repeating: number, count: count)
  }

  /// A copy of an array.
  public convenience init(_ numbers: [Number]) {
    self.init(count: numbers.count)
    numbers.withUnsafeBufferPointer { all in
      if let first = all.baseAddress { start.initialize(from: first, count: all.count) }
    }
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}

/// Shared only where nobody writes any more.
extension AlignedBuffer: @unchecked Sendable where Number: Sendable {}
