import AlignedMemory

/// A network's weights while they are learned: flat arrays in the engine's own order, so that an
/// optimizer goes through them in one sweep.
///
/// Channels are padded with zeros to whole blocks; a gradient's padding is always zero, so that the
/// weights' stays zero too under any rule that leaves zeros with no gradient alone.
public final class TrainableParameters {
  /// Everything that is learned.
  public let weights: AlignedBuffer<Float>
  /// What the loss's gradient is, in the order of ``weights``; overwritten by every
  /// ``TrainingNetwork/backward()``.
  public let gradients: AlignedBuffer<Float>
  /// Running means and variances, updated by every ``TrainingNetwork/forward()``.
  public let statistics: AlignedBuffer<Float>
  private let arrays: [LearnedArray]
  private let byName: [String: LearnedArray]

  /// Arranges the weights of a network.
  ///
  /// - Parameter parameters: an array for each of ``Graph/parameterShapes``.
  /// - Throws: ``NeuralEngineError`` where one is missing or of another shape.
  public init(_ graph: Graph, _ parameters: Parameters) throws(NeuralEngineError) {
    let arrays = Self.arrange(graph)
    self.arrays = arrays
    byName = Dictionary(uniqueKeysWithValues: arrays.map { ($0.name, $0) })
    let counts = [false, true].map { isStatistic in
      arrays.filter { $0.isStatistic == isStatistic }.map(\.count).reduce(0, +)
    }
    weights = AlignedBuffer(count: counts[0], repeating: 0)
    gradients = AlignedBuffer(count: counts[0], repeating: 0)
    statistics = AlignedBuffer(count: counts[1], repeating: 0)
    try fill(weights: weights, statistics: statistics, from: parameters)
  }

  private static func arrange(_ graph: Graph) -> [LearnedArray] {
    let transposed = Set(
      graph.nodes.compactMap { node -> String? in
        guard case .transposedConvolution(let layer) = node.operation else { return nil }
        return layer.weightName
      })
    var offsets = [false: 0, true: 0]
    return graph.parameterShapes.map { name, shape in
      let isStatistic = name.hasSuffix(".running_mean") || name.hasSuffix(".running_var")
      let array = LearnedArray(
        name: name, shape: shape,
        order: shape.count == 1
          ? .channels : transposed.contains(name) ? .transposed : .convolution,
        offset: offsets[isStatistic, default: 0], isStatistic: isStatistic)
      offsets[isStatistic, default: 0] += array.count
      return array
    }
  }

  /// Named arrays, as files have them, from flat ones.
  ///
  /// - Parameters:
  ///   - weights: numbers in the order of ``weights``: these themselves, gradients, averages, moments.
  ///   - statistics: numbers in the order of ``statistics``.
  public func named(
    weights: AlignedBuffer<Float>, statistics: AlignedBuffer<Float>
  ) -> Parameters {
    precondition(weights.count == self.weights.count && statistics.count == self.statistics.count)
    var tensors: [String: Parameters.Tensor] = [:]
    for array in arrays {
      let source = (array.isStatistic ? statistics : weights).start
      let count = array.shape.reduce(1, *)
      let values = [Float](unsafeUninitializedCapacity: count) { values, filled in
        array.forEach { file, here in values[file] = source[here] }
        filled = count
      }
      tensors[array.name] = .init(shape: array.shape, values: values)
    }
    return Parameters(tensors)
  }

  /// Writes named arrays into flat ones; padding becomes zero.
  ///
  /// - Throws: ``NeuralEngineError`` where an array is missing or of another shape; nothing is
  ///   written then.
  public func fill(
    weights: AlignedBuffer<Float>, statistics: AlignedBuffer<Float>, from parameters: Parameters
  ) throws(NeuralEngineError) {
    precondition(weights.count == self.weights.count && statistics.count == self.statistics.count)
    var values: [[Float]] = []
    for array in arrays { values.append(try parameters.values(array.name, array.shape)) }
    weights.start.update(repeating: 0, count: weights.count)
    statistics.start.update(repeating: 0, count: statistics.count)
    for (array, numbers) in zip(arrays, values) {
      let target = (array.isStatistic ? statistics : weights).start
      array.forEach { file, here in target[here] = numbers[file] }
    }
  }

  /// Where an array begins in ``weights`` (or ``statistics``), and in ``gradients``.
  func place(_ name: String) -> Int {
    guard let array = byName[name] else { preconditionFailure("the graph has no array \(name)") }
    return array.offset
  }
}
