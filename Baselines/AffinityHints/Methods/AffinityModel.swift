import NeuralEngine

/// An affinity network ready to run at any size, shared by all sessions.
public final class AffinityModel: Sendable {
  /// The weights.
  public let weights: AffinityWeights
  /// Guided by points alone.
  private let local: SizedNetwork
  /// Guided by statistics, too; nil where the weights know nothing of them.
  private let global: SizedNetwork?

  /// Wraps checked weights.
  public init(_ weights: AffinityWeights, options: CompilationOptions = CompilationOptions()) {
    self.weights = weights
    var options = options
    // The encoder, once a picture.
    options.prepared = [AffinityNetwork.Port.picture, AffinityNetwork.Port.lightness]
    options.deferred = [AffinityNetwork.Port.logits]
    let parameters = SplitParameters.adding(to: weights.parameters)
    func network(isGlobal: Bool) -> SizedNetwork {
      SizedNetwork(
        AffinityNetwork.runningGraph(isGlobal: isGlobal), parameters: parameters,
        options: options)
    }
    local = network(isGlobal: false)
    global = weights.isGlobal ? network(isGlobal: true) : nil
  }

  /// How networks are compiled.
  public var options: CompilationOptions { local.options }

  /// The network for one size.
  ///
  /// Its inputs are those of ``AffinityNetwork/Port``; what depends on the picture alone is computed
  /// once a context.
  ///
  /// - Parameters:
  ///   - height, width: multiples of ``AffinityNetwork/step``.
  ///   - isGlobal: whether it is guided by statistics; only for weights that know of them.
  ///   - withDistribution: whether the distribution can be computed, too.
  public func compiled(
    height: Int, width: Int, isGlobal: Bool, withDistribution: Bool
  ) throws(AffinityError) -> CompiledGraph {
    typealias Port = AffinityNetwork.Port
    do {
      return try (isGlobal ? global ?? local : local).compiled(
        outputs: withDistribution ? [Port.halfChrominance, Port.logits] : [Port.halfChrominance],
        height: height, width: width)
    } catch {
      throw .failed(path: weights.path, reason: error.message)
    }
  }
}
