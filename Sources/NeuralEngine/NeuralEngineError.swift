/// Why a network could not be compiled or run.
public enum NeuralEngineError: Error, Sendable, Equatable {
  /// The weights lack an array that a layer needs.
  case missingParameter(name: String, shape: [Int])
  /// An array of weights has another shape than its layer.
  case wrongShape(name: String, expected: [Int], found: [Int])
  /// A running variance is negative, so that no normalization is possible.
  case negativeVariance(name: String, channel: Int)
  /// Values that are added, multiplied or concatenated have different heights or widths: the pictures' sides are no multiples of what the
  /// network's subsampling needs.
  case unequalSizes(layer: String, first: [Int], second: [Int])
  /// A sum, or a product of matrices, has terms of different channels.
  case unequalChannels(layer: String, first: Int, second: Int)
  /// Channels do not divide into equal parts.
  case unequalParts(layer: String, channels: Int, parts: Int)
  /// Not one window of a layer fits a picture of this size.
  case tooSmall(layer: String, height: Int, width: Int)
  /// In bfloat16 kernels and strides are limited.
  case tooLong(layer: String, most: Int)
  /// The graph has no output of this name.
  case unknownOutput(name: String, known: [String])
  /// There is not enough memory.
  case outOfMemory(layer: String)
  /// oneDNN could not prepare or run a layer.
  case refused(layer: String)

  /// The case in one line.
  public var message: String {
    switch self {
    case .missingParameter(let name, let shape):
      "the weights lack \(name) \(shape): this is another network's file, or part of one"
    case .wrongShape(let name, let expected, let found):
      "\(name) has shape \(found) where the network needs \(expected)"
    case .negativeVariance(let name, let channel):
      "\(name)[\(channel)] is negative: a variance cannot be; the weights are damaged"
    case .unequalSizes(let layer, let first, let second):
      "\(layer) puts values of \(first) and \(second) pixels together: the picture's sides must be "
        + "multiples of what the network subsamples by"
    case .unequalChannels(let layer, let first, let second):
      "\(layer) has terms of \(first) and \(second) channels, which do not go together"
    case .unequalParts(let layer, let channels, let parts):
      "the \(channels) channels of \(layer) do not divide into \(parts) equal parts"
    case .tooSmall(let layer, let height, let width):
      "\(layer) needs a larger picture than the \(height)×\(width) pixels that it is given"
    case .tooLong(let layer, let most):
      "\(layer) has a kernel or a stride above \(most), which bfloat16 does not allow; compute it in "
        + "float32"
    case .unknownOutput(let name, let known):
      "the network has no output \(name), only \(known.joined(separator: ", "))"
    case .outOfMemory(let layer): "not enough memory for \(layer)"
    case .refused(let layer): "oneDNN refused \(layer)"
    }
  }
}
