import Colorimetry
import Imaging

/// Some rows of samples, spread out over the columns of the enlarged picture so that eight columns
/// are worked on at once.
struct UpsamplingSamples {
  /// For each row, group of columns and tap: L*, a* and b*.
  private let values: [SIMD8<Float>]
  private let firstRow: Int
  private let groups: Int
  private static let taps = UpsamplingAxis.taps

  /// Spreads out rows of h×w chrominance and lightness along the columns of an axis.
  init(
    _ chrominance: Chrominance, lightness: Plane, rows: ClosedRange<Int>, columns: UpsamplingAxis
  ) {
    let lanes = UpsamplingColumns.lanes
    let groups = UpsamplingColumns.groups(columns.pixelCount)
    var values: [SIMD8<Float>] = []
    values.reserveCapacity(rows.count * groups * Self.taps * 3)
    for row in rows {
      let start = row * lightness.width
      for group in 0..<groups {
        for tap in 0..<Self.taps {
          var (l, a, b) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
          for lane in 0..<lanes {
            let column = min(group * lanes + lane, columns.pixelCount - 1)
            let source = start + columns.source(pixel: column, tap: tap)
            l[lane] = Float(lightness.values[source])
            a[lane] = Float(chrominance.a.values[source])
            b[lane] = Float(chrominance.b.values[source])
          }
          values.append(l)
          values.append(a)
          values.append(b)
        }
      }
    }
    self.values = values
    self.groups = groups
    firstRow = rows.lowerBound
  }

  /// Writes one row of the enlarged chrominance.
  ///
  /// - Parameters:
  ///   - row: the row, whose samples are among those spread out.
  ///   - axis: the vertical axis.
  ///   - weights: the weights of the columns.
  ///   - range: 1/16σ² of the lightness term.
  ///   - floor: weight of the triangle regardless of lightness.
  ///   - guide: L* of the enlarged picture, H×W.
  ///   - a: H×W values of a*.
  ///   - b: H×W values of b*.
  func blend(
    row: Int, of axis: UpsamplingAxis, weights: UpsamplingColumns, range: Float, floor: Float,
    guide: Plane, a: UnsafeMutableBufferPointer<Double>, b: UnsafeMutableBufferPointer<Double>
  ) {
    let taps = Self.taps
    let rowTaps = (0..<taps).compactMap { tap -> RowTap? in
      let triangle = axis.triangle[row * taps + tap]
      let gaussian = axis.gaussian[row * taps + tap]
      guard triangle > 0 || gaussian > 0 else { return nil }
      let offset = (axis.source(pixel: row, tap: tap) - firstRow) * groups * taps * 3
      return RowTap(offset: offset, triangle: triangle, gaussian: gaussian)
    }
    let line = (row * guide.width)..<((row + 1) * guide.width)
    for group in 0..<groups {
      let first = line.lowerBound + group * UpsamplingColumns.lanes
      let pixels = first..<min(first + UpsamplingColumns.lanes, line.upperBound)
      var lightness = SIMD8<Float>()
      for (lane, pixel) in pixels.enumerated() { lightness[lane] = Float(guide.values[pixel]) }
      let mean = blended(
        group: group, rowTaps: rowTaps, weights: weights, range: range, floor: floor,
        lightness: lightness)
      for (lane, pixel) in pixels.enumerated() {
        a[pixel] = Double(mean.a[lane])
        b[pixel] = Double(mean.b[lane])
      }
    }
  }

  /// A row of samples below or above a row of pixels.
  private struct RowTap {
    /// Where the row begins in `values`.
    let offset: Int
    let triangle: Float
    let gaussian: Float
  }

  /// The weighted means of eight columns.
  @inline(__always)
  private func blended(
    group: Int, rowTaps: [RowTap], weights: UpsamplingColumns, range: Float, floor: Float,
    lightness: SIMD8<Float>
  ) -> (a: SIMD8<Float>, b: SIMD8<Float>) {
    let taps = Self.taps
    var (total, a, b) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    for rowTap in rowTaps {
      for tap in 0..<taps {
        let sample = rowTap.offset + (group * taps + tap) * 3
        let pair = (group * taps + tap) * 2
        let difference = lightness - values[sample]
        var likeness = 1 - difference * difference * range
        likeness.replace(with: 0, where: likeness .< 0)
        likeness *= likeness
        likeness *= likeness
        likeness *= likeness
        let triangle = weights.pairs[pair] * rowTap.triangle
        let near = triangle + weights.pairs[pair + 1] * rowTap.gaussian
        let weight = near * likeness + triangle * floor
        total += weight
        a += weight * values[sample + 1]
        b += weight * values[sample + 2]
      }
    }
    return (a / total, b / total)
  }
}
