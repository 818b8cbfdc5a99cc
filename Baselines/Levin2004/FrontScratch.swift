import AlignedMemory

/// Working memory for one front at a time, sized for the largest of a dissection.
final class FrontScratch {
  /// [F11; F21], (p+b)×p column-major; in substitution the p×2 solved values.
  let panel: AlignedBuffer<Double>
  /// [F12 | right-hand sides], p×(b+2) column-major; in substitution the b×2 known values.
  let right: AlignedBuffer<Double>
  /// Blocks of columns and rows at hand while F11 is inverted.
  let columns: AlignedBuffer<Double>
  let rows: AlignedBuffer<Double>

  init(fronts: [Front]) {
    let pivots = fronts.map(\.pivotCount).max() ?? 0
    let border = fronts.map(\.borderCount).max() ?? 0
    let lines = fronts.filter { $0.leaf == nil }
    let panelCount = lines.map { $0.pixels.count * $0.pivotCount }.max() ?? 0
    let rightCount = lines.map { $0.pivotCount * ($0.borderCount + 2) }.max() ?? 0
    panel = AlignedBuffer(count: max(panelCount, 2 * pivots))
    right = AlignedBuffer(count: max(rightCount, 2 * border))
    columns = AlignedBuffer(count: pivots * DenseBlock.side)
    rows = AlignedBuffer(count: pivots * DenseBlock.side)
  }
}
