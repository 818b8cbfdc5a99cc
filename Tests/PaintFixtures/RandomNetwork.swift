import HintNetwork
import WeightFiles

/// Weights of a hint network by chance, as a file: it takes hints, may suggest colours, and takes as
/// long as a learned one.
public enum RandomNetwork {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - width: channels of the first block; 64 is the published network's.
  ///   - suggests: whether it has a palette head; nil for a local network with one and a global one
  ///     without, as the published files are.
  public static func write(
    _ variant: HintNetworkArchitecture.Variant = .local, width: Int, suggests: Bool? = nil,
    to path: String
  ) throws {
    let architecture = HintNetworkArchitecture(
      variant: variant, width: width, head: suggests ?? (variant == .local) ? .bins529 : nil)
    let network = HintNetworkWeights.random(architecture, seed: 7)
    let tensors = network.parameters.tensors.sorted { $0.key < $1.key }.map { name, tensor in
      (name: name, tensor: WeightTensor(shape: tensor.shape, values: tensor.values))
    }
    try SafeTensorsWriter.write(
      tensors, as: { _ in .float32 }, metadata: [:], to: path)
  }
}
