import Foundation
import NeuralEngine

/// Every operator but convolution, as its definition says, in double precision: what the engine is
/// compared with.
extension Images {
  /// (x − mean)/√(variance + ε) · weight + bias, by channel.
  func normalized(
    weight: [Float], bias: [Float], mean: [Float], variance: [Float], epsilon: Double
  ) -> Images {
    Images(batch: batch, channels: channels, height: height, width: width) {
      let deviation = (Double(variance[$1]) + epsilon).squareRoot()
      return (self[$0, $1, $2, $3] - Double(mean[$1])) / deviation * Double(weight[$1])
        + Double(bias[$1])
    }
  }

  /// A function of every number.
  func activated(_ function: Activation) -> Images {
    var result = self
    result.values = values.map { value in
      switch function {
      case .rectified: max(value, 0)
      case .leaky(let slope): value > 0 ? value : Double(slope) * value
      case .tanh: tanh(value)
      case .sigmoid: 1 / (1 + exp(-value))
      case .scaled(let factor): Double(factor) * value
      }
    }
    return result
  }

  /// exp(x) over the sum of exp(x) of all channels.
  func softmax() -> Images {
    var result = self
    for image in 0..<batch {
      for row in 0..<height {
        for column in 0..<width {
          let numbers = (0..<channels).map { self[image, $0, row, column] }
          let greatest = numbers.max() ?? 0
          let powers = numbers.map { exp($0 - greatest) }
          let sum = powers.reduce(0, +)
          for channel in 0..<channels {
            result[image, channel, row, column] = powers[channel] / sum
          }
        }
      }
    }
    return result
  }

  /// Sums; what is 1×1 is added to every pixel.
  static func sum(_ terms: [Images]) -> Images {
    let height = terms.map(\.height).max() ?? 0
    let width = terms.map(\.width).max() ?? 0
    return Images(
      batch: terms[0].batch, channels: terms[0].channels, height: height, width: width
    ) { image, channel, row, column in
      terms.reduce(0) { sum, term in
        let isVector = term.height == 1 && term.width == 1
        return sum + term[image, channel, isVector ? 0 : row, isVector ? 0 : column]
      }
    }
  }

  /// Every `step`-th pixel of every `step`-th row.
  func subsampled(by step: Int) -> Images {
    Images(
      batch: batch, channels: channels, height: (height + step - 1) / step,
      width: (width + step - 1) / step
    ) { self[$0, $1, step * $2, step * $3] }
  }

  /// The maximum of whole squares.
  func maximumPooled(by size: Int) -> Images {
    Images(batch: batch, channels: channels, height: height / size, width: width / size) {
      image, channel, row, column in
      var greatest = -Double.infinity
      for y in size * row..<size * (row + 1) {
        for x in size * column..<size * (column + 1) {
          greatest = max(greatest, self[image, channel, y, x])
        }
      }
      return greatest
    }
  }

  /// Bilinear interpolation between pixel centres; beyond the outermost centres nothing changes.
  func enlarged(by factor: Int) -> Images {
    func between(_ pixel: Int, _ size: Int) -> (Int, Int, Double) {
      let place = (Double(pixel) + 0.5) / Double(factor) - 0.5
      let inside = min(max(place, 0), Double(size - 1))
      let first = Int(inside)
      return (first, min(first + 1, size - 1), inside - Double(first))
    }
    return Images(
      batch: batch, channels: channels, height: height * factor, width: width * factor
    ) { image, channel, row, column in
      let (top, bottom, down) = between(row, height)
      let (left, right, across) = between(column, width)
      let upper =
        (1 - across) * self[image, channel, top, left] + across * self[image, channel, top, right]
      let lower =
        (1 - across) * self[image, channel, bottom, left]
        + across * self[image, channel, bottom, right]
      return (1 - down) * upper + down * lower
    }
  }
}
