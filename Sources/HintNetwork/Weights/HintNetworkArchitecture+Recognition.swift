import WeightFiles

extension HintNetworkArchitecture {
  /// Tells from names and shapes which network a file holds.
  init(recognizing named: NamedTensors, path: String) throws(HintNetworkError) {
    func shape(_ name: String) -> [Int]? { named.tensors[name]?.shape }
    guard let first = shape("model1.0.weight") else {
      let some = named.names.prefix(3).joined(separator: ", ")
      throw .notAHintNetwork(
        path: path, reason: "there is no model1.0.weight; its tensors begin with \(some)")
    }
    guard first.count == 4, first[0] > 0, first[0] <= 1024, first[2] == 3, first[3] == 3 else {
      throw .notAHintNetwork(path: path, reason: "model1.0.weight has shape \(first)")
    }
    if shape("model8.6.weight") != nil, shape("model10.1.weight") == nil {
      throw .notAHintNetwork(
        path: path, reason: "this is the automatic network of Zhang et al. 2016 (zhang2016)")
    }
    let variant: Variant
    switch first[1] {
    case 4: variant = .local
    case 1: variant = .global
    default:
      throw .notAHintNetwork(
        path: path,
        reason: "the first layer takes \(first[1]) channels; a hint network takes 4, or 1 with "
          + "global hints")
    }
    if variant == .global && shape("global.histogram.weight") == nil {
      throw .notAHintNetwork(
        path: path,
        reason: "it takes lightness only but has no global branch (global.histogram.weight)")
    }
    let head: PaletteHead? =
      if shape("model_class.0.weight") != nil {
        .bins529
      } else if named.names.contains(where: { $0.hasPrefix("hypercolumn.") }) {
        .hypercolumn
      } else {
        nil
      }
    self.init(variant: variant, width: first[0], head: head)
  }
}
