/// How a scale and shift by channel that are known when the network is compiled are lowered: folded
/// into the layer before where nobody else needs that, else left to whoever reads the result.
enum AffineLowering {
  /// An affine layer hands on what comes behind it where it is folded itself.
  static func fuses(
    _ fusion: Fusion, into value: Graph.Value, of lowering: Lowering
  ) -> Bool {
    guard !lowering.weights.isLearned, fusion.affine == nil else { return false }
    var whole = fusion
    whole.affine = Fusion.Affine(scale: [], shift: [])
    return lowering.canFuse(whole, into: lowering.graph.node(value).inputs[0])
  }

  static func lower(
    _ affine: Fusion.Affine, _ value: Graph.Value, as result: Graph.Value,
    fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let input = lowering.graph.node(value).inputs[0]
    var whole = fusion
    whole.affine = affine
    if let made = try lowering.fused(whole, into: input, as: result) { return made }
    var held = try lowering.blocked(input)
    if !held.prologue.isConstant { held = try lowering.settled(input, as: .blocked) }
    let padding = [Float](repeating: 0, count: held.layout.paddedChannels - affine.scale.count)
    return held.read(
      through: held.prologue.followed(
        byScale: affine.scale + padding, shift: affine.shift + padding),
      needsGradient: held.needsGradient)
  }
}
