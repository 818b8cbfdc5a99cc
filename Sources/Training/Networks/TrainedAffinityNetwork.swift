import AffinityHints
import Colorization
import NeuralEngine
import SimulatedUsers

/// The affinity network, as it is trained: the decoder learns, and the encoder stays as it is but for
/// its last blocks, which may learn, too.
public struct TrainedAffinityNetwork: TrainedNetwork {
  /// What is told and what learns.
  public let settings: TrainingConfiguration.Network.Affinity
  /// Those of a and b, and of the distribution.
  public let losses: [any LossTerm]
  /// The encoder's arrays.
  private let encoder: Parameters
  private let pictureSide: Int?
  private let suggestions: SuggestionRecipe?

  /// A network with its losses.
  ///
  /// - Parameters:
  ///   - settings: what is told and what learns.
  ///   - encoder: its arrays; others are left out.
  ///   - pictureSide: the longer side of the pictures that it is to work at; nil for the usual one.
  ///   - suggestions: how colours are to be suggested of its distribution; nil where nobody said.
  public init(
    _ settings: TrainingConfiguration.Network.Affinity, encoder: Parameters,
    pictureSide: Int? = nil,
    suggestions: SuggestionRecipe? = nil, loss: TrainingConfiguration.Loss = .init()
  ) {
    typealias Port = AffinityNetwork.Port
    self.settings = settings
    self.encoder = Parameters(encoder.tensors.filter { $0.key.hasPrefix("enc.") })
    self.pictureSide = pictureSide
    self.suggestions = suggestions
    losses = loss.terms(of: Port.chrominance) + [loss.distribution(of: Port.logits)]
  }

  /// As the network's.
  public var summary: String {
    AffinityNetwork.summary + (settings.isGlobal ? ", with global hints" : "")
  }

  /// Points, and statistics where it is told of them.
  public var kinds: HintKinds { settings.isGlobal ? [.points, .statistics] : .points }

  /// The 313.
  public var bins: ABBinSet? { .inGamut313 }

  /// The encoder's last blocks and the decoder.
  public var graph: Graph {
    AffinityNetwork.decoderGraph(
      isGlobal: settings.isGlobal, learnedBlocks: settings.learnedBlocks)
  }

  /// The encoder's other blocks.
  public var frozen: FrozenLayers? {
    let blocks = AffinityNetwork.encoderBlocks - settings.learnedBlocks
    return FrozenLayers(AffinityNetwork.encoderGraph(blocks: blocks), parameters: encoder)
  }

  /// What the encoder knows is not to be forgotten.
  public func rateFactor(of array: String) -> Double {
    array.hasPrefix("enc.") ? settings.encoderRate : 1
  }

  /// At which size it works, and how colours are suggested.
  public var metadata: [String: String] {
    var metadata = suggestions?.metadata ?? [:]
    if let pictureSide { metadata[AffinityWeights.pictureSideKey] = String(pictureSide) }
    return metadata
  }

  /// Encoder and decoder.
  public func arrays(learned: Parameters) -> [(name: String, tensor: Parameters.Tensor)] {
    let all = whole(learned).tensors
    return AffinityNetwork.graph(isGlobal: settings.isGlobal).parameterShapes.compactMap {
      name, _ in
      all[name].map { (name: name, tensor: $0) }
    }
  }

  private func whole(_ learned: Parameters) -> Parameters {
    Parameters(encoder.tensors.merging(learned.tensors) { _, learned in learned })
  }

  /// The picture, and the hints at every scale, as points and as statistics.
  public func inputs(of batch: TrainingBatch) -> [(name: String, numbers: [Float])] {
    typealias Port = AffinityNetwork.Port
    var numbers: [String: [Float]] = [:]
    for slot in 0..<batch.count {
      for (name, more) in inputs(of: batch, slot) {
        // Grown once: pages of fresh memory cost more than what is written to them.
        if slot == 0 { numbers[name, default: []].reserveCapacity(batch.count * more.count) }
        numbers[name, default: []] += more
      }
    }
    if settings.isGlobal {
      numbers[Port.histogram] = batch.histogram
      numbers[Port.saturation] = batch.saturation
    }
    return numbers.map { (name: $0.key, numbers: $0.value) }
  }

  private func inputs(
    of batch: TrainingBatch, _ slot: Int
  ) -> [(name: String, numbers: [Float])] {
    typealias Port = AffinityNetwork.Port
    let (height, width) = (batch.height, batch.width)
    let first = 4 * slot * height * width
    let lightness = batch.picture[first..<(first + height * width)].map { 100 * $0 + 50 }
    let points = batch.points[slot].map { Self.patch($0, height, width) }
    let patches = batch.isWhole[slot] ? Self.pixels(of: batch, slot) : points
    let hints = AffinityInputs.hints(patches, height: height, width: width)
    return [
      (Port.picture, AffinityInputs.picture(lightness)),
      (Port.lightness, AffinityInputs.halved(lightness, height: height, width: width)),
      (Port.points, AffinityInputs.points(points)),
    ] + hints.map { (Port.hints($0.key), $0.value) }
  }

  private static func patch(
    _ point: HintSampler.Point, _ height: Int, _ width: Int
  ) -> AffinityInputs.Patch {
    let (top, left, size) = (point.patch.top, point.patch.left, point.patch.size)
    return AffinityInputs.Patch(
      rows: top..<(top + size), columns: left..<(left + size), a: point.a, b: point.b,
      height: height, width: width)
  }

  /// A picture that is revealed whole.
  private static func pixels(of batch: TrainingBatch, _ slot: Int) -> [AffinityInputs.Patch] {
    let (height, width) = (batch.height, batch.width)
    let first = 2 * slot * height * width
    return (0..<(height * width)).map { pixel in
      AffinityInputs.Patch(
        rows: (pixel / width)..<(pixel / width + 1),
        columns: (pixel % width)..<(pixel % width + 1), a: batch.chrominance[first + pixel],
        b: batch.chrominance[first + height * width + pixel], height: height, width: width)
    }
  }

  /// With points, anchored as the method does it; with statistics, too, where it is told of them.
  public func judgements(
    of learned: Parameters, options: CompilationOptions
  ) throws -> [Judgement] {
    let weights = AffinityWeights(
      whole(learned), pictureSide: pictureSide, suggestions: suggestions ?? .published,
      name: "the training's weights")
    let model = AffinityModel(weights, options: options)
    let byPoints = Judgement(
      method: "affinity-hints", colorizer: AffinityHints(model), takesPoints: true)
    guard settings.isGlobal else { return [byPoints] }
    let ways: [(String, GlobalHints.Statistics)] = [
      ("affinity-global-hints", .histogram), ("affinity-global-hints-saturation", .saturation),
    ]
    return [byPoints]
      + (try ways.map { name, statistics in
        Judgement(
          method: name,
          colorizer: try AffinityGlobalHints(model, name: name, statistics: statistics),
          takesPoints: false)
      })
  }
}
