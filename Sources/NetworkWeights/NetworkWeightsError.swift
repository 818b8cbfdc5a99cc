import Prose

/// Why a file does not hold the weights of a network.
public enum NetworkWeightsError: ExplainedError, Sendable, Equatable {
  /// A tensor that the network needs is not in the file.
  case missingTensor(path: String, tensor: String, shape: [Int], network: String)
  /// A tensor has another shape than the network's layer.
  case wrongShape(path: String, tensor: String, found: [Int], expected: [Int], network: String)
  /// A tensor that no layer of the network uses.
  case unknownTensor(path: String, tensor: String, network: String)
  /// A running variance is negative.
  case negativeVariance(path: String, tensor: String, channel: Int)

  /// The case in one line.
  public var message: String { sentence.onOneLine }

  /// 65: bad data.
  public var exitCode: Int32 { 65 }

  private var sentence: String {
    switch self {
    case .missingTensor(let path, let tensor, let shape, let network):
      "\(path): lacks \(tensor) \(shape), which the \(network) needs"
    case .wrongShape(let path, let tensor, let found, let expected, let network):
      "\(path): \(tensor) has shape \(found) where the \(network) has \(expected)"
    case .unknownTensor(let path, let tensor, let network):
      "\(path): no layer of the \(network) uses the tensor \(tensor); this is another network's file"
    case .negativeVariance(let path, let tensor, let channel):
      "\(path): \(tensor)[\(channel)] is negative: a variance cannot be; fetch the file again"
    }
  }
}
