import AlignedMemory

/// Where a network's weights are while it is lowered.
enum Weights {
  /// As files have them: for running, folded and packed once.
  case fixed(Parameters)
  /// In memory's order, while they are learned.
  case learned(TrainableParameters)

  var isLearned: Bool { if case .learned = self { true } else { false } }
}

/// One array of weights in memory's order, and its gradient where it is learned.
struct ParameterSlice: Sendable {
  private let memory: AlignedBuffer<Float>
  private let gradients: AlignedBuffer<Float>?
  private let offset: Int

  /// Weights that stay as they are.
  init(_ values: [Float]) {
    (memory, gradients, offset) = (AlignedBuffer(values), nil, 0)
  }

  init(_ memory: AlignedBuffer<Float>, gradients: AlignedBuffer<Float>?, offset: Int) {
    (self.memory, self.gradients, self.offset) = (memory, gradients, offset)
  }

  var start: UnsafeMutablePointer<Float> { memory.start + offset }
  /// Nil where nothing is learned.
  var gradient: UnsafeMutablePointer<Float>? { gradients.map { $0.start + offset } }
}
