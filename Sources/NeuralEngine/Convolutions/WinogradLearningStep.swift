import AlignedMemory
import CNeuralKernels

/// A convolution that learns by Winograd's minimal filtering, in all three directions.
struct WinogradLearningStep: LearnedConvolutionStep {
  let role: LearnedRole
  private let threads: Int32
  private let shape: hb_winograd
  private let back: hb_winograd

  init(_ role: LearnedRole, shape: WinogradShape, threads: Int) {
    self.role = role
    self.threads = Int32(threads)
    self.shape = shape.described
    back = shape.back(to: role.target.layout)
  }

  var algorithm: String { "Winograd" }
  var scratchBytes: Int { Self.bytes(shape, threads) }
  var backScratchBytes: Int {
    let learning = withUnsafePointer(to: shape) { hb_winograd_gradient_scratch($0, threads) }
    return max(Self.bytes(back, threads), learning)
  }

  /// Of the transformed weights, and of what filtering takes behind them.
  private static func bytes(_ shape: hb_winograd, _ threads: Int32) -> Int {
    weightBytes(shape) + withUnsafePointer(to: shape) { hb_winograd_scratch($0, threads) }
  }

  private static func weightBytes(_ shape: hb_winograd) -> Int {
    let count = withUnsafePointer(to: shape) { hb_winograd_weights($0) }
    return (4 * count + 63) / 64 * 64
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (role.source.floats(in: memory), role.target.floats(in: memory))
    let adjust = role.source.prologue.bound(to: memory)
    let transformed = memory.scratch.assumingMemoryBound(to: Float.self)
    let scratch = memory.scratch + Self.weightBytes(shape)
    let (role, threads) = (role, threads)
    var shape = shape
    return {
      hb_winograd_pack_forward(&shape, role.weights.start, transformed)
      withUnsafePointer(to: adjust.described) {
        hb_winograd_run(
          &shape, from, $0, transformed, role.bias, nil, to, threads, scratch)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, gate, contribution) = role.planBack(plan, memory, gating: .slopes)
    guard let gradient else { return nil }
    let from = role.source.floats(in: memory)
    let adjust = role.source.prologue.bound(to: memory)
    let scratch = memory.scratch
    let transformed = scratch.assumingMemoryBound(to: Float.self)
    let behind = scratch + Self.weightBytes(back)
    let (role, threads) = (role, threads)
    let isTransposed = role.layer.isTransposed
    var (shape, back) = (shape, back)
    back.accumulates = contribution?.accumulates ?? false
    back.epilogue = (contribution?.epilogue ?? .none).described
    let isGated = contribution?.epilogue.isNone == false
    return {
      gate?.run(gradient)
      let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
      withUnsafePointer(to: adjust.described) {
        hb_winograd_gradient(
          &shape, from, $0, above, role.weightGradient, isTransposed ? nil : role.biasGradient,
          threads, scratch)
      }
      if isTransposed { role.learnBias(gradient) }
      role.clearBetweenGroups()
      guard let contribution else { return true }
      var none = hb_adjust.none
      hb_winograd_pack_backward(&back, role.weights.start, transformed)
      hb_winograd_run(
        &back, above, &none, transformed, nil, isGated ? from : nil, contribution.floats,
        threads, behind)
      return true
    }
  }
}
