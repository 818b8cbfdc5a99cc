/// Numbers between two steps: where they are, and what is still to happen to them.
final class Tensor: Sendable {
  let layout: TensorLayout
  let buffer: BufferID
  /// Bytes into the buffer: a part of a concatenation begins where it has its place.
  let offset: Int
  /// What readers apply.
  let prologue: Prologue
  /// Whose results the numbers are: a gradient goes back through it.
  let epilogue: Epilogue
  /// False for what comes from the inputs only, and for what is detached.
  let needsGradient: Bool

  init(
    _ layout: TensorLayout, buffer: BufferID, offset: Int = 0, prologue: Prologue = .none,
    epilogue: Epilogue = .none, needsGradient: Bool
  ) {
    self.layout = layout
    self.buffer = buffer
    self.offset = offset
    self.prologue = prologue
    self.epilogue = epilogue
    self.needsGradient = needsGradient
  }

  /// True where the numbers are the layer's as they are.
  var isSettled: Bool { prologue.isNone }

  /// The same numbers, read through another prologue.
  func read(through prologue: Prologue, needsGradient: Bool) -> Tensor {
    Tensor(
      layout, buffer: buffer, offset: offset, prologue: prologue, needsGradient: needsGradient)
  }

  /// The same numbers, through which no gradient passes.
  func detached() -> Tensor {
    Tensor(layout, buffer: buffer, offset: offset, prologue: prologue, needsGradient: false)
  }

  /// Where the numbers begin.
  func address(in memory: BoundMemory) -> UnsafeMutableRawPointer { memory[buffer] + offset }

  func floats(in memory: BoundMemory) -> UnsafeMutablePointer<Float> {
    address(in: memory).assumingMemoryBound(to: Float.self)
  }
}
