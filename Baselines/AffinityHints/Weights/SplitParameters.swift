import NeuralEngine

/// A step's first kernel, normalized and cut in two: the share of what the encoder saw, which is
/// computed once a picture, and of what depends on the hints. The last layer's chrominance is in Lab
/// units.
enum SplitParameters {
  /// The layer that reads what depends on the picture alone.
  static func seen(_ step: String) -> String { step + ".0.seen" }
  /// The layer that reads what depends on the hints.
  static func told(_ step: String) -> String { step + ".0.told" }

  /// The last layer.
  static let output = "out.lab"

  /// Which input channels of a kernel come from the encoder (or the lightness).
  private static let seenChannels: [String: [Range<Int>]] = [
    "d5": [0..<320], "d4": [160..<272], "d3": [128..<168], "d2": [96..<120],
    "d1": [64..<80, 83..<84],
  ]

  private static let epsilon: Float = 1e-5

  /// The arrays of a file, and those of the halves.
  static func adding(to parameters: Parameters) -> Parameters {
    var made = parameters
    for (step, ranges) in seenChannels {
      let layer = step + ".0"
      guard let kernel = parameters.tensors[layer + ".0.weight"] else { continue }
      func values(_ array: String) -> [Float] {
        parameters.tensors["\(layer).1.\(array)"]?.values ?? []
      }
      let scale = zip(values("weight"), values("running_var")).map {
        $0 / ($1 + epsilon).squareRoot()
      }
      let shift = zip(values("bias"), zip(values("running_mean"), scale)).map { $0 - $1.0 * $1.1 }
      let isSeen = (0..<kernel.shape[1]).map { channel in
        ranges.contains { $0.contains(channel) }
      }
      made.tensors[seen(step) + ".weight"] = cut(kernel, scale) { isSeen[$0] }
      made.tensors[seen(step) + ".bias"] = .init(shape: [shift.count], values: shift)
      made.tensors[told(step) + ".weight"] = cut(kernel, scale) { !isSeen[$0] }
    }
    for array in ["weight", "bias"] {
      guard let last = parameters.tensors["out.\(array)"] else { continue }
      made.tensors["\(output).\(array)"] = .init(
        shape: last.shape, values: last.values.map { $0 * AffinityNetwork.chrominanceRange })
    }
    return made
  }

  /// A kernel of some of the input channels, each output scaled.
  private static func cut(
    _ kernel: Parameters.Tensor, _ scale: [Float], keeping isKept: (Int) -> Bool
  ) -> Parameters.Tensor {
    let (outputs, inputs) = (kernel.shape[0], kernel.shape[1])
    let taps = kernel.shape[2] * kernel.shape[3]
    let kept = (0..<inputs).filter(isKept)
    var values: [Float] = []
    values.reserveCapacity(outputs * kept.count * taps)
    for output in 0..<outputs {
      for input in kept {
        let first = (output * inputs + input) * taps
        values += kernel.values[first..<first + taps].map { $0 * scale[output] }
      }
    }
    return .init(shape: [outputs, kept.count] + kernel.shape[2...], values: values)
  }
}
