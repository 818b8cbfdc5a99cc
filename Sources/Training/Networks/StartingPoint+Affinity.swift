import AffinityHints
import NeuralEngine
import WeightFiles

extension StartingPoint {
  /// Weights of the affinity network.
  ///
  /// A file of EfficientNet-Lite0 as published gives the encoder alone; the decoder is drawn from the
  /// seed then. So is the global branch, with a last layer that says nothing yet, where a file has
  /// none.
  ///
  /// - Throws: ``TrainingError/unusableStart(path:reason:)``, and what reading the file throws.
  init(
    _ affinity: TrainingConfiguration.Network.Affinity,
    from start: TrainingConfiguration.Network.Start, seed: UInt64,
    loss: TrainingConfiguration.Loss
  ) throws {
    guard let path = try start.path(bundled: AffinityWeights.bundled.path) else {
      throw TrainingError.unusableStart(
        path: "scratch", reason: "an encoder learns from more pictures than a decoder")
    }
    let file = try WeightFile.read(path)
    let initial = AffinityWeights.initialDecoder(
      isGlobal: affinity.isGlobal, seed: seed
    ).tensors
    var tensors: [String: Parameters.Tensor]
    var notes: [String] = []
    var own: AffinityWeights?
    if AffinityWeights.isAffinity(file) {
      let read = try AffinityWeights(file)
      tensors = read.parameters.tensors
      own = read
      if affinity.isGlobal, !read.isGlobal {
        notes.append("\(path): holds no global branch; it starts anew")
      } else if !affinity.isGlobal, read.isGlobal {
        notes.append("\(path): its global branch is left out")
      }
    } else if file.tensors["_conv_stem.weight"] != nil {
      tensors = try AffinityEncoder.folding(file).tensors
      notes.append("\(path): holds an encoder; the decoder starts anew")
    } else {
      throw TrainingError.unusableStart(
        path: path,
        reason: "it holds neither an \(AffinityNetwork.summary) nor EfficientNet-Lite0 alone")
    }
    let network = TrainedAffinityNetwork(
      affinity, encoder: Parameters(tensors),
      pictureSide: own?.pictureSide, suggestions: own?.suggestions,
      loss: loss)
    let learned = Set(network.graph.parameterShapes.map(\.name))
    let all = initial.merging(tensors) { _, read in read }
    self.init(
      network: network, parameters: Parameters(all.filter { learned.contains($0.key) }),
      notes: notes, sha256: file.sha256)
  }
}
