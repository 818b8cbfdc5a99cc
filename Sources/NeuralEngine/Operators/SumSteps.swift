import AlignedMemory
import CNeuralKernels

/// The sum of settled terms; vectors are added to every pixel.
struct SumStep: Step {
  let layer: String
  /// The first is as large as the target.
  let terms: [Tensor]
  let target: Tensor
  /// False where convolutions add to the target.
  let appliesEpilogue: Bool

  var algorithm: String { "add" }
  var inputs: [Tensor] { terms }
  var outputs: [Tensor] { [target] }
  var backScratchBytes: Int { target.layout.byteCount }

  private func isSpread(_ term: Tensor) -> Bool { term.layout != target.layout }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let places = terms.map { ($0.address(in: memory), isSpread($0)) }
    let sum = target.address(in: memory)
    let epilogue = (appliesEpilogue ? target.epilogue : .none).described
    var stack = target.layout.described
    return {
      let none = Epilogue.none.described
      var held = places[0].0
      if places.count == 1 || places[1].1 { hb_hand_back(&stack, held, sum, false) }
      if places.count > 1, places[1].1 { held = sum }
      for (index, (term, isSpread)) in places.enumerated().dropFirst() {
        let epilogue = index == places.count - 1 ? epilogue : none
        if isSpread {
          hb_add_to_pixels(&stack, term, sum, epilogue)
        } else {
          hb_add(&stack, held, term, sum, epilogue)
        }
        held = sum
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let gradient = plan.gradient(of: target)
    let gate = appliesEpilogue ? Gate(target, plan, memory) : nil
    let contributions = terms.map { plan.contribute(to: $0) }
    plan.finish(target)
    guard let gradient else { return nil }
    let scratch = memory.scratch
    let parts = zip(terms, contributions).map { ($0.layout, isSpread($0), $1) }
    var stack = target.layout.described
    return {
      gate?.run(gradient)
      for (layout, isSpread, contribution) in parts {
        guard let contribution else { continue }
        var own = layout.described
        if isSpread { hb_pixel_sums(&stack, gradient.start, &own, scratch) }
        hb_hand_back(
          &own, isSpread ? UnsafeRawPointer(scratch) : UnsafeRawPointer(gradient.start),
          contribution.bytes, contribution.accumulates)
      }
      return true
    }
  }
}

/// A shift by channel that is known at run time only: a constant one plus a vector.
struct VectorShiftStep: RunningStep {
  let layer: String
  /// By padded channel; nil for zeros.
  let base: AlignedBuffer<Float>
  /// Plain.
  let vector: Tensor
  let target: BufferID

  init(layer: String, base: [Float]?, vector: Tensor, padded: Int, target: BufferID) {
    self.layer = layer
    self.base = AlignedBuffer(base ?? [Float](repeating: 0, count: padded))
    self.vector = vector
    self.target = target
  }

  var algorithm: String { "add vectors" }
  var inputs: [Tensor] { [vector] }
  var outputs: [Tensor] { [] }
  var otherWrites: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (base, from, to) = (base, vector.floats(in: memory), memory.floats(target))
    let (batch, channels) = (Int32(vector.layout.batch), Int32(vector.layout.channels))
    let padded = Int32(base.count)
    return {
      hb_add_vectors(base.start, from, to, batch, channels, padded)
      return true
    }
  }
}
