import Colorization
import Imaging

/// What the affinity network is shown: the lightness, and the hints at every scale and as points.
public enum AffinityInputs {
  /// One revealed colour in the network's picture.
  public struct Patch: Sendable {
    /// Rows of the network's picture that it covers.
    public var rows: Range<Int>
    /// Columns that it covers.
    public var columns: Range<Int>
    /// The centre's row as a fraction of the height.
    public var row: Float
    /// Its column as a fraction of the width.
    public var column: Float
    /// CIE a*.
    public var a: Float
    /// CIE b*.
    public var b: Float

    /// A patch of pixels, its centre in their middle.
    ///
    /// - Parameters:
    ///   - height, width: of the network's picture.
    public init(
      rows: Range<Int>, columns: Range<Int>, a: Float, b: Float, height: Int, width: Int
    ) {
      (self.rows, self.columns, self.a, self.b) = (rows, columns, a, b)
      row = Float(rows.lowerBound + rows.upperBound) / Float(2 * height)
      column = Float(columns.lowerBound + columns.upperBound) / Float(2 * width)
    }

    /// A hint point of an H×W picture in one of h×w: the patch scaled, of at least one pixel.
    ///
    /// - Parameters:
    ///   - size: H and W.
    ///   - height, width: h and w.
    init?(_ point: HintPoint, of size: (height: Int, width: Int), height: Int, width: Int) {
      let extent = point.extent(height: size.height, width: size.width)
      guard !extent.rows.isEmpty, !extent.columns.isEmpty else { return nil }
      rows = Self.scaled(extent.rows, from: size.height, to: height)
      columns = Self.scaled(extent.columns, from: size.width, to: width)
      row = (Float(point.row) + 0.5) / Float(size.height)
      column = (Float(point.column) + 0.5) / Float(size.width)
      (a, b) = (Float(point.a), Float(point.b))
    }

    private static func scaled(_ range: Range<Int>, from old: Int, to new: Int) -> Range<Int> {
      guard old != new else { return range }
      let factor = Double(new) / Double(old)
      let first = min(Int((Double(range.lowerBound) * factor).rounded()), new - 1)
      let end = Int((Double(range.upperBound) * factor).rounded())
      return first..<min(max(end, first + 1), new)
    }
  }

  /// ``AffinityNetwork/Port/picture``: 3×h×w.
  ///
  /// - Parameter lightness: L* in 0…100, h×w.
  public static func picture(_ lightness: [Float]) -> [Float] {
    let plane = lightness.map { ($0 * 2.55 - 127) / 128 }
    return plane + plane + plane
  }

  /// ``AffinityNetwork/Port/lightness``: h/2×w/2.
  ///
  /// - Parameter lightness: L* in 0…100, h×w.
  public static func halved(_ lightness: [Float], height: Int, width: Int) -> [Float] {
    var sums = CellSums(lightness, height: height, width: width)
    sums.halve()
    return sums.values.map { $0 / 400 }
  }

  /// ``AffinityNetwork/Port/hints(_:)`` of all strides: 3×h/s×w/s each.
  ///
  /// - Parameter patches: later ones overwrite earlier ones.
  public static func hints(_ patches: [Patch], height: Int, width: Int) -> [Int: [Float]] {
    let count = height * width
    var planes = [[Float]](repeating: [Float](repeating: 0, count: count), count: 3)
    for patch in patches {
      let numbers = [
        patch.a / AffinityNetwork.chrominanceRange, patch.b / AffinityNetwork.chrominanceRange, 1,
      ]
      for row in patch.rows {
        for (plane, number) in numbers.enumerated() {
          for column in patch.columns { planes[plane][row * width + column] = number }
        }
      }
    }
    var sums = planes.map { CellSums($0, height: height, width: width) }
    var pooled: [Int: [Float]] = [:]
    for stride in AffinityNetwork.strides {
      for plane in sums.indices { sums[plane].halve() }
      let area = Float(stride * stride)
      let shares = sums[2].values.map { $0 / area }
      // The small number is the network's own: it learned with it.
      func mean(_ plane: Int) -> [Float] {
        zip(sums[plane].values, shares).map { $0 / area / ($1 + 1e-4) }
      }
      pooled[stride] = mean(0) + mean(1) + shares.map { min($0, 1).squareRoot() }
    }
    return pooled
  }

  /// ``AffinityNetwork/Port/points``: 5×K.
  ///
  /// - Parameter patches: of more than K, every n-th.
  public static func points(_ patches: [Patch]) -> [Float] {
    let count = AffinityNetwork.pointCount
    var numbers = [Float](repeating: 0, count: 5 * count)
    let taken = min(count, patches.count)
    for index in 0..<taken {
      let place =
        patches.count <= count ? index : index * (patches.count - 1) / (count - 1)
      let patch = patches[place]
      let fields = [
        patch.row, patch.column, patch.a / AffinityNetwork.chrominanceRange,
        patch.b / AffinityNetwork.chrominanceRange, 1,
      ]
      for (field, number) in fields.enumerated() { numbers[field * count + index] = number }
    }
    return numbers
  }
}

/// Sums over the square cells of a plane, which grow by doubling.
private struct CellSums {
  private(set) var values: [Float]
  private var height: Int
  private var width: Int

  init(_ values: [Float], height: Int, width: Int) {
    (self.values, self.height, self.width) = (values, height, width)
  }

  /// Joins four cells to one.
  mutating func halve() {
    let (rows, columns) = (height / 2, width / 2)
    values = [Float](unsafeUninitializedCapacity: rows * columns) { sums, count in
      for row in 0..<rows {
        let (upper, lower) = (2 * row * width, (2 * row + 1) * width)
        for column in 0..<columns {
          sums[row * columns + column] =
            values[upper + 2 * column] + values[upper + 2 * column + 1]
            + values[lower + 2 * column] + values[lower + 2 * column + 1]
        }
      }
      count = rows * columns
    }
    (height, width) = (rows, columns)
  }
}
