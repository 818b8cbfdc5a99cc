import AlignedMemory
import CNeuralKernels
import COneDNN

/// A convolution that learns by oneDNN's sums of products as written.
///
/// A transposed convolution is the way back of the convolution whose adjoint it is.
final class DirectLearning: LearningStep {
  private let role: ConvolutionRole
  private let workspace: Workspace
  private let convolution: OpaquePointer
  private var contribution: GradientPlan.Contribution?
  private var gradient: AlignedBuffer<UInt8>?
  /// What a transposed convolution's way back takes for a bias.
  private let silence: AlignedBuffer<Float>
  /// Where oneDNN's working memory begins in the workspace, behind room for a result.
  private let scratchOffset: Int

  var layer: String { role.layer.name }

  /// - Parameter role: with a source that has nothing pending.
  init(_ role: ConvolutionRole, workspace: Workspace) throws(NeuralEngineError) {
    self.role = role
    self.workspace = workspace
    let (layer, from, to) = (role.layer, role.source.stack, role.target.stack)
    let shape = ConvolutionShape(
      from: role.isTransposed ? to : from,
      outputs: role.isTransposed ? layer.inputs : layer.outputs, kernelHeight: layer.kernel,
      kernelWidth: layer.kernel, stride: layer.stride, dilation: layer.dilation,
      padding: .init(layer.padding))
    var spec = shape.described(accumulates: false, slope: 1)
    guard let convolution = hb_learning_convolution_create(&spec, role.isTransposed) else {
      throw .refused(layer: layer.name)
    }
    self.convolution = convolution
    silence = AlignedBuffer(count: max(from.paddedChannels, to.paddedChannels), repeating: 0)
    scratchOffset = (max(from.byteCount, to.byteCount) + 63) / 64 * 64
    workspace.reserve(scratchOffset + hb_learning_convolution_scratch(convolution))
  }

  deinit { hb_learning_convolution_destroy(convolution) }

  private var scratch: UnsafeMutableRawPointer { workspace.start(scratchOffset) }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: role.target)
    contribution = plan.contribute(to: role.source)
    role.finish(plan)
  }

  func forward() -> Bool {
    var stack = role.target.stack.described
    let result = role.accumulates ? workspace.start() : role.target.bytes
    if role.isTransposed {
      let none = hb_adjust(
        slope: 1, scale: nil, shift: UnsafePointer(role.bias), shift_stride: 0)
      guard
        hb_learning_convolution_back(
          convolution, role.source.bytes, role.weights, result, scratch)
      else { return false }
      withUnsafePointer(to: none) { hb_settle(&stack, result, $0, result, 1) }
    } else if !hb_learning_convolution_forward(
      convolution, role.source.bytes, role.weights, role.bias, result, scratch)
    {
      return false
    }
    if role.accumulates {
      hb_add(&stack, role.target.bytes, result, role.target.bytes, role.slope)
    } else if role.slope != 1 {
      var none = hb_adjust(slope: 1, scale: nil, shift: nil, shift_stride: 0)
      hb_settle(&stack, result, &none, result, role.slope)
    }
    return true
  }

  func backward() -> Bool {
    guard let gradient else { return true }
    role.gate(gradient)
    guard learn(gradient) else { return false }
    guard let contribution else { return true }
    let target = contribution.accumulates ? workspace.start() : contribution.bytes
    let went =
      role.isTransposed
      ? hb_learning_convolution_forward(
        convolution, gradient.start, role.weights, silence.start, target, scratch)
      : hb_learning_convolution_back(
        convolution, gradient.start, role.weights, target, scratch)
    if contribution.accumulates {
      var stack = role.source.stack.described
      hb_hand_back(&stack, target, contribution.bytes, true)
    }
    return went
  }

  private func learn(_ gradient: AlignedBuffer<UInt8>) -> Bool {
    role.learnBias(gradient)
    return role.isTransposed
      ? hb_learning_convolution_learn(
        convolution, gradient.start, role.source.bytes, role.weightGradient, scratch)
      : hb_learning_convolution_learn(
        convolution, role.source.bytes, gradient.start, role.weightGradient, scratch)
  }
}
