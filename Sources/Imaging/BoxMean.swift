/// Means over square windows, those cut by the border averaging what they hold.
///
/// Sums grow by doubling: from sums over 2ᵏ neighbours come those over 2ᵏ⁺¹, and a window is put
/// together from the powers in its side. Every sum of a window adds the same values in the same
/// order wherever it lies, and only about 2·log₂(side) times an axis: unlike running sums there is
/// no subtraction, so that the error stays a few ulps of the mean itself and equal windows have
/// equal means.
public struct BoxMean: Sendable {
  private let height: Int
  private let width: Int
  private let window: Int
  /// How many pixels a window holds along each axis, by its centre.
  private let rowCounts: [Double]
  private let columnCounts: [Double]
  /// The plane with half a window of zeros around it, and its means in the end.
  private var sums: [Double]
  /// Sums over 2ᵏ neighbours; both buffers are kept from call to call.
  private var powers: [Double]

  /// Columns of the plane with half a window on both sides.
  private var paddedWidth: Int { width + window - 1 }

  /// - Parameters:
  ///   - height, width: of the planes to average.
  ///   - window: side of a window in pixels, odd.
  public init(height: Int, width: Int, window: Int) {
    precondition(window > 0 && window % 2 == 1, "a window has an odd side")
    self.height = height
    self.width = width
    self.window = window
    rowCounts = Self.counts(length: height, window: window)
    columnCounts = Self.counts(length: width, window: window)
    sums = [Double](repeating: 0, count: (height + window - 1) * (width + window - 1))
    powers = sums
  }

  /// The latest means, H×W row-major.
  public var means: ArraySlice<Double> { sums[..<(height * width)] }

  /// Averages numbers around every pixel into ``means``.
  ///
  /// - Parameter fill: writes row `row` (W numbers) to a pointer.
  public mutating func average(fill: (_ row: Int, _ values: UnsafeMutablePointer<Double>) -> Void) {
    let (height, width, stride, half) = (height, width, paddedWidth, window / 2)
    sums.withUnsafeMutableBufferPointer { sums in
      powers.withUnsafeMutableBufferPointer { powers in
        guard let values = sums.baseAddress, let scratch = powers.baseAddress else { return }
        sums.update(repeating: 0)
        for row in 0..<height { fill(row, values + (row + half) * stride + half) }
        // Down the columns, then along the rows: each leaves a window's sum at its first pixel.
        Self.sumForward(values, scratch, count: sums.count, stride: stride, window: window)
        Self.sumForward(values, scratch, count: height * stride, stride: 1, window: window)
        // Means close up to the front, never ahead of the sums still to be read.
        for row in 0..<height {
          let rows = rowCounts[row]
          for column in 0..<width {
            values[row * width + column] =
              values[row * stride + column] / (rows * columnCounts[column])
          }
        }
      }
    }
  }

  /// Replaces every value by the sum of `window` values from it on, `stride` apart; values past
  /// the end count as nothing.
  private static func sumForward(
    _ values: UnsafeMutablePointer<Double>, _ powers: UnsafeMutablePointer<Double>, count: Int,
    stride: Int, window: Int
  ) {
    powers.update(from: values, count: count)
    values.update(repeating: 0, count: count)
    var power = 1
    var offset = 0
    while true {
      if window & power != 0 {
        add(powers + offset * stride, to: values, count: count - offset * stride)
        offset += power
      }
      if offset == window { return }
      add(powers + power * stride, to: powers, count: count - power * stride)
      power *= 2
    }
  }

  /// Adds upward, so that `source` may be a later part of `target`. Explicit vectors: compilers
  /// must assume the worst of such an overlap.
  private static func add(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    typealias Block = SIMD8<Double>
    let bytes = MemoryLayout<Double>.stride
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    var index = 0
    while index + Block.scalarCount <= count {
      let sum =
        to.loadUnaligned(fromByteOffset: index * bytes, as: Block.self)
        + from.loadUnaligned(fromByteOffset: index * bytes, as: Block.self)
      to.storeBytes(of: sum, toByteOffset: index * bytes, as: Block.self)
      index += Block.scalarCount
    }
    while index < count {
      target[index] += source[index]
      index += 1
    }
  }

  private static func counts(length: Int, window: Int) -> [Double] {
    (0..<length).map { center in
      Double(min(center + window / 2, length - 1) - max(center - window / 2, 0) + 1)
    }
  }
}
