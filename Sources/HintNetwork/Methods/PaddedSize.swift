import Imaging

/// A picture's size rounded up to what the network takes; the added rows and columns repeat the
/// last ones and are cut off again.
struct PaddedSize {
  let height: Int
  let width: Int
  let paddedHeight: Int
  let paddedWidth: Int

  init(_ picture: Plane) {
    let step = HintNetworkArchitecture.step
    (height, width) = (picture.height, picture.width)
    paddedHeight = (height + step - 1) / step * step
    paddedWidth = (width + step - 1) / step * step
  }

  var paddedCount: Int { paddedHeight * paddedWidth }

  /// Writes (L−50)/100 for every pixel.
  func write(lightness: Plane, to numbers: UnsafeMutableBufferPointer<Float>) {
    for row in 0..<paddedHeight {
      let source = min(row, height - 1) * width
      for column in 0..<paddedWidth {
        let value = lightness.values[source + min(column, width - 1)]
        numbers[row * paddedWidth + column] = Float((value - 50) / 100)
      }
    }
  }

  /// Reads one plane of the network's output.
  func plane(_ index: Int, of numbers: UnsafeBufferPointer<Float>) -> Plane {
    var values = [Double](repeating: 0, count: height * width)
    for row in 0..<height {
      let source = index * paddedCount + row * paddedWidth
      for column in 0..<width { values[row * width + column] = Double(numbers[source + column]) }
    }
    return Plane(height: height, width: width, values: values)
  }
}
