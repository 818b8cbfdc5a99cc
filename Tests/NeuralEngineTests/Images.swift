/// Images N×C×H×W in double precision, row-major.
struct Images: Equatable {
  let batch: Int
  let channels: Int
  let height: Int
  let width: Int
  var values: [Double]

  /// Zeros.
  init(batch: Int, channels: Int, height: Int, width: Int) {
    (self.batch, self.channels, self.height, self.width) = (batch, channels, height, width)
    values = [Double](repeating: 0, count: batch * channels * height * width)
  }

  /// Images from a formula of image, channel, row and column.
  init(
    batch: Int, channels: Int, height: Int, width: Int,
    _ formula: (Int, Int, Int, Int) -> Double
  ) {
    self.init(batch: batch, channels: channels, height: height, width: width)
    for image in 0..<batch {
      for channel in 0..<channels {
        for row in 0..<height {
          for column in 0..<width {
            self[image, channel, row, column] = formula(image, channel, row, column)
          }
        }
      }
    }
  }

  subscript(image: Int, channel: Int, row: Int, column: Int) -> Double {
    get { values[((image * channels + channel) * height + row) * width + column] }
    set { values[((image * channels + channel) * height + row) * width + column] = newValue }
  }

  /// The sizes along the four axes.
  var shape: [Int] { [batch, channels, height, width] }

  /// The largest magnitude.
  var scale: Double { values.reduce(0) { max($0, abs($1)) } }

  /// The largest difference to other numbers, as a part of the largest magnitude here; infinite when
  /// there are not as many of them or one is no number.
  func relativeError(of numbers: [Float]) -> Double {
    guard numbers.count == values.count else { return .infinity }
    var largest = 0.0
    for (value, number) in zip(values, numbers) {
      let difference = abs(value - Double(number))
      if !difference.isFinite { return .infinity }
      largest = max(largest, difference)
    }
    return largest == 0 ? 0 : largest / scale
  }
}
