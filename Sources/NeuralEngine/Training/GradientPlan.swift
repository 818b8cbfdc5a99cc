import AlignedMemory

/// Who writes which gradient when, and in what memory: made once, in the order of the way back.
final class GradientPlan {
  /// What is known of one tensor's gradient.
  private struct Record {
    /// Steps that will contribute.
    var contributors = 0
    /// Contributions planned so far.
    var planned = 0
    /// By the numbers after the tensor's prologue, and before its epilogue once that has been gone
    /// back through.
    var memory: AlignedBuffer<UInt8>?
    /// True where the memory is the tensor's alone.
    var isKept = false
    /// True where the only contributor goes back through the epilogue on its way.
    var isGated = false
  }

  /// Which epilogues a step can go back through on its way.
  enum Gating {
    case none
    /// Those without a ceiling.
    case slopes
    case all
  }

  /// What a step is to do with its contribution to a gradient.
  struct Contribution {
    let memory: AlignedBuffer<UInt8>
    /// Adds to what others have contributed before.
    let accumulates: Bool
    /// To be gone back through on the way.
    let epilogue: Epilogue

    var bytes: UnsafeMutableRawPointer { UnsafeMutableRawPointer(memory.start) }
    var floats: UnsafeMutablePointer<Float> { bytes.assumingMemoryBound(to: Float.self) }
  }

  private var records: [ObjectIdentifier: Record] = [:]
  private var free: [Int: [AlignedBuffer<UInt8>]] = [:]

  /// - Parameter program: with tensors that live as long as the plan.
  init(_ program: Program) {
    for step in program.steps {
      for input in step.inputs where input.needsGradient { self[input].contributors += 1 }
    }
    for port in program.outputs where self[port.tensor].memory == nil {
      let count = port.tensor.layout.byteCount
      self[port.tensor].memory = AlignedBuffer(count: count, repeating: 0)
      self[port.tensor].isKept = true
      self[port.tensor].planned = 1
      self[port.tensor].contributors += 1
    }
  }

  private subscript(tensor: Tensor) -> Record {
    get { records[ObjectIdentifier(tensor)] ?? Record() }
    set { records[ObjectIdentifier(tensor)] = newValue }
  }

  /// Plans a contribution; nil where the tensor needs no gradient.
  ///
  /// - Parameter gating: which epilogues the step can go back through on its way.
  func contribute(to tensor: Tensor, gating: Gating = .none) -> Contribution? {
    guard tensor.needsGradient else { return nil }
    var record = self[tensor]
    let memory = record.memory ?? take(tensor.layout.byteCount)
    record.memory = memory
    record.planned += 1
    if record.contributors == 1, can(gating, tensor.epilogue) { record.isGated = true }
    self[tensor] = record
    return Contribution(
      memory: memory, accumulates: record.planned > 1,
      epilogue: record.isGated ? tensor.epilogue : .none)
  }

  private func can(_ gating: Gating, _ epilogue: Epilogue) -> Bool {
    switch gating {
    case .none: false
    case .slopes: !epilogue.isNone && epilogue.ceiling == .infinity
    case .all: !epilogue.isNone
    }
  }

  /// The finished gradient of a tensor, zeros where nobody contributed; nil where it needs none.
  func gradient(of tensor: Tensor) -> AlignedBuffer<UInt8>? {
    guard tensor.needsGradient else { return nil }
    if let made = self[tensor].memory { return made }
    let zeros = AlignedBuffer<UInt8>(count: tensor.layout.byteCount, repeating: 0)
    self[tensor].memory = zeros
    self[tensor].isKept = true
    return zeros
  }

  /// What a step with one result has on its way back: the result's finished gradient, and its
  /// contribution to each source's.
  func passBack(
    from result: Tensor, to sources: [Tensor]
  ) -> (gradient: AlignedBuffer<UInt8>?, contributions: [Contribution?]) {
    let gradient = gradient(of: result)
    let contributions = sources.map { contribute(to: $0) }
    finish(result)
    return (gradient, contributions)
  }

  /// The same with one source.
  func passBack(
    from result: Tensor, to source: Tensor
  ) -> (gradient: AlignedBuffer<UInt8>?, contribution: Contribution?) {
    let (gradient, contributions) = passBack(from: result, to: [source])
    return (gradient, contributions[0])
  }

  /// The gradient of an output, to be written from outside.
  func outputGradient(_ tensor: Tensor) -> AlignedBuffer<UInt8>? { self[tensor].memory }

  /// True where the tensor's epilogue has still to be gone back through.
  func mustGate(_ tensor: Tensor) -> Bool { !tensor.epilogue.isNone && !self[tensor].isGated }

  /// Lets the input of a step that works in place have its result's gradient, which the step changes
  /// into the input's; nil where others contribute to that, too.
  func handOn(from tensor: Tensor, to input: Tensor) -> Contribution? {
    let record = self[tensor]
    guard let memory = record.memory, self[input].contributors == 1 else { return nil }
    let gates = can(.slopes, input.epilogue)
    self[input].memory = memory
    self[input].isKept = record.isKept
    self[input].planned += 1
    self[input].isGated = gates
    return Contribution(
      memory: memory, accumulates: false, epilogue: gates ? input.epilogue : .none)
  }

  /// Says that nobody reads the gradient any more.
  func finish(_ tensor: Tensor) {
    guard let memory = self[tensor].memory, !self[tensor].isKept else { return }
    free[tensor.layout.byteCount, default: []].append(memory)
  }

  private func take(_ count: Int) -> AlignedBuffer<UInt8> {
    free[count]?.popLast() ?? AlignedBuffer(count: count, repeating: 0)
  }
}
