/// Why a network could not be compiled or run.
public enum NeuralEngineError: Error, Sendable, Equatable {
  /// The weights lack an array that a layer needs.
  case missingParameter(name: String, shape: [Int])
  /// An array of weights has another shape than its layer.
  case wrongShape(name: String, expected: [Int], found: [Int])
  /// A running variance is negative, so that no normalization is possible.
  case negativeVariance(name: String, channel: Int)
  /// A sum has terms of different heights or widths: the pictures' sides are no multiples of what the
  /// network's subsampling needs.
  case unequalSizes(layer: String, first: [Int], second: [Int])
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
      "the sum at \(layer) has terms of \(first) and \(second) pixels: the picture's sides must be "
        + "multiples of what the network subsamples by"
    case .unknownOutput(let name, let known):
      "the network has no output \(name), only \(known.joined(separator: ", "))"
    case .outOfMemory(let layer): "not enough memory for \(layer)"
    case .refused(let layer): "oneDNN refused \(layer)"
    }
  }
}
