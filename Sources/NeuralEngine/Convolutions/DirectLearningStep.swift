import AlignedMemory
import CNeuralKernels
import COneDNN

/// A convolution that learns by oneDNN's sums of products as written.
///
/// A transposed convolution is the way back of the convolution whose adjoint it is.
struct DirectLearningStep: LearnedConvolutionStep {
  let role: LearnedRole
  private let primitive: LearningPrimitive
  /// What a transposed convolution's way back takes for a bias.
  private let silence: AlignedBuffer<Float>

  /// - Parameter role: with a source that has nothing pending.
  init(_ role: LearnedRole) throws(NeuralEngineError) {
    self.role = role
    let (layer, from, to) = (role.layer, role.source.layout, role.target.layout)
    let shape = ConvolutionShape(
      layer, role.placed, from: layer.isTransposed ? to : from,
      outputs: layer.isTransposed ? layer.inputs : layer.outputs)
    guard let primitive = LearningPrimitive(shape, isAdjoint: layer.isTransposed) else {
      throw .refused(layer: layer.name)
    }
    self.primitive = primitive
    silence = AlignedBuffer(count: max(from.paddedChannels, to.paddedChannels), repeating: 0)
  }

  var algorithm: String { "oneDNN" }
  /// Room for a result, and oneDNN's working memory behind it.
  var scratchBytes: Int { room + primitive.scratchBytes }
  var backScratchBytes: Int { scratchBytes }

  private var room: Int {
    (max(role.source.layout.byteCount, role.target.layout.byteCount) + 63) / 64 * 64
  }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (role.source.address(in: memory), role.target.address(in: memory))
    let result = role.accumulates ? memory.scratch : to
    let scratch = memory.scratch + room
    let (role, primitive, epilogue) = (role, primitive, role.epilogue)
    var stack = role.target.layout.described
    return {
      if role.layer.isTransposed {
        var shift = hb_adjust(
          slope: 1, scale: nil, shift: UnsafePointer(role.bias), shift_stride: 0)
        guard
          hb_learning_convolution_back(
            primitive.handle, from, role.weights.start, result, scratch)
        else { return false }
        hb_settle(&stack, result, &shift, result, Epilogue.none.described)
      } else if !hb_learning_convolution_forward(
        primitive.handle, from, role.weights.start, role.bias, result, scratch)
      {
        return false
      }
      if role.accumulates {
        hb_add(&stack, to, result, to, epilogue.described)
      } else if !epilogue.isNone {
        var none = hb_adjust.none
        hb_settle(&stack, result, &none, result, epilogue.described)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, gate, contribution) = role.planBack(plan, memory, gating: .none)
    guard let gradient else { return nil }
    let from = role.source.address(in: memory)
    let scratch = memory.scratch + room
    let result = contribution.map { $0.accumulates ? memory.scratch : $0.bytes }
    let (role, primitive, silence) = (role, primitive, silence)
    let isTransposed = role.layer.isTransposed
    return {
      gate?.run(gradient)
      role.learnBias(gradient)
      let above = UnsafeMutableRawPointer(gradient.start)
      let (source, target) = isTransposed ? (above, from) : (from, above)
      guard
        hb_learning_convolution_learn(
          primitive.handle, source, target, role.weightGradient, scratch)
      else { return false }
      role.clearBetweenGroups()
      guard let contribution, let result else { return true }
      let went =
        isTransposed
        ? hb_learning_convolution_forward(
          primitive.handle, above, role.weights.start, silence.start, result, scratch)
        : hb_learning_convolution_back(
          primitive.handle, above, role.weights.start, result, scratch)
      if contribution.accumulates {
        var stack = role.source.layout.described
        hb_hand_back(&stack, result, contribution.bytes, true)
      }
      return went
    }
  }
}

/// oneDNN's convolution in all directions; for one thread at a time.
private final class LearningPrimitive: @unchecked Sendable {
  let handle: OpaquePointer

  init?(_ shape: ConvolutionShape, isAdjoint: Bool) {
    var spec = shape.described(accumulates: false, epilogue: .none)
    guard let made = hb_learning_convolution_create(&spec, isAdjoint) else { return nil }
    handle = made
  }

  deinit { hb_learning_convolution_destroy(handle) }

  var scratchBytes: Int { hb_learning_convolution_scratch(handle) }
}
