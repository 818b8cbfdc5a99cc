/// A lowered network: its steps in order, and the memory between them.
struct Program: Sendable {
  /// A named input or output: plain float32 [batch][channels][height][width].
  struct Port: Sendable {
    let name: String
    let tensor: Tensor
  }

  var steps: [any Step] = []
  /// The size of each buffer in bytes.
  var bufferBytes: [Int] = []
  var inputs: [Port] = []
  var outputs: [Port] = []
  /// How many of the first steps depend on prepared inputs only.
  var preparedSteps = 0
  /// How many of the last steps only deferred outputs need.
  var deferredSteps = 0

  /// The steps of one convolution; what they would read is left as it is.
  func only(layer: String) -> Program {
    var part = self
    part.steps = steps.filter {
      $0.layer == layer && !($0 is SettleStep) && !($0 is SubsampleStep)
    }
    part.preparedSteps = 0
    part.deferredSteps = 0
    return part
  }

  /// Moves steps that depend on `prepared` inputs only to the front, in their order.
  mutating func moveToFront(prepared: Set<String>) {
    var varies = Set(inputs.filter { !prepared.contains($0.name) }.map(\.tensor.buffer))
    // What is added onto in place varies from its first step on: to a fixed point.
    var known = -1
    while known != varies.count {
      known = varies.count
      for step in steps where (step.reads + step.writes).contains(where: varies.contains) {
        varies.formUnion(step.writes)
      }
    }
    var early: [any Step] = []
    var late: [any Step] = []
    for step in steps {
      if (step.reads + step.writes).contains(where: varies.contains) {
        late.append(step)
      } else {
        early.append(step)
      }
    }
    steps = early + late
    preparedSteps = early.count
  }

  /// Moves steps that only `deferred` outputs need to the end, in their order; prepared ones stay.
  mutating func moveToBack(deferred: Set<String>) {
    guard outputs.contains(where: { deferred.contains($0.name) }) else { return }
    var needed = Set(outputs.filter { !deferred.contains($0.name) }.map(\.tensor.buffer))
    var isNeeded = [Bool](repeating: true, count: steps.count)
    for index in steps.indices.reversed() where index >= preparedSteps {
      isNeeded[index] = steps[index].writes.contains(where: needed.contains)
      if isNeeded[index] { needed.formUnion(steps[index].reads) }
    }
    let numbered = zip(steps, isNeeded)
    let last = numbered.filter { !$0.1 }.map(\.0)
    steps = numbered.filter(\.1).map(\.0) + last
    deferredSteps = last.count
  }
}
