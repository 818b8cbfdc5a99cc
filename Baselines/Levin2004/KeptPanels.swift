import AlignedMemory

/// [F11⁻¹; F21] of every separating line, (p+b)×p column-major: with them given values can be
/// spread without eliminating again.
final class KeptPanels {
  private let offsets: [Int]
  private let storage: AlignedBuffer<Double>

  init(_ dissection: NestedDissection) {
    var count = 0
    offsets = dissection.fronts.map { front in
      defer { if front.leaf == nil { count += front.pixels.count * front.pivotCount } }
      return count
    }
    storage = AlignedBuffer(count: count)
  }

  /// The first number of a line's panel.
  func panel(_ index: Int) -> UnsafeMutablePointer<Double> { storage.start + offsets[index] }
}
