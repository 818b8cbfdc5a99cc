import CNeuralKernels

/// Applies a prologue and an epilogue on the way to other memory, and from one form to another.
struct SettleStep: Step {
  let layer: String
  let source: Tensor
  /// With the epilogue that is applied; none between plain memory and blocks.
  let target: Tensor
  /// False where other steps add to the target.
  var appliesEpilogue = true

  var algorithm: String {
    switch (source.layout.form, target.layout.form) {
    case (.plain, .blocked): "pack"
    case (.blocked, .plain): "unpack"
    default: "copy" + (source.prologue.isAffine ? " + normalize" : "")
    }
  }
  var inputs: [Tensor] { [source] }
  var outputs: [Tensor] { [target] }
  var backScratchBytes: Int { max(source.layout.byteCount, target.layout.byteCount) }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (from, to) = (source.address(in: memory), target.address(in: memory))
    let adjust = source.prologue.bound(to: memory)
    let channels = Int32(source.layout.channels)
    let epilogue = (appliesEpilogue ? target.epilogue : .none).described
    let forms = (source.layout.form, target.layout.form)
    var stack = source.layout.described
    return {
      withUnsafePointer(to: adjust.described) { adjust in
        switch forms {
        case (.plain, .blocked):
          hb_pack(&stack, from.assumingMemoryBound(to: Float.self), to, channels, adjust)
        case (.blocked, .plain):
          hb_unpack(&stack, from, to.assumingMemoryBound(to: Float.self), channels, adjust)
        default: hb_settle(&stack, from, adjust, to, epilogue)
        }
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let gradient = plan.gradient(of: target)
    let gate = appliesEpilogue ? Gate(target, plan, memory) : nil
    let contribution = plan.contribute(to: source)
    plan.finish(target)
    guard let gradient, let contribution else { return nil }
    let count = source.layout.plainCount
    let channels = Int32(source.layout.channels)
    let accumulates = contribution.accumulates
    let result = accumulates ? memory.scratch : contribution.bytes
    let forms = (source.layout.form, target.layout.form)
    var stack = source.layout.described
    return {
      var none = hb_adjust.none
      let above = UnsafeMutableRawPointer(gradient.start)
      switch forms {
      case (.plain, .blocked):
        let plain = result.assumingMemoryBound(to: Float.self)
        hb_unpack(&stack, above, plain, channels, &none)
        if accumulates { hb_hand_back_plain(plain, contribution.floats, count, true) }
      case (.blocked, .plain):
        hb_pack(&stack, above.assumingMemoryBound(to: Float.self), result, channels, &none)
        if accumulates { hb_hand_back(&stack, result, contribution.bytes, true) }
      default:
        gate?.run(gradient)
        hb_hand_back(&stack, above, contribution.bytes, accumulates)
      }
      return true
    }
  }
}

extension hb_adjust {
  /// Leaves numbers as they are.
  static var none: hb_adjust { hb_adjust(slope: 1, scale: nil, shift: nil, shift_stride: 0) }
}
