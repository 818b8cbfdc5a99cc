import Foundation
import NeuralEngine

/// Functions, normalizations and combinations as their definitions say, in double precision: what
/// the engine is compared with.
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

  /// x · weight + bias, by channel.
  func scaled(weight: [Float], bias: [Float]?) -> Images {
    Images(batch: batch, channels: channels, height: height, width: width) {
      self[$0, $1, $2, $3] * Double(weight[$1]) + Double(bias?[$1] ?? 0)
    }
  }

  /// A function of every number.
  func activated(_ function: Activation) -> Images {
    var result = self
    result.values = values.map { value in
      switch function {
      case .relu: max(value, 0)
      case .relu6: min(max(value, 0), 6)
      case .leakyRelu(let slope): value > 0 ? value : Double(slope) * value
      case .tanh: tanh(value)
      case .sigmoid: 1 / (1 + exp(-value))
      case .swish: value / (1 + exp(-value))
      case .scaled(let factor): Double(factor) * value
      }
    }
    return result
  }

  /// The number at a place; what is 1×1 has it everywhere.
  private func spread(_ image: Int, _ channel: Int, _ row: Int, _ column: Int) -> Double {
    let isVector = height == 1 && width == 1
    return self[image, channel, isVector ? 0 : row, isVector ? 0 : column]
  }

  /// Sums; what is 1×1 is added to every pixel.
  static func sum(_ terms: [Images]) -> Images {
    let height = terms.map(\.height).max() ?? 0
    let width = terms.map(\.width).max() ?? 0
    return Images(
      batch: terms[0].batch, channels: terms[0].channels, height: height, width: width
    ) { image, channel, row, column in
      terms.reduce(0) { $0 + $1.spread(image, channel, row, column) }
    }
  }

  /// Products; a second factor of 1×1 is multiplied with every pixel.
  static func product(_ first: Images, _ second: Images) -> Images {
    Images(
      batch: first.batch, channels: first.channels, height: first.height, width: first.width
    ) { first[$0, $1, $2, $3] * second.spread($0, $1, $2, $3) }
  }

  /// The channels of all, one after the other.
  static func concatenated(_ parts: [Images]) -> Images {
    let first = parts[0]
    let places = parts.flatMap { part in (0..<part.channels).map { (part, $0) } }
    return Images(
      batch: first.batch, channels: places.count, height: first.height, width: first.width
    ) { image, channel, row, column in
      let (part, own) = places[channel]
      return part[image, own, row, column]
    }
  }
}
