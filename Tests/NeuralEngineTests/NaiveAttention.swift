import Foundation
import NeuralEngine

/// What attention consists of, in double precision.
extension Images {
  /// A rectangle of numbers.
  private struct Matrix {
    let rows: Int
    let columns: Int
    let number: (Int, Int) -> Double

    var transposed: Matrix { Matrix(rows: columns, columns: rows) { number($1, $0) } }
  }

  /// One head of one image: a row a channel, a column a pixel.
  private func matrix(image: Int, head: Int, of heads: Int, isTransposed: Bool) -> Matrix {
    let part = channels / heads
    let matrix = Matrix(rows: part, columns: height * width) {
      self[image, head * part + $0, $1 / width, $1 % width]
    }
    return isTransposed ? matrix.transposed : matrix
  }

  /// factor · op(first) · op(second) for each image and head.
  static func matrixProduct(
    _ first: Images, _ second: Images, transposesFirst: Bool, transposesSecond: Bool, heads: Int,
    factor: Double
  ) -> Images {
    let rows = transposesFirst ? first.height * first.width : first.channels / heads
    let height = transposesSecond ? 1 : second.height
    let width = transposesSecond ? second.channels / heads : second.width
    var result = Images(batch: first.batch, channels: heads * rows, height: height, width: width)
    for image in 0..<first.batch {
      for head in 0..<heads {
        let left = first.matrix(image: image, head: head, of: heads, isTransposed: transposesFirst)
        let right = second.matrix(
          image: image, head: head, of: heads, isTransposed: transposesSecond)
        precondition(left.columns == right.rows, "matrices that can be multiplied")
        for row in 0..<rows {
          for column in 0..<height * width {
            let sum = (0..<left.columns).reduce(0) {
              $0 + left.number(row, $1) * right.number($1, column)
            }
            result[image, head * rows + row, column / width, column % width] = factor * sum
          }
        }
      }
    }
    return result
  }

  /// exp(x) over the sum of exp(x) of numbers.
  private static func softmax(_ numbers: [Double]) -> [Double] {
    let greatest = numbers.max() ?? 0
    let powers = numbers.map { exp($0 - greatest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// Softmax over each of `groups` parts of the channels, or over the pixels of each channel.
  func softmax(over axis: Graph.SoftmaxAxis = .channels, groups: Int = 1) -> Images {
    let pixels = height * width
    let part = channels / groups
    let sets: [[Int]] =
      switch axis {
      case .pixels:
        (0..<batch * channels).map { row in (0..<pixels).map { row * pixels + $0 } }
      case .channels:
        (0..<batch * groups).flatMap { set in
          (0..<pixels).map { pixel in (0..<part).map { (set * part + $0) * pixels + pixel } }
        }
      }
    var result = self
    for places in sets {
      for (place, share) in zip(places, Self.softmax(places.map { values[$0] })) {
        result.values[place] = share
      }
    }
    return result
  }

  /// (x − mean)/√(variance + ε) · weight + bias, mean and variance over a pixel's channels.
  func layerNormalized(weight: [Float], bias: [Float], epsilon: Double) -> Images {
    var result = self
    for image in 0..<batch {
      for row in 0..<height {
        for column in 0..<width {
          let numbers = (0..<channels).map { self[image, $0, row, column] }
          let mean = numbers.reduce(0, +) / Double(channels)
          let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(channels)
          for channel in 0..<channels {
            result[image, channel, row, column] =
              (numbers[channel] - mean) / (variance + epsilon).squareRoot()
              * Double(weight[channel]) + Double(bias[channel])
          }
        }
      }
    }
    return result
  }
}
