import Colorization
import NeuralEngine

/// A network that can be trained: its layers, what it is shown of a batch, and how it is judged.
///
/// All that ``Trainer`` knows of a network. Another network takes another type with these members;
/// its batches may be of the same pictures.
public protocol TrainedNetwork: Sendable {
  /// In words, for people and metadata.
  var summary: String { get }
  /// The layers.
  var graph: Graph { get }
  /// What is minimized: one term an output at most. Outputs without a term get no gradient.
  var losses: [any LossTerm] { get }
  /// What a weights file says besides the arrays: how inputs and outputs are to be read.
  var metadata: [String: String] { get }

  /// What the network is shown: the numbers of each of its inputs.
  func inputs(of batch: TrainingBatch) -> [(name: String, numbers: [Float])]

  /// Ways to colorize with weights of this network, to judge them by.
  func judgements(
    of parameters: Parameters, options: CompilationOptions
  ) throws -> [Judgement]
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
