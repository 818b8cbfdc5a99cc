import AlignedMemory
import CNeuralKernels

/// What kernels from pixels to pixels take: two stacks, their memory, and a prologue.
struct PixelCall {
  private let from: hb_stack
  private let to: hb_stack
  private let source: UnsafeMutableRawPointer
  private let target: UnsafeMutableRawPointer
  private let adjust: BoundPrologue

  init(_ source: Tensor, _ target: Tensor, _ memory: BoundMemory) {
    (from, to) = (source.layout.described, target.layout.described)
    (self.source, self.target) = (source.address(in: memory), target.address(in: memory))
    adjust = source.prologue.bound(to: memory)
  }

  typealias Kernel = (
    UnsafePointer<hb_stack>, UnsafeRawPointer, UnsafePointer<hb_stack>, UnsafeMutableRawPointer,
    UnsafePointer<hb_adjust>
  ) -> Void

  func run(_ kernel: Kernel) {
    var (from, to, adjust) = (from, to, adjust.described)
    kernel(&from, source, &to, target, &adjust)
  }
}

/// What their adjoints take: the result's stack and gradient, the source's, and whether to add.
struct PixelBackCall {
  private let from: hb_stack
  private let to: hb_stack
  private let gradient: AlignedBuffer<UInt8>
  private let contribution: GradientPlan.Contribution

  /// Plans the way back from the target to the source; nil where there is none.
  init?(_ source: Tensor, _ target: Tensor, _ plan: GradientPlan, _ memory: BoundMemory) {
    let (gradient, contribution) = plan.passBack(from: target, to: source)
    guard let gradient, let contribution else { return nil }
    (from, to) = (target.layout.described, source.layout.described)
    (self.gradient, self.contribution) = (gradient, contribution)
  }

  typealias Kernel = (
    UnsafePointer<hb_stack>, UnsafeRawPointer, UnsafePointer<hb_stack>, UnsafeMutableRawPointer,
    Bool
  ) -> Void

  func run(_ kernel: Kernel) {
    var (from, to) = (from, to)
    kernel(&from, gradient.start, &to, contribution.bytes, contribution.accumulates)
  }
}
