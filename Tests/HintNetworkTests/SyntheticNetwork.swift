import Foundation
import HintNetwork
import WeightFiles

/// A small hint network with made-up weights, the same everywhere; `tensor` of
/// `make_reference.py`, bit for bit.
struct SyntheticNetwork {
  let architecture: HintNetworkArchitecture
  /// In the order of the layers.
  var tensors: [(name: String, tensor: WeightTensor)]

  /// Draws weights.
  ///
  /// - Parameter isPlain: whether normalizations neither scale nor shift, as Caffe's.
  init(
    _ variant: HintNetworkArchitecture.Variant = .local,
    _ head: HintNetworkArchitecture.PaletteHead? = .bins529, width: Int = 8, seed: UInt64 = 1,
    isPlain: Bool = false
  ) {
    architecture = HintNetworkArchitecture(variant: variant, width: width, head: head)
    tensors = architecture.graph().parameterShapes.map { name, shape in
      (name, Self.tensor(name, shape, seed: seed))
    }
    guard isPlain else { return }
    let normalizations = Set(
      tensors.compactMap { $0.name.hasSuffix(".running_mean") ? $0.name.dropLast(13) : nil })
    for (index, (name, tensor)) in tensors.enumerated() {
      for (part, value) in [(".weight", 1), (".bias", 0)] as [(String, Float)]
      where name.hasSuffix(part) && normalizations.contains(name.dropLast(part.count)) {
        let values = [Float](repeating: value, count: tensor.count)
        tensors[index].tensor = WeightTensor(shape: tensor.shape, values: values)
      }
    }
  }

  private static func tensor(_ name: String, _ shape: [Int], seed: UInt64) -> WeightTensor {
    var random = SplitMix64(name: name, seed: seed)
    let count = shape.reduce(1, *)
    func drawn(_ number: (Double) -> Double) -> WeightTensor {
      WeightTensor(shape: shape, values: (0..<count).map { _ in Float(number(random.unit())) })
    }
    if shape.count == 4 {
      let scale = (gain(name) / Double(inputs(name, shape))).squareRoot()
      return drawn { scale * (2 * $0 - 1) }
    }
    if name.hasSuffix("running_var") { return drawn { 0.4 + 0.6 * $0 } }
    if name.hasSuffix("running_mean") { return drawn { 0.3 + 0.17 * (2 * $0 - 1) } }
    return name.hasSuffix("weight") ? drawn { 0.8 + 0.4 * $0 } : drawn { 0.1 * (2 * $0 - 1) }
  }

  /// No layer's numbers should vanish beside those of a shortcut, nor tanh be all saturated.
  private static func gain(_ name: String) -> Double {
    name.contains("short") ? 2 : name == "model_out.0.weight" ? 0.8 : 6
  }

  /// Numbers that each number of a layer's output comes from.
  private static func inputs(_ name: String, _ shape: [Int]) -> Int {
    if ["global.histogram.weight", "global.saturation.weight"].contains(name) { return 2 }
    let isTransposed =
      name.contains("up.") || (4...7).contains { name == "hypercolumn.conv\($0).weight" }
    return isTransposed ? shape[0] * 4 : shape.dropFirst().reduce(1, *)
  }

  /// The place of a tensor.
  func index(_ name: String) -> Int { tensors.firstIndex { $0.name == name } ?? 0 }

  /// The numbers of a tensor.
  subscript(name: String) -> WeightTensor {
    get { tensors[index(name)].tensor }
    set { tensors[index(name)].tensor = newValue }
  }

  /// The bytes of a safetensors file.
  func safetensors(
    metadata: [String: String] = [:], as type: (String) -> ElementType = { _ in .float32 }
  ) throws -> Data {
    try SafeTensorsWriter.encode(tensors, as: type, metadata: metadata, path: "weights")
  }

  /// What is read from a safetensors file.
  func weights(
    metadata: [String: String] = [:], as type: (String) -> ElementType = { _ in .float32 }
  ) throws -> HintNetworkWeights {
    let bytes = try safetensors(metadata: metadata, as: type)
    return try HintNetworkWeights(WeightFile.decode(bytes, path: "small.safetensors"))
  }
}
