import Colorization
import HintNetwork
import NeuralEngine

/// The paper's networks, as they are trained.
///
/// Zhang et al. 2017, §3.1–3.4, https://doi.org/10.1145/3072959.3073703: a Huber loss on a and b (or the
/// logarithm of their squared error), and a cross-entropy on the distribution, which does not train the
/// trunk.
public struct TrainedHintNetwork: TrainedNetwork {
  /// Points or statistics, channels, palette head.
  public let architecture: HintNetworkArchitecture
  /// What tanh is multiplied by.
  public let chrominanceScale: Float
  /// The longer side of the pictures that it is to work at; nil for any.
  public let pictureSide: Int?
  /// How colours are to be suggested of its distribution; nil where nobody said.
  public let suggestions: SuggestionRecipe?
  /// Those of a and b, and of the distribution.
  public let losses: [any LossTerm]

  /// A network with its losses.
  public init(
    _ architecture: HintNetworkArchitecture,
    chrominanceScale: Float = HintNetworkArchitecture.chrominanceRange,
    pictureSide: Int? = nil, suggestions: SuggestionRecipe? = nil,
    loss: TrainingConfiguration.Loss = .init()
  ) {
    typealias Port = HintNetworkArchitecture.Port
    self.architecture = architecture
    self.chrominanceScale = chrominanceScale
    self.pictureSide = pictureSide
    self.suggestions = suggestions
    losses =
      loss.terms(of: Port.chrominance)
      + (architecture.head == nil ? [] : [loss.distribution(of: Port.logits)])
  }

  /// As the architecture's.
  public var summary: String { architecture.summary }

  /// Points, or statistics.
  public var kinds: HintKinds { architecture.variant == .local ? .points : .statistics }

  /// Those of its palette head.
  public var bins: ABBinSet? {
    switch architecture.head {
    case .bins529: .grid529
    case .hypercolumn: .inGamut313
    case nil: nil
    }
  }

  /// The layers; the distribution's branch takes no part in the trunk's gradients.
  public var graph: Graph { architecture.graph(scale: chrominanceScale) }

  /// How masks and outputs are to be read, and colours suggested.
  public var metadata: [String: String] {
    var metadata = [
      HintNetworkWeights.maskCenterKey: "0.0",
      HintNetworkWeights.chrominanceScaleKey: String(chrominanceScale),
    ]
    if let pictureSide { metadata[HintNetworkWeights.pictureSideKey] = String(pictureSide) }
    if let suggestions { metadata.merge(suggestions.metadata) { _, new in new } }
    return metadata
  }

  /// The picture; for the global network its statistics, too.
  public func inputs(of batch: TrainingBatch) -> [(name: String, numbers: [Float])] {
    typealias Port = HintNetworkArchitecture.Port
    let picture = [(name: Port.picture, numbers: batch.picture)]
    guard architecture.variant == .global else { return picture }
    return picture + [(Port.histogram, batch.histogram), (Port.saturation, batch.saturation)]
  }

  /// Local hints by points; global ones without, with the histogram, and with the saturation.
  public func judgements(
    of learned: Parameters, options: CompilationOptions
  ) throws -> [Judgement] {
    let model = HintNetworkModel(
      try HintNetworkWeights(
        architecture, parameters: learned, chrominanceScale: chrominanceScale,
        pictureSide: pictureSide, name: "the training's weights"),
      options: options)
    guard architecture.variant == .global else {
      return [
        Judgement(method: "local-hints", colorizer: try LocalHints(model), takesPoints: true)
      ]
    }
    let ways: [(String, GlobalHints.Statistics)] = [
      ("global-hints-none", []), ("global-hints", .histogram),
      ("global-hints-saturation", .saturation),
    ]
    return try ways.map { name, statistics in
      Judgement(
        method: name,
        colorizer: try GlobalHintsColorizer(model, name: name, statistics: statistics),
        takesPoints: false)
    }
  }
}
