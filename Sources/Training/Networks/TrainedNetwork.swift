import Colorization
import NeuralEngine

/// A network that can be trained: its layers, what it is shown of a batch, and how it is judged.
///
/// All that ``Trainer`` knows of a network. Another network takes another type with these members;
/// its batches may be of the same pictures.
public protocol TrainedNetwork: Sendable {
  /// In words, for people and metadata.
  var summary: String { get }
  /// What it is told of a picture.
  var kinds: HintKinds { get }
  /// The bins of its distribution branch; nil if it has none.
  var bins: ABBinSet? { get }
  /// The layers that learn.
  var graph: Graph { get }
  /// The layers before these, which stay as they are; nil where all layers learn.
  var frozen: FrozenLayers? { get }
  /// What is minimized: terms of one output add up. Outputs without a term get no gradient.
  var losses: [any LossTerm] { get }
  /// What a weights file says besides the arrays: how inputs and outputs are to be read.
  var metadata: [String: String] { get }

  /// What the network is shown: the numbers of each of its inputs, those of the frozen layers included.
  func inputs(of batch: TrainingBatch) -> [(name: String, numbers: [Float])]

  /// What the rate is multiplied by for an array of weights, at least 0.
  func rateFactor(of array: String) -> Double

  /// Every array of the whole network, in the order of its file.
  ///
  /// - Parameter learned: every array of ``graph``.
  func arrays(learned: Parameters) -> [(name: String, tensor: Parameters.Tensor)]

  /// Ways to colorize with weights of this network, to judge them by.
  ///
  /// - Parameter learned: every array of ``graph``.
  func judgements(
    of learned: Parameters, options: CompilationOptions
  ) throws -> [Judgement]
}

/// A network of which every layer learns at the same rate.
extension TrainedNetwork {
  /// None.
  public var frozen: FrozenLayers? { nil }

  /// 1 for all.
  public func rateFactor(of array: String) -> Double { 1 }

  /// Those that learn.
  public func arrays(learned: Parameters) -> [(name: String, tensor: Parameters.Tensor)] {
    graph.parameterShapes.compactMap { name, _ in
      learned.tensors[name].map { (name: name, tensor: $0) }
    }
  }
}

/// Layers whose results a network learns from.
public struct FrozenLayers: Sendable {
  /// The layers; its outputs have the names of the network's inputs that they become.
  public let graph: Graph
  /// Every array of the graph.
  public let parameters: Parameters

  /// Wraps layers and their weights.
  public init(_ graph: Graph, parameters: Parameters) {
    (self.graph, self.parameters) = (graph, parameters)
  }
}

/// A way to colorize while progress is judged.
public struct Judgement: Sendable {
  /// The method's name in `validation.csv`.
  public let method: String
  /// The method.
  public let colorizer: any Colorizer
  /// False for a method that takes no points, which is judged once a picture.
  public let takesPoints: Bool

  /// Names a way.
  public init(method: String, colorizer: any Colorizer, takesPoints: Bool) {
    self.method = method
    self.colorizer = colorizer
    self.takesPoints = takesPoints
  }
}
