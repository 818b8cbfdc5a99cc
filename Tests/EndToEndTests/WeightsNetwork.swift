import Foundation

/// A hint network with made-up weights, small enough to be written by every test that needs one.
///
/// Names and shapes are those of the published siggraph17 file, but narrower.
struct WeightsNetwork: Sendable {
  /// A tensor by its name.
  struct Tensor: Sendable {
    let name: String
    let shape: [Int]
    var values: [Float]
  }

  /// Channels of the first block.
  static let width = 4

  var tensors: [Tensor] = []

  /// The Local Hints Network with 529 bins.
  static let local = WeightsNetwork(inputs: 4, bins: 529, seed: 1)
  /// The Global Hints Network with 313 bins.
  static let global = WeightsNetwork(inputs: 1, bins: 313, seed: 2)
  /// The Local Hints Network without a palette head.
  static let headless = WeightsNetwork(inputs: 4, bins: nil, seed: 3)

  /// Draws weights.
  ///
  /// - Parameters:
  ///   - inputs: 4 for local hints, 1 for global hints.
  ///   - bins: 529, 313, or nil for no palette head.
  init(inputs: Int, bins: Int?, seed: UInt64) {
    let (c1, c2, c3, c4) = (Self.width, 2 * Self.width, 4 * Self.width, 8 * Self.width)
    block("model1", [inputs, c1, c1])
    block("model2", [c1, c2, c2])
    block("model3", [c2, c3, c3, c3])
    block("model4", [c3, c4, c4, c4])
    for name in ["model5", "model6", "model7"] { block(name, [c4, c4, c4, c4]) }
    layer("model8up.0", [c4, c3, 4, 4], outputs: c3)
    layer("model3short8.0", [c3, c3, 3, 3])
    block("model8", [c3, c3, c3], from: 1)
    layer("model9up.0", [c3, c2, 4, 4], outputs: c2)
    layer("model2short9.0", [c2, c2, 3, 3])
    block("model9", [c2, c2], from: 1)
    layer("model10up.0", [c2, c2, 4, 4], outputs: c2)
    layer("model1short10.0", [c2, c1, 3, 3])
    layer("model10.1", [c2, c2, 3, 3])
    layer("model_out.0", [2, c2, 1, 1])
    if inputs == 1 {
      layer("global.histogram", [c4, 314, 1, 1])
      layer("global.saturation", [c4, 2, 1, 1])
      for index in 2...4 { layer("global.conv\(index)", [c4, c4, 1, 1]) }
      for index in 1...4 { normalization("global.norm\(index)", c4) }
    }
    if bins == 529 { layer("model_class.0", [529, c3, 1, 1]) }
    if bins == 313 {
      let h = 6 * Self.width
      for (index, channels) in [(3, c3), (8, c3)] {
        layer("hypercolumn.conv\(index)", [h, channels, 3, 3])
      }
      for index in 4...7 { layer("hypercolumn.conv\(index)", [c4, h, 4, 4], outputs: h) }
      layer("hypercolumn.out", [313, h, 1, 1])
    }
    fill(seed: seed)
  }

  private mutating func add(_ name: String, _ shape: [Int]) {
    tensors.append(
      Tensor(
        name: name, shape: shape, values: [Float](repeating: 0, count: shape.reduce(1, *))))
  }

  private mutating func layer(_ name: String, _ shape: [Int], outputs: Int? = nil) {
    add(name + ".weight", shape)
    add(name + ".bias", [outputs ?? shape[0]])
  }

  private mutating func normalization(_ name: String, _ channels: Int) {
    for part in ["weight", "bias", "running_mean", "running_var"] {
      add("\(name).\(part)", [channels])
    }
  }

  private mutating func block(_ name: String, _ channels: [Int], from first: Int = 0) {
    for (index, (inputs, outputs)) in zip(channels, channels.dropFirst()).enumerated() {
      layer("\(name).\(first + 2 * index)", [outputs, inputs, 3, 3])
    }
    normalization("\(name).\(first + 2 * (channels.count - 1))", channels[channels.count - 1])
  }

  /// Kernels scaled to their inputs, statistics as of rectified numbers.
  private mutating func fill(seed: UInt64) {
    var state = seed
    func unit() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24)
    }
    for index in tensors.indices {
      let (name, shape) = (tensors[index].name, tensors[index].shape)
      var scale: Float = 0.2
      var offset: Float = -0.1
      if shape.count == 4 {
        let isStatistic = name == "global.histogram.weight" || name == "global.saturation.weight"
        let inputs = isStatistic ? 2 : shape[1...].reduce(1, *)
        scale = 2 * (6 / Float(inputs)).squareRoot()
        offset = -scale / 2
      } else if name.hasSuffix("running_var") {
        (scale, offset) = (0.6, 0.4)
      } else if name.hasSuffix("running_mean") {
        (scale, offset) = (0.3, 0.15)
      } else if name.hasSuffix("weight") {
        (scale, offset) = (0.4, 0.8)
      }
      tensors[index].values = tensors[index].values.map { _ in scale * unit() + offset }
    }
  }

  /// The numbers of a tensor.
  subscript(name: String) -> [Float] {
    get { tensors.first { $0.name == name }?.values ?? [] }
    set {
      guard let index = tensors.firstIndex(where: { $0.name == name }) else { return }
      tensors[index].values = newValue
    }
  }

  /// The bytes of a safetensors file of float32.
  func safetensors(metadata: [String: String] = [:]) -> [UInt8] {
    var fields: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }.map { "\"\($0)\":\"\($1)\"" }
      fields.append("\"__metadata__\":{\(texts.joined(separator: ","))}")
    }
    var numbers: [UInt8] = []
    for tensor in tensors {
      let begin = numbers.count
      tensor.values.withUnsafeBytes { numbers += $0 }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\"\(tensor.name)\":{\"dtype\":\"F32\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(begin),\(numbers.count)]}")
    }
    let header = Array("{\(fields.joined(separator: ","))}".utf8)
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
    return length + header + numbers
  }
}
