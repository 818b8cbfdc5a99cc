import NeuralEngine
import WeightFiles

/// The one way from a file's tensors to a network's parameters: by name, each checked.
extension Parameters {
  /// Reads the weights of a graph from a file of any layout that `WeightFile` knows.
  ///
  /// - Parameter network: what the network is called in errors, such as `width 64 local network`.
  /// - Throws: `WeightFileError` for a file that cannot be read, ``NetworkWeightsError`` for one that
  ///   does not hold exactly this network.
  public init(reading path: String, for graph: Graph, network: String) throws {
    try self.init(WeightFile.read(path), for: graph, network: network)
  }

  /// Takes a file's tensors as they are.
  ///
  /// - Throws: ``NetworkWeightsError`` for a file that does not hold exactly this network.
  public init(
    _ file: WeightFile, for graph: Graph, network: String
  ) throws(NetworkWeightsError) {
    try self.init(file.tensors, named: file.names, of: file.path, for: graph, network: network)
  }

  /// Takes a file's tensors: every array of the graph must be there, of the right shape, and no
  /// other but PyTorch's counts of the batches averaged.
  ///
  /// - Parameters:
  ///   - names: the tensors' names in the order of the file; those that are left out may be anything.
  ///   - path: names the file in errors.
  ///   - network: what the network is called in errors.
  public init(
    _ found: [String: WeightTensor], named names: [String], of path: String, for graph: Graph,
    network: String
  ) throws(NetworkWeightsError) {
    var tensors: [String: Tensor] = [:]
    for (name, shape) in graph.parameterShapes {
      guard let tensor = found[name] else {
        throw .missingTensor(path: path, tensor: name, shape: shape, network: network)
      }
      guard tensor.shape == shape else {
        throw .wrongShape(
          path: path, tensor: name, found: tensor.shape, expected: shape, network: network)
      }
      if name.hasSuffix(".running_var"), let channel = tensor.values.firstIndex(where: { $0 < 0 }) {
        throw .negativeVariance(path: path, tensor: name, channel: channel)
      }
      tensors[name] = Tensor(shape: shape, values: tensor.values)
    }
    if let extra = names.first(where: {
      tensors[$0] == nil && !$0.hasSuffix(".num_batches_tracked")
    }) {
      throw .unknownTensor(path: path, tensor: extra, network: network)
    }
    self.init(tensors)
  }
}
