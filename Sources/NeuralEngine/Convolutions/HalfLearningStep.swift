import AlignedMemory
import CNeuralKernels

/// A convolution that learns in bfloat16, by the processor's matrix units where it has them; weights
/// and their gradients are float32.
struct HalfLearningStep: LearnedConvolutionStep {
  let role: LearnedRole
  private let threads: Int32
  private let shape: hb_half_convolution
  private let back: hb_half_convolution
  /// The convolution whose weights are learned: the layer, or the one that it is the adjoint of.
  private let learned: hb_half_convolution

  init(_ role: LearnedRole, threads: Int) {
    self.role = role
    self.threads = Int32(threads)
    let (layer, from, to) = (role.layer, role.source.layout, role.target.layout)
    shape = HalfShape.described(
      layer, role.placed, from: from, to: to, isTransposed: layer.isTransposed,
      accumulates: role.accumulates, epilogue: role.epilogue)
    back = HalfShape.described(
      layer, role.placed, from: to, to: from, isTransposed: !layer.isTransposed,
      accumulates: false, epilogue: .none)
    learned = HalfShape.described(
      layer, role.placed, from: layer.isTransposed ? to : from,
      to: layer.isTransposed ? from : to, isTransposed: false, accumulates: false,
      epilogue: .none)
  }

  var algorithm: String { EngineProcessor.hasMatrixUnits ? "AMX bf16" : "bf16" }
  var scratchBytes: Int { Self.bytes(shape, threads) }
  var backScratchBytes: Int {
    let learning = withUnsafePointer(to: learned) { hb_half_gradient_scratch($0, threads) }
    return max(Self.bytes(back, threads), learning)
  }

  /// Of the packed weights, and of what the convolution takes behind them.
  private static func bytes(_ shape: hb_half_convolution, _ threads: Int32) -> Int {
    weightBytes(shape) + withUnsafePointer(to: shape) { hb_half_scratch($0, threads) }
  }

  private static func weightBytes(_ shape: hb_half_convolution) -> Int {
    (withUnsafePointer(to: shape) { hb_half_weights($0) } + 63) / 64 * 64
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (role.source.address(in: memory), role.target.address(in: memory))
    let adjust = role.source.prologue.bound(to: memory)
    let packed = memory.scratch
    let behind = packed + Self.weightBytes(shape)
    let (role, threads) = (role, threads)
    var shape = shape
    return {
      var view = HalfShape.view(role, role.weights.start)
      hb_half_pack(&shape, &view, packed)
      withUnsafePointer(to: adjust.described) {
        hb_half_convolve(&shape, from, $0, packed, role.bias, nil, to, threads, behind)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, gate, contribution) = role.planBack(plan, memory, gating: .all)
    guard let gradient else { return nil }
    let from = role.source.address(in: memory)
    let adjust = role.source.prologue.bound(to: memory)
    let scratch = memory.scratch
    let behind = scratch + Self.weightBytes(back)
    let (role, threads) = (role, threads)
    let isTransposed = role.layer.isTransposed
    var (back, learned) = (back, learned)
    back.accumulates = contribution?.accumulates ?? false
    back.epilogue = (contribution?.epilogue ?? .none).described
    let isGated = contribution?.epilogue.isNone == false
    return {
      gate?.run(gradient)
      // A transposed layer's weights are those of the convolution from its result to its source.
      var target = HalfShape.view(role, role.weightGradient, isBack: isTransposed)
      withUnsafePointer(to: adjust.described) {
        if isTransposed {
          var none = hb_adjust.none
          hb_half_gradient(
            &learned, gradient.start, &none, from, $0, &target, nil, threads, scratch)
        } else {
          hb_half_gradient(
            &learned, from, $0, gradient.start, nil, &target, role.biasGradient, threads,
            scratch)
        }
      }
      if isTransposed { role.learnBias(gradient) }
      role.clearBetweenGroups()
      guard let contribution else { return true }
      var none = hb_adjust.none
      var weights = HalfShape.view(role, role.weights.start, isBack: true)
      hb_half_pack(&back, &weights, scratch)
      hb_half_convolve(
        &back, gradient.start, &none, scratch, nil, isGated ? from : nil, contribution.bytes,
        threads, behind)
      return true
    }
  }
}
