import AlignedMemory
import CNeuralKernels

/// The terms of a sum that are no convolutions of its own; vectors are added to every pixel.
final class SumLearning: LearningStep {
  let layer: String
  private let terms: [Signal]
  private let target: Signal
  /// Rectifies: no convolutions follow.
  private let isLast: Bool
  private var gradient: AlignedBuffer<UInt8>?
  private var contributions: [GradientPlan.Contribution?] = []
  private let workspace: Workspace

  /// - Parameter terms: with nothing pending; the first is an image, or all are vectors.
  init(
    _ layer: String, of terms: [Signal], to target: Signal, isLast: Bool, workspace: Workspace
  ) {
    self.layer = layer
    self.terms = terms
    self.target = target
    self.isLast = isLast
    self.workspace = workspace
    workspace.reserve(target.byteCount)
  }

  func plan(_ plan: GradientPlan) {
    gradient = plan.gradient(of: target)
    contributions = terms.map { plan.contribute(to: $0) }
    plan.finish(target)
  }

  private func isSpread(_ term: Signal) -> Bool { term.stack != target.stack }

  func forward() -> Bool {
    var stack = target.stack.described
    hb_hand_back(&stack, terms[0].bytes, target.bytes, false)
    for (index, term) in terms.enumerated().dropFirst() {
      let slope = isLast && index == terms.count - 1 ? target.slope : 1
      if isSpread(term) {
        hb_add_to_pixels(&stack, term.bytes, target.bytes, slope)
      } else {
        hb_add(&stack, target.bytes, term.bytes, target.bytes, slope)
      }
    }
    return true
  }

  func backward() -> Bool {
    guard let gradient else { return true }
    var stack = target.stack.described
    if isLast && target.slope != 1 && !target.isGated {
      hb_gate(&stack, target.bytes, gradient.start, target.slope)
    }
    for (term, contribution) in zip(terms, contributions) {
      guard let contribution else { continue }
      var own = term.stack.described
      if isSpread(term) {
        hb_pixel_sums(&stack, gradient.start, &own, workspace.start())
        hb_hand_back(&own, workspace.start(), contribution.bytes, contribution.accumulates)
      } else {
        hb_hand_back(&own, gradient.start, contribution.bytes, contribution.accumulates)
      }
    }
    return true
  }
}
