/// Uninitialized doubles on a cache line's boundary, so that vector code runs alike in every process.
final class AlignedDoubles {
  let start: UnsafeMutablePointer<Double>

  init(count: Int) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Double>.stride, alignment: 64)
    start = bytes.bindMemory(to: Double.self, capacity: max(count, 1))
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }
}
