import Colorization
import NeuralEngine
import Synchronization

/// A hint network ready to run at any size: compiled once for each size and set of outputs, and
/// shared by all sessions.
public final class HintNetworkModel: Sendable {
  /// The weights.
  public let weights: HintNetworkWeights
  /// How networks are compiled.
  public let options: CompilationOptions
  private let plans: PlanCache?

  private struct Key: Hashable {
    let height: Int
    let width: Int
    let withDistribution: Bool
  }

  private let compiled = Mutex<[Key: CompiledGraph]>([:])

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
    self.options = options
    self.plans = plans
  }

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
    let key = Key(height: height, width: width, withDistribution: withDistribution)
    // Held while compiling: several sessions of one size want one copy of the packed weights.
    let result = compiled.withLock { held in
      Result { () throws(NeuralEngineError) in
        if let known = held[key] { return known }
        typealias Port = HintNetworkArchitecture.Port
        let made = try CompiledGraph(
          weights.architecture.graph(scale: weights.chrominanceScale),
          parameters: weights.parameters,
          outputs: withDistribution ? [Port.chrominance, Port.logits] : [Port.chrominance],
          height: height, width: width, options: options, plans: plans)
        held[key] = made
        return made
      }
    }
    do {
      return try result.get()
    } catch {
      throw .failed(path: weights.path, reason: error.message)
    }
  }
}
