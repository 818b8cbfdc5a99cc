import HintNetwork
import WeightFiles

/// Weights of a hint network by chance, as a file: it takes hints, suggests colours where it is a local
/// one, and takes as long as a learned one.
public enum RandomNetwork {
  /// Writes a file.
  ///
  /// - Parameter width: channels of the first block; 64 is the published network's.
  public static func write(
    _ variant: HintNetworkArchitecture.Variant = .local, width: Int, to path: String
  ) throws {
    let architecture = HintNetworkArchitecture(
      variant: variant, width: width, head: variant == .local ? .bins529 : nil)
    let network = HintNetworkWeights.random(architecture, seed: 7)
    let tensors = network.parameters.tensors.sorted { $0.key < $1.key }.map { name, tensor in
      (name: name, tensor: WeightTensor(shape: tensor.shape, values: tensor.values))
    }
    try SafeTensorsWriter.write(
      tensors, as: { _ in .float32 }, metadata: [:], to: path)
  }
}
