import NeuralEngine

extension HintNetworkArchitecture {
  /// The names of inputs and outputs of ``graph()``.
  public enum Port {
    /// N×4×H×W: (L−50)/100, a/110, b/110, mask 0 or 1 (local), or N×1×H×W: (L−50)/100 (global).
    public static let picture = "picture"
    /// N×314: the histogram of 313 ab bins and its indicator (global).
    public static let histogram = "histogram"
    /// N×2: mean saturation in 0…1 and its indicator (global).
    public static let saturation = "saturation"
    /// N×2×H×W: a and b in Lab units.
    public static let chrominance = "ab"
    /// N×Q×H/4×W/4: logits over the colour bins of the head.
    public static let logits = "logits"
  }

  /// The layers of the network, named as in the published weight files.
  ///
  /// Blocks of 3×3 convolutions, each with a rectifier, end in one batch normalization; three times
  /// every second pixel is kept; blocks 5 and 6 are dilated by 2; three transposed convolutions lead
  /// back to full size, each summed with a shortcut (§3.2, Figure 2). The distribution branch is
  /// detached: learning it does not change the trunk (§3.4).
  ///
  /// - Parameter scale: what tanh is multiplied by.
  public func graph(scale: Float = chrominanceRange) -> Graph {
    var graph = Graph()
    let (c1, c2, c3, c4) = (width, 2 * width, 4 * width, 8 * width)
    let picture = graph.input(Port.picture, channels: variant == .local ? 4 : 1)
    let conv1 = graph.block(picture, "model1", [0, 2], outputs: c1)
    let conv2 = graph.block(graph.subsampled(conv1, by: 2), "model2", [0, 2], outputs: c2)
    let conv3 = graph.block(graph.subsampled(conv2, by: 2), "model3", [0, 2, 4], outputs: c3)
    var conv4 = graph.block(graph.subsampled(conv3, by: 2), "model4", [0, 2, 4], outputs: c4)
    if variant == .global {
      conv4 = graph.sum([conv4, graph.globalBranch(channels: c4)])
    }
    let conv5 = graph.block(conv4, "model5", [0, 2, 4], outputs: c4, dilation: 2)
    let conv6 = graph.block(conv5, "model6", [0, 2, 4], outputs: c4, dilation: 2)
    let conv7 = graph.block(conv6, "model7", [0, 2, 4], outputs: c4)
    let up8 = graph.upsampled(conv7, "model8up.0", plus: conv3, "model3short8.0", outputs: c3)
    let conv8 = graph.block(up8, "model8", [1, 3], outputs: c3)
    let up9 = graph.upsampled(conv8, "model9up.0", plus: conv2, "model2short9.0", outputs: c2)
    let conv9 = graph.block(up9, "model9", [1], outputs: c2)
    let up10 = graph.upsampled(conv9, "model10up.0", plus: conv1, "model1short10.0", outputs: c2)
    let conv10 = graph.activation(
      graph.convolution(up10, "model10.1", outputs: c2), .leakyRelu(slope: 0.2))
    let raw = graph.convolution(conv10, "model_out.0", outputs: 2, kernel: 1)
    graph.output(
      Port.chrominance, graph.activation(graph.activation(raw, .tanh), .scaled(by: scale)))
    switch head {
    case .bins529:
      graph.output(
        Port.logits,
        graph.convolution(
          graph.detached(conv8), "model_class.0", outputs: 529, kernel: 1))
    case .hypercolumn:
      let terms =
        [graph.convolution(graph.detached(conv3), "hypercolumn.conv3", outputs: 6 * width)]
        + [(4, conv4), (5, conv5), (6, conv6), (7, conv7)].map { index, value in
          graph.transposedConvolution(
            graph.detached(value), "hypercolumn.conv\(index)", outputs: 6 * width)
        } + [graph.convolution(graph.detached(conv8), "hypercolumn.conv8", outputs: 6 * width)]
      let column = graph.activation(graph.sum(terms), .relu)
      graph.output(
        Port.logits, graph.convolution(column, "hypercolumn.out", outputs: 313, kernel: 1))
    case nil: break
    }
    return graph
  }
}

extension Graph {
  /// 3×3 convolutions, each with a rectifier, and one normalization; `places` are the convolutions'
  /// numbers in the published names, the normalization's is two further.
  fileprivate mutating func block(
    _ value: Value, _ name: String, _ places: [Int], outputs: Int, dilation: Int = 1
  ) -> Value {
    var result = value
    for place in places {
      result = activation(
        convolution(result, "\(name).\(place)", outputs: outputs, dilation: dilation), .relu)
    }
    return batchNormalization(result, "\(name).\((places.last ?? 0) + 2)")
  }

  /// relu(transposed(value) + convolution(shortcut)): twice the size.
  fileprivate mutating func upsampled(
    _ value: Value, _ name: String, plus shortcut: Value, _ shortcutName: String, outputs: Int
  ) -> Value {
    let large = transposedConvolution(value, name, outputs: outputs)
    let side = convolution(shortcut, shortcutName, outputs: outputs)
    return activation(sum([large, side]), .relu)
  }

  /// Four 1×1 layers on the global statistics (§3.3): histogram and saturation are summed first.
  fileprivate mutating func globalBranch(channels: Int) -> Value {
    typealias Port = HintNetworkArchitecture.Port
    let histogram = input(Port.histogram, channels: 314, size: .vector)
    let saturation = input(Port.saturation, channels: 2, size: .vector)
    let first = sum([
      convolution(histogram, "global.histogram", outputs: channels, kernel: 1),
      convolution(saturation, "global.saturation", outputs: channels, kernel: 1),
    ])
    var result = batchNormalization(activation(first, .relu), "global.norm1")
    for layer in 2...4 {
      let next = convolution(result, "global.conv\(layer)", outputs: channels, kernel: 1)
      result = batchNormalization(activation(next, .relu), "global.norm\(layer)")
    }
    return result
  }
}
