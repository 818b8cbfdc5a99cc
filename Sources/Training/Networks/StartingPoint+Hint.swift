import HintNetwork
import NeuralEngine
import WeightFiles

extension StartingPoint {
  /// Weights of one of the paper's networks.
  ///
  /// A file of the same width may lack the palette head or have another one: then the trunk is kept
  /// and the head is drawn from the seed. A Local Hints Network may start a Global Hints Network: then
  /// the global branch is drawn from the seed but for its last scale, which begins at 0, so that the
  /// network begins as the local one without points.
  ///
  /// - Throws: ``TrainingError/unusableStart(path:reason:)``, and what reading the file throws.
  init(
    _ hint: TrainingConfiguration.Network.Hint, from start: TrainingConfiguration.Network.Start,
    seed: UInt64, loss: TrainingConfiguration.Loss
  ) throws {
    let wanted = hint.architecture
    let initial = HintNetworkWeights.initial(wanted, seed: seed).parameters
    let bundled = BundledWeights.file(of: wanted.variant).path
    guard let path = try start.path(bundled: bundled) else {
      let network = TrainedHintNetwork(
        wanted, pictureSide: hint.pictureSide, suggestions: hint.suggestions,
        loss: loss)
      self.init(network: network, parameters: initial, notes: [], sha256: "")
      return
    }
    let file = try HintNetworkWeights.read(path)
    let found = file.architecture
    let startsGlobal = found.variant == .local && wanted.variant == .global
    guard found.variant == wanted.variant || startsGlobal, found.width == wanted.width else {
      throw TrainingError.unusableStart(
        path: path,
        reason: "it holds a \(found.summary); the configuration wants a "
          + wanted.summary)
    }
    var tensors = initial.tensors
    var notes: [String] = []
    for (name, tensor) in file.parameters.tensors where tensors[name] != nil {
      tensors[name] = tensor
    }
    if startsGlobal {
      notes.append("\(path): holds a \(found.summary); the global branch starts anew")
    }
    if found.head != wanted.head {
      notes.append(
        wanted.head == nil
          ? "\(path): its palette head is left out"
          : "\(path): holds a \(found.summary); the trunk is kept, the palette head starts anew")
    }
    if file.maskCenter != 0, let first = tensors["model1.0.weight"],
      let bias = tensors["model1.0.bias"]
    {
      tensors["model1.0.bias"] = Self.folded(first, bias, center: file.maskCenter)
      notes.append(
        "\(path): its masks are centred on \(file.maskCenter); the first layer is changed to take "
          + "0 and 1, which is exact but for the outermost pixels")
    }
    if startsGlobal { Self.makeGlobal(&tensors) }
    // What a file says of suggestions is about the head that it has.
    let kept = found.head == wanted.head && wanted.head != nil ? file.suggestions : nil
    let network = TrainedHintNetwork(
      wanted, chrominanceScale: file.chrominanceScale, pictureSide: hint.pictureSide,
      suggestions: hint.suggestions ?? kept, loss: loss)
    self.init(
      network: network, parameters: Parameters(tensors), notes: notes, sha256: file.sha256)
  }

  /// The first layer's bias for masks that are not centred: less the mask's weights times the centre.
  private static func folded(
    _ weights: Parameters.Tensor, _ bias: Parameters.Tensor, center: Float
  ) -> Parameters.Tensor {
    let taps = weights.shape[2] * weights.shape[3]
    let inputs = weights.shape[1]
    let values = bias.values.enumerated().map { output, value in
      let start = (output * inputs + inputs - 1) * taps
      return value - center * weights.values[start..<start + taps].reduce(0, +)
    }
    return .init(shape: bias.shape, values: values)
  }

  /// Leaves the first layer the kernels of its first input, the lightness, and silences the last
  /// normalization of the global branch.
  private static func makeGlobal(_ tensors: inout [String: Parameters.Tensor]) {
    if let first = tensors["model1.0.weight"] {
      let taps = first.shape[2] * first.shape[3]
      let values = (0..<first.shape[0]).flatMap { output in
        first.values[output * first.shape[1] * taps..<(output * first.shape[1] + 1) * taps]
      }
      tensors["model1.0.weight"] = .init(
        shape: [first.shape[0], 1] + first.shape[2...], values: values)
    }
    if let scale = tensors["global.norm4.weight"] {
      tensors["global.norm4.weight"] = .init(
        shape: scale.shape, values: [Float](repeating: 0, count: scale.values.count))
    }
  }
}
