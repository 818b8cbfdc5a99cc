/// Working memory for one front at a time, sized for the largest of a dissection.
final class FrontScratch {
  /// [F11; F21], (p+b)×p column-major; in substitution the p×2 solved values.
  let panel: AlignedDoubles
  /// [F12 | right-hand sides], p×(b+2) column-major; in substitution the b×2 known values.
  let right: AlignedDoubles
  /// Blocks of columns and rows at hand while F11 is inverted.
  let columns: AlignedDoubles
  let rows: AlignedDoubles

  init(fronts: [Front]) {
    let pivots = fronts.map(\.pivotCount).max() ?? 0
    let border = fronts.map(\.borderCount).max() ?? 0
    panel = AlignedDoubles(
      count: fronts.map { max($0.leaf == nil ? $0.pixels.count * $0.pivotCount : 0, 2 * pivots) }.max() ?? 0)
    right = AlignedDoubles(
      count: max(fronts.map { $0.pivotCount * ($0.borderCount + 2) }.max() ?? 0, 2 * border))
    columns = AlignedDoubles(count: pivots * DenseBlock.side)
    rows = AlignedDoubles(count: pivots * DenseBlock.side)
  }
}
