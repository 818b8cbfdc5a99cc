import AlignedMemory
import CNeuralKernels

/// The way back through a tensor's epilogue.
struct Gate {
  private let results: UnsafeMutableRawPointer
  private let epilogue: Epilogue
  private let layout: TensorLayout

  /// - Returns: nil where there is none, or it has been gone back through on the way.
  init?(_ tensor: Tensor, _ plan: GradientPlan, _ memory: BoundMemory) {
    guard plan.mustGate(tensor) else { return nil }
    results = tensor.address(in: memory)
    epilogue = tensor.epilogue
    layout = tensor.layout
  }

  /// Changes the gradient by the epilogue's results into that by its arguments.
  func run(_ gradient: AlignedBuffer<UInt8>) {
    var stack = layout.described
    hb_gate(&stack, results, gradient.start, epilogue.described)
  }
}
