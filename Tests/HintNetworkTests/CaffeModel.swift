/// A Caffe model under the published layer names, made from a network under PyTorch's.
///
/// Caffe sees L−50, a, b and 110 times the mask; where PyTorch has one first layer it has two,
/// whose sums are added. Its normalizations keep their statistics times a factor.
struct CaffeModel {
  /// A layer, its type, and the shapes and numbers of its blobs.
  struct Layer {
    let name: String
    let type: String
    var blobs: [(shape: [Int], values: [Float])]
  }

  /// What the normalizations' statistics are multiplied by.
  static let factor: Float = 999.982

  var layers: [Layer] = []

  /// Translates a network whose normalizations neither scale nor shift.
  init(_ network: SyntheticNetwork) {
    addFirst(network)
    for (name, tensor) in network.tensors where name.hasSuffix("running_mean") {
      let layer = String(name.dropLast(".running_mean".count))
      let statistics = [tensor.values, network["\(layer).running_var"].values]
      var blobs = statistics.map { (shape: [$0.count], values: $0.map { $0 * Self.factor }) }
      blobs.append(([1], [Self.factor]))
      layers.append(
        Layer(name: Self.normalizations[layer] ?? layer, type: "BatchNorm", blobs: blobs))
    }
    for (name, tensor) in network.tensors where tensor.shape.count == 4 {
      let layer = String(name.dropLast(".weight".count))
      guard layer != "model1.0" else { continue }
      let isTransposed = tensor.shape[2] == 4
      let bias = network["\(layer).bias"]
      layers.append(
        Layer(
          name: Self.published(layer), type: isTransposed ? "Deconvolution" : "Convolution",
          blobs: [(tensor.shape, tensor.values), (bias.shape, bias.values)]))
    }
  }

  private mutating func addFirst(_ network: SyntheticNetwork) {
    let (kernel, bias) = (network["model1.0.weight"], network["model1.0.bias"].values)
    let (outputs, inputs) = (kernel.shape[0], kernel.shape[1])
    var (gray, color): ([Float], [Float]) = ([], [])
    for output in 0..<outputs {
      let start = output * inputs * 9
      gray += kernel.values[start..<start + 9].map { $0 / 100 }
      color += kernel.values[start + 9..<start + inputs * 9].map { $0 / 110 }
    }
    let isLocal = inputs == 4
    let grayBias = bias.map { isLocal ? 0.25 * $0 : $0 }
    layers.append(
      Layer(
        name: "bw_conv1_1", type: "Convolution",
        blobs: [([outputs, 1, 3, 3], gray), ([outputs], grayBias)]))
    guard isLocal else { return }
    layers.append(
      Layer(
        name: "ab_conv1_1", type: "Convolution",
        blobs: [([outputs, 3, 3, 3], color), ([outputs], bias.map { 0.75 * $0 })]))
  }

  private static let normalizations = [
    "model1.4": "conv1_2norm", "model2.4": "conv2_2norm", "model3.6": "conv3_3norm",
    "model4.6": "conv4_3norm", "model5.6": "conv5_3norm", "model6.6": "conv6_3norm",
    "model7.6": "conv7_3norm", "model8.5": "conv8_3norm", "model9.3": "conv9_2norm",
    "global.norm1": "glob_conv1norm", "global.norm2": "glob_conv2norm",
    "global.norm3": "glob_conv3norm", "global.norm4": "glob_conv4norm",
  ]

  private static let others = [
    "model8up.0": "conv8_1", "model8.1": "conv8_2", "model8.3": "conv8_3", "model9up.0": "conv9_1",
    "model9.1": "conv9_2", "model10up.0": "conv10_1", "model10.1": "conv10_2",
    "model_out.0": "conv10_ab", "model3short8.0": "conv3_3_short",
    "model2short9.0": "conv2_2_short", "model1short10.0": "conv1_2_short",
    "global.histogram": "glob_conv1_ab", "global.saturation": "glob_conv1_s",
  ]

  /// `conv4_3` for `model4.4`, `glob_conv2` for `global.conv2`; hypercolumns have no known names.
  private static func published(_ layer: String) -> String {
    if let name = others[layer] { return name }
    if layer.hasPrefix("global.") { return "glob_" + layer.dropFirst("global.".count) }
    if layer.hasPrefix("hypercolumn.") { return "hyper_" + layer.dropFirst("hypercolumn.".count) }
    let parts = layer.dropFirst("model".count).split(separator: ".").compactMap { Int($0) }
    return "conv\(parts[0])_\(parts[1] / 2 + 1)"
  }

  /// The `NetParameter` message.
  var bytes: [UInt8] {
    var bytes = field(1, Array("a network".utf8))
    for layer in layers {
      var message = field(1, Array(layer.name.utf8)) + field(2, Array(layer.type.utf8))
      for blob in layer.blobs {
        let shape = field(1, blob.shape.flatMap { variable($0) })
        message += field(7, field(7, shape) + field(5, floatBytes(blob.values)))
      }
      bytes += field(100, message)
    }
    return bytes
  }

  private func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
    variable(number << 3 | 2) + variable(content.count) + content
  }

  private func variable(_ value: Int) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127 | 128)] + variable(value >> 7)
  }
}
