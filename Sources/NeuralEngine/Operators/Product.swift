import AlignedMemory
import CNeuralKernels

extension Graph {
  /// The product, number by number, of values of equal channels; a vector as `second` is multiplied
  /// with every pixel.
  public mutating func product(_ first: Value, _ second: Value) -> Value {
    precondition(
      channels(first) == channels(second), "a product has factors of equally many channels")
    return append(Product(), [first, second], channels: channels(first))
  }
}

/// A product number by number.
struct Product: PixelwiseOperator {
  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    guard inputs[1].isVector || inputs[0].sides == inputs[1].sides else {
      throw .unequalSizes(layer: layer, first: inputs[0].sides, second: inputs[1].sides)
    }
    return inputs[0]
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let terms = lowering.graph.node(value).inputs
    let first = try lowering.settled(terms[0], as: .blocked)
    let second = try lowering.settled(terms[1], as: .blocked)
    let made = lowering.makeTensor(
      first.layout, for: result, needsGradient: first.needsGradient || second.needsGradient)
    lowering.add(
      ProductStep(
        layer: lowering.graph.layerName(value), first: first, second: second, target: made))
    return made
  }
}

/// A product of settled blocks.
struct ProductStep: Step {
  let layer: String
  let first: Tensor
  let second: Tensor
  let target: Tensor

  var algorithm: String { "multiply" }
  var inputs: [Tensor] { [first, second] }
  var outputs: [Tensor] { [target] }
  var backScratchBytes: Int { second.layout.byteCount }

  private var isSpread: Bool { second.layout != first.layout }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (one, other) = (first.address(in: memory), second.address(in: memory))
    let (result, isSpread) = (target.address(in: memory), isSpread)
    var stack = target.layout.described
    return {
      hb_product(&stack, one, other, isSpread, result, false)
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, parts) = plan.passBack(from: target, to: [first, second])
    let (firstPart, secondPart) = (parts[0], parts[1])
    guard let gradient else { return nil }
    let (one, other) = (first.address(in: memory), second.address(in: memory))
    let (isSpread, scratch) = (isSpread, memory.scratch)
    var stack = target.layout.described
    var vectors = second.layout.described
    return {
      if let firstPart {
        hb_product(
          &stack, gradient.start, other, isSpread, firstPart.bytes, firstPart.accumulates)
      }
      guard let secondPart else { return true }
      if isSpread {
        hb_product_back_second_vector(&stack, gradient.start, one, scratch)
        hb_hand_back(&vectors, scratch, secondPart.bytes, secondPart.accumulates)
      } else {
        hb_product(
          &stack, gradient.start, one, false, secondPart.bytes, secondPart.accumulates)
      }
      return true
    }
  }
}
