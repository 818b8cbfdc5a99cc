import WeightFiles

/// The published Caffe layers under the names of the PyTorch port.
///
/// Caffe's first layer is two (`bw_conv1_1` on L−50, `ab_conv1_1` on raw a, b and the mask times 110),
/// summed; ours is one on (L−50)/100, a/110, b/110 and the mask in 0…1, so its kernels are 100, 110
/// and 110 times those. Caffe's BatchNorm has no scale and shift of its own, and keeps mean and
/// variance multiplied by a factor that it keeps, too.
struct CaffeTranslation {
  private(set) var names: [String] = []
  private(set) var tensors: [String: WeightTensor] = [:]
  private(set) var metadata: [String: String] = [:]
  private let file: WeightFile

  init(_ file: WeightFile) throws {
    self.file = file
    var layers: [String] = []
    for name in file.names {
      let layer = Self.layer(of: name)
      if layers.last != layer && !layers.contains(layer) { layers.append(layer) }
    }
    for layer in layers { try translate(layer) }
    try firstLayer()
  }

  /// Caffe's trunk, shortcuts and outputs.
  private static let convolutions: [String: String] = {
    var result = [
      "conv3_3_short": "model3short8.0", "conv2_2_short": "model2short9.0",
      "conv1_2_short": "model1short10.0", "conv8_1": "model8up.0", "conv8_2": "model8.1",
      "conv8_3": "model8.3", "conv9_1": "model9up.0", "conv9_2": "model9.1",
      "conv10_1": "model10up.0", "conv10_2": "model10.1", "conv10_ab": "model_out.0",
      "conv1_2": "model1.2", "glob_conv2": "global.conv2", "glob_conv3": "global.conv3",
      "glob_conv4": "global.conv4",
    ]
    for (block, count) in [(2, 2), (3, 3), (4, 3), (5, 3), (6, 3), (7, 3)] {
      for index in 1...count { result["conv\(block)_\(index)"] = "model\(block).\(2 * index - 2)" }
    }
    return result
  }()

  private static let normalizations = [
    "conv1_2norm": "model1.4", "conv2_2norm": "model2.4", "conv3_3norm": "model3.6",
    "conv4_3norm": "model4.6", "conv5_3norm": "model5.6", "conv6_3norm": "model6.6",
    "conv7_3norm": "model7.6", "conv8_3norm": "model8.5", "conv9_2norm": "model9.3",
    "glob_conv1norm": "global.norm1", "glob_conv2norm": "global.norm2",
    "glob_conv3norm": "global.norm3", "glob_conv4norm": "global.norm4",
  ]

  private static func layer(of tensor: String) -> String {
    String(tensor[..<(tensor.lastIndex(of: ".") ?? tensor.endIndex)])
  }

  private func blob(_ layer: String, _ index: Int) -> WeightTensor? {
    file.tensors["\(layer).\(index)"]
  }

  private mutating func set(
    _ name: String, _ shape: [Int], _ values: [Float]
  ) throws {
    guard shape.reduce(1, *) == values.count else {
      throw HintNetworkError.notAHintNetwork(
        path: file.path, reason: "\(name) has \(values.count) numbers, not those of \(shape)")
    }
    guard tensors[name] == nil else {
      throw HintNetworkError.ambiguousLayer(path: file.path, layer: name, candidates: file.names)
    }
    names.append(name)
    tensors[name] = WeightTensor(shape: shape, values: values)
  }

  private mutating func translate(_ layer: String) throws {
    if layer == "bw_conv1_1" || layer == "ab_conv1_1" { return }
    if let name = Self.normalizations[layer] {
      return try normalization(layer, name)
    }
    guard let weights = blob(layer, 0) else { return }
    if let name = try Self.convolutions[layer] ?? branch(layer, weights.shape) {
      try set(name + ".weight", weights.shape, weights.values)
      if let bias = blob(layer, 1) {
        try set(name + ".bias", [bias.values.count], bias.values)
      }
    } else if layer == "pred_ab", let scale = weights.values.first,
      weights.values.allSatisfy({ $0 == scale }), weights.values.count <= 2
    {
      // What tanh is multiplied by. (Another layer of this kind softens the distribution.)
      metadata[HintNetworkWeights.chrominanceScaleKey] = String(scale)
    }
    // Other layers of the published prototxt hold fixed kernels (subsampling, enlargement of the
    // distribution, bin centres), which our network has built in.
  }

  /// The branches whose Caffe names were never published, known by what they connect.
  private func branch(_ layer: String, _ shape: [Int]) throws -> String? {
    guard shape.count == 4 else { return nil }
    if shape[1...] == [314, 1, 1] { return "global.histogram" }
    if shape[1...] == [2, 1, 1] { return "global.saturation" }
    let isBranch = shape[0] == 384 || shape[1] == 384
    guard isBranch, shape[0] != 313 || shape[2] == 1 else { return nil }
    if shape[0] == 313 && shape[1] == 384 { return "hypercolumn.out" }
    let digits = layer.compactMap(\.wholeNumberValue).filter { (3...8).contains($0) }
    return digits.first.map { "hypercolumn.conv\($0)" }
  }

  private mutating func normalization(
    _ layer: String, _ name: String
  ) throws {
    let plain = try CaffeNormalization(layer: layer, of: file)
    let count = plain.mean.count
    try set(name + ".weight", [count], [Float](repeating: 1, count: count))
    try set(name + ".bias", [count], [Float](repeating: 0, count: count))
    try set(name + ".running_mean", [count], plain.mean)
    try set(name + ".running_var", [count], plain.variance)
  }

  /// One layer from two, or from one where there are no local hints.
  private mutating func firstLayer() throws {
    guard let gray = blob("bw_conv1_1", 0), let grayBias = blob("bw_conv1_1", 1) else { return }
    let outputs = grayBias.count
    guard outputs > 0, gray.count == outputs * 9 else {
      throw HintNetworkError.notAHintNetwork(
        path: file.path, reason: "bw_conv1_1 has shape \(gray.shape)")
    }
    guard let color = blob("ab_conv1_1", 0), let colorBias = blob("ab_conv1_1", 1) else {
      try set("model1.0.weight", [outputs, 1, 3, 3], gray.values.map { $0 * 100 })
      try set("model1.0.bias", [outputs], grayBias.values)
      return
    }
    guard color.count == outputs * 27, colorBias.count == outputs else {
      throw HintNetworkError.notAHintNetwork(
        path: file.path, reason: "ab_conv1_1 has shape \(color.shape)")
    }
    var values: [Float] = []
    for output in 0..<outputs {
      values += gray.values[output * 9..<output * 9 + 9].map { $0 * 100 }
      values += color.values[output * 27..<output * 27 + 27].map { $0 * 110 }
    }
    try set("model1.0.weight", [outputs, 4, 3, 3], values)
    try set("model1.0.bias", [outputs], zip(grayBias.values, colorBias.values).map { $0 + $1 })
  }
}
