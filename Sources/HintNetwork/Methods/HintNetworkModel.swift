import Colorization
import NeuralEngine

/// A hint network ready to run at any size, shared by all sessions.
public final class HintNetworkModel: Sendable {
  /// The weights.
  public let weights: HintNetworkWeights
  private let network: SizedNetwork

  /// Wraps checked weights.
  ///
  /// - Parameter plans: what was measured before, for measured planning.
  public init(
    _ weights: HintNetworkWeights, options: CompilationOptions = CompilationOptions(),
    plans: PlanCache? = nil
  ) {
    self.weights = weights
    var options = options
    // A new histogram does not change what the first four blocks make of the lightness.
    if weights.architecture.variant == .global {
      options.prepared = [HintNetworkArchitecture.Port.picture]
    }
    network = SizedNetwork(
      weights.architecture.graph(scale: weights.chrominanceScale),
      parameters: weights.parameters, options: options, plans: plans)
  }

  /// How networks are compiled.
  public var options: CompilationOptions { network.options }

  /// The network for one size.
  ///
  /// - Parameters:
  ///   - height, width: multiples of ``HintNetworkArchitecture/step``.
  ///   - withDistribution: whether the palette head is computed, too.
  /// - Throws: ``HintNetworkError``.
  public func compiled(
    height: Int, width: Int, withDistribution: Bool
  ) throws(HintNetworkError) -> CompiledGraph {
    guard !withDistribution || weights.architecture.head != nil else {
      throw .noPaletteHead(path: weights.path)
    }
    typealias Port = HintNetworkArchitecture.Port
    do {
      return try network.compiled(
        outputs: withDistribution ? [Port.chrominance, Port.logits] : [Port.chrominance],
        height: height, width: width)
    } catch {
      throw .failed(path: weights.path, reason: error.message)
    }
  }
}
