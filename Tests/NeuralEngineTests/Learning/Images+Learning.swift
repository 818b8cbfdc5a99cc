extension Images {
  /// The mean and the variance (not the unbiased one) of a channel over all pixels of all images.
  func statistics(channel: Int) -> (mean: Double, variance: Double) {
    var numbers: [Double] = []
    for image in 0..<batch {
      for row in 0..<height {
        for column in 0..<width { numbers.append(self[image, channel, row, column]) }
      }
    }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(numbers.count))
  }

  /// Batch normalization by the batch's own statistics.
  func normalized(weight: [Float], bias: [Float], epsilon: Double) -> Images {
    var result = self
    for channel in 0..<channels {
      let (mean, variance) = statistics(channel: channel)
      let scale = Double(weight[channel]) / (variance + epsilon).squareRoot()
      for image in 0..<batch {
        for row in 0..<height {
          for column in 0..<width {
            result[image, channel, row, column] =
              (self[image, channel, row, column] - mean) * scale + Double(bias[channel])
          }
        }
      }
    }
    return result
  }
}
