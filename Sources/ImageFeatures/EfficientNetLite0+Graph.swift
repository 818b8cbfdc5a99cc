import NeuralEngine

extension EfficientNetLite0 {
  /// Blocks of one shape, one after the other; the first may halve the sides.
  private struct Stage {
    let blocks: Int
    let kernel: Int
    let stride: Int
    /// How many times as many channels a block has inside.
    let expansion: Int
    let outputs: Int
  }

  /// Table 1 of the paper, without what the Lite family leaves out.
  private static let stages = [
    Stage(blocks: 1, kernel: 3, stride: 1, expansion: 1, outputs: 16),
    Stage(blocks: 2, kernel: 3, stride: 2, expansion: 6, outputs: 24),
    Stage(blocks: 2, kernel: 5, stride: 2, expansion: 6, outputs: 40),
    Stage(blocks: 3, kernel: 3, stride: 2, expansion: 6, outputs: 80),
    Stage(blocks: 3, kernel: 5, stride: 1, expansion: 6, outputs: 112),
    Stage(blocks: 4, kernel: 5, stride: 2, expansion: 6, outputs: 192),
    Stage(blocks: 1, kernel: 3, stride: 1, expansion: 6, outputs: 320),
  ]

  /// The layers.
  public static func graph() -> Graph {
    var layers = Layers()
    let picture = layers.graph.input(Port.picture, channels: 3)
    var value = layers.limited(
      layers.convolution(picture, "_conv_stem", "_bn0", outputs: 32, kernel: 3, stride: 2))
    var (index, scale) = (0, 2)
    for (place, stage) in stages.enumerated() {
      scale *= stage.stride
      for block in 0..<stage.blocks {
        value = layers.block(
          value, "_blocks.\(index)", stage.outputs, kernel: stage.kernel,
          stride: block == 0 ? stage.stride : 1, expansion: stage.expansion)
        index += 1
      }
      // The last at this scale: the next stage, if there is one, halves the sides.
      if place + 1 == stages.count || stages[place + 1].stride > 1 {
        layers.graph.output(Port.features(stride: scale), value)
      }
    }
    value = layers.limited(
      layers.convolution(value, "_conv_head", "_bn1", outputs: 1280, kernel: 1))
    let mean = layers.graph.globallyPooled(value)
    layers.graph.output(
      Port.logits, layers.graph.fullyConnected(mean, "_fc", outputs: classes))
    return layers.graph
  }

  /// A graph under construction.
  private struct Layers {
    var graph = Graph()

    /// A convolution padded as TensorFlow does, and its normalization.
    mutating func convolution(
      _ value: Graph.Value, _ name: String, _ normalization: String, outputs: Int, kernel: Int,
      stride: Int = 1, groups: Int = 1
    ) -> Graph.Value {
      let sum = graph.convolution(
        value, name, outputs: outputs, kernel: kernel, stride: stride, padding: .same,
        groups: groups, isBiased: false)
      return graph.batchNormalization(sum, normalization, epsilon: EfficientNetLite0.epsilon)
    }

    mutating func limited(_ value: Graph.Value) -> Graph.Value {
      graph.activation(value, .relu6)
    }

    /// An inverted residual: wider, each channel by itself, narrow again, and added to what it was.
    mutating func block(
      _ value: Graph.Value, _ name: String, _ outputs: Int, kernel: Int, stride: Int,
      expansion: Int
    ) -> Graph.Value {
      let inputs = graph.channels(value)
      let wide = inputs * expansion
      var inner = value
      if expansion > 1 {
        inner = limited(
          convolution(
            value, "\(name)._expand_conv", "\(name)._bn0", outputs: wide, kernel: 1))
      }
      inner = limited(
        convolution(
          inner, "\(name)._depthwise_conv", "\(name)._bn1", outputs: wide, kernel: kernel,
          stride: stride, groups: wide))
      let result = convolution(
        inner, "\(name)._project_conv", "\(name)._bn2", outputs: outputs, kernel: 1)
      return stride == 1 && inputs == outputs ? graph.sum([result, value]) : result
    }
  }
}
