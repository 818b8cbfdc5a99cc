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
  /// Channels to a block.
  let block: Int

  /// Arranges the weights of a network.
  ///
  /// - Parameters:
  ///   - parameters: an array for each of ``Graph/parameterShapes``.
  ///   - precision: of the networks that will learn them.
  /// - Throws: ``NeuralEngineError`` where one is missing or of another shape.
  public init(
    _ graph: Graph, _ parameters: Parameters,
    precision: CompilationOptions.Precision = .float32
  ) throws(NeuralEngineError) {
    block = TensorLayout.block(precision)
    var arrays: [LearnedArray] = []
    var counts = [false: 0, true: 0]
    for array in graph.parameterArrays {
      let count = array.count(block: block)
      arrays.append(
        LearnedArray(
          array: array, offset: counts[array.isStatistic, default: 0], count: count))
      counts[array.isStatistic, default: 0] += count
    }
    self.arrays = arrays
    byName = Dictionary(uniqueKeysWithValues: arrays.map { ($0.array.name, $0) })
    weights = AlignedBuffer(count: counts[false] ?? 0, repeating: 0)
    gradients = AlignedBuffer(count: counts[false] ?? 0, repeating: 0)
    statistics = AlignedBuffer(count: counts[true] ?? 0, repeating: 0)
    try fill(weights: weights, statistics: statistics, from: parameters)
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
    for learned in arrays {
      let array = learned.array
      let source = (array.isStatistic ? statistics : weights).start + learned.offset
      let count = array.shape.reduce(1, *)
      let values = [Float](unsafeUninitializedCapacity: count) { values, filled in
        array.forEach(block: block) { file, memory in values[file] = source[memory] }
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
    for learned in arrays {
      values.append(try parameters.values(learned.array.name, learned.array.shape))
    }
    weights.start.update(repeating: 0, count: weights.count)
    statistics.start.update(repeating: 0, count: statistics.count)
    for (learned, numbers) in zip(arrays, values) {
      let target = (learned.array.isStatistic ? statistics : weights).start + learned.offset
      learned.array.forEach(block: block) { file, memory in target[memory] = numbers[file] }
    }
  }

  /// An array's numbers, and their gradient where it is learned.
  func slice(_ name: String) -> ParameterSlice {
    guard let learned = byName[name] else {
      preconditionFailure("the graph has no array \(name)")
    }
    return learned.array.isStatistic
      ? ParameterSlice(statistics, gradients: nil, offset: learned.offset)
      : ParameterSlice(weights, gradients: gradients, offset: learned.offset)
  }
}

/// Where one array of weights lies among a network's flat numbers.
private struct LearnedArray {
  let array: ParameterArray
  /// Of the first number.
  let offset: Int
  /// Numbers with padding.
  let count: Int
}
