extension Plane {
  /// The plane scaled by the filter of `RGBImage.resized`, without rounding.
  ///
  /// - Parameters:
  ///   - height: rows of the result, positive.
  ///   - width: columns of the result, positive.
  public func resized(height: Int, width: Int) -> Plane {
    precondition(
      height > 0 && width > 0 && self.height > 0 && self.width > 0,
      "a plane to scale has at least one value")
    var result = self
    if width != result.width { result = result.resizedRows(to: width) }
    if height != result.height { result = result.resizedColumns(to: height) }
    return result
  }

  private func resizedRows(to target: Int) -> Plane {
    let filter = ResizeWeights(from: width, to: target)
    var result = Plane(height: height, width: target)
    for row in 0..<height {
      for column in 0..<target {
        var sum = 0.0
        for index in 0..<filter.counts[column] {
          sum +=
            values[row * width + filter.starts[column] + index]
            * filter.weights[column * filter.stride + index]
        }
        result.values[row * target + column] = sum
      }
    }
    return result
  }

  private func resizedColumns(to target: Int) -> Plane {
    let filter = ResizeWeights(from: height, to: target)
    var result = Plane(height: target, width: width)
    for row in 0..<target {
      for index in 0..<filter.counts[row] {
        let weight = filter.weights[row * filter.stride + index]
        let source = (filter.starts[row] + index) * width
        for column in 0..<width {
          result.values[row * width + column] += values[source + column] * weight
        }
      }
    }
    return result
  }
}
