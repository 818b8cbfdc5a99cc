import AlignedMemory
import CNeuralKernels

/// A convolution that learns by Winograd's minimal filtering, in all three directions.
final class WinogradLearning: LearningStep {
  private let role: ConvolutionRole
  private let workspace: Workspace
  private let threads: Int32
  private var shape: hb_winograd
  private var back: hb_winograd
  private var contribution: GradientPlan.Contribution?
  private var gradient: AlignedBuffer<UInt8>?

  var layer: String { role.layer.name }

  /// - Returns: nil where the filtering is not defined for the layer, or not on this processor.
  init?(_ role: ConvolutionRole, workspace: Workspace, threads: Int) {
    let (layer, from, to) = (role.layer, role.source.stack, role.target.stack)
    let suits =
      role.isTransposed
      ? layer.kernel == 4 && layer.stride == 2
      : layer.kernel == 3 && layer.stride == 1 && layer.padding == layer.dilation
    guard suits, from.precision == .float32, EngineProcessor.hasWinograd else { return nil }
    self.role = role
    self.workspace = workspace
    self.threads = Int32(threads)
    shape = hb_winograd(
      filter: role.isTransposed ? HB_FILTER_TRANSPOSED_4 : HB_FILTER_3, batch: Int32(from.batch),
      input_blocks: Int32(from.blocks), output_blocks: Int32(to.blocks),
      height: Int32(from.height), width: Int32(from.width), dilation: Int32(layer.dilation),
      accumulates: role.accumulates, slope: role.slope)
    back = hb_winograd(
      filter: role.isTransposed ? HB_FILTER_STRIDED_4 : HB_FILTER_3, batch: Int32(to.batch),
      input_blocks: Int32(to.blocks), output_blocks: Int32(from.blocks),
      height: Int32(to.height), width: Int32(to.width), dilation: Int32(layer.dilation),
      accumulates: false, slope: 1)
    let filtering = max(
      Self.weightBytes(&shape) + hb_winograd_scratch(&shape, self.threads),
      Self.weightBytes(&back) + hb_winograd_scratch(&back, self.threads))
    workspace.reserve(max(filtering, hb_winograd_gradient_scratch(&shape, self.threads)))
  }

  private static func weightBytes(_ shape: inout hb_winograd) -> Int {
    Workspace.bytes(floats: hb_winograd_weights(&shape))
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: role.target)
    contribution = plan.contribute(to: role.source, gates: true)
    if let contribution {
      back.accumulates = contribution.accumulates
      back.slope = contribution.slope
    }
    role.finish(plan)
  }

  func forward() -> Bool {
    var adjust = role.source.adjust
    let transformed = workspace.floats()
    hb_winograd_pack_forward(&shape, role.weights, transformed)
    hb_winograd_run(
      &shape, role.source.floats, &adjust, transformed, role.bias, nil, role.target.floats,
      threads, workspace.start(Self.weightBytes(&shape)))
    return true
  }

  func backward() -> Bool {
    guard let gradient else { return true }
    role.gate(gradient)
    let above = UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self)
    var adjust = role.source.adjust
    hb_winograd_gradient(
      &shape, role.source.floats, &adjust, above, role.weightGradient,
      role.isTransposed ? nil : role.biasGradient, threads, workspace.start())
    if role.isTransposed { role.learnBias(gradient) }
    guard let contribution else { return true }
    var none = hb_adjust(slope: 1, scale: nil, shift: nil, shift_stride: 0)
    let transformed = workspace.floats()
    hb_winograd_pack_backward(&back, role.weights, transformed)
    let gate = contribution.slope == 1 ? nil : role.source.floats
    hb_winograd_run(
      &back, above, &none, transformed, nil, gate, contribution.floats, threads,
      workspace.start(Self.weightBytes(&back)))
    return true
  }
}
