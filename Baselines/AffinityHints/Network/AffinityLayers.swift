import NeuralEngine

/// The layers of ``AffinityNetwork``, under construction.
struct AffinityLayers {
  var graph = Graph()
  /// Whether a step's first kernel is cut in two: see ``SplitParameters``.
  var isSplit = false

  /// Blocks of the encoder whose results are maps, by the distance between cells.
  private static let maps = [0: 2, 2: 4, 4: 8, 10: 16, 15: 32]

  /// Expansion, kernel, stride, channels and repeats of EfficientNet-Lite0's stages (Tan and Le 2019,
  /// Table 1).
  private static let stages = [
    (1, 3, 1, 16, 1), (6, 3, 2, 24, 2), (6, 5, 2, 40, 2), (6, 3, 2, 80, 3), (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4), (6, 3, 1, 320, 1),
  ]

  /// Blocks of the encoder, its normalizations folded into the convolutions.
  ///
  /// - Parameters:
  ///   - blocks: which ones.
  ///   - start: what the first of them begins with; nil for the picture, through the layer before all
  ///     blocks.
  /// - Returns: maps by stride, and what the last block gives.
  mutating func encoder(
    blocks: Range<Int> = 0..<AffinityNetwork.encoderBlocks, after start: Graph.Value? = nil
  ) -> (features: [Int: Graph.Value], last: Graph.Value) {
    var value = start ?? stem()
    var found: [Int: Graph.Value] = [:]
    var index = 0
    for (expansion, kernel, stride, outputs, repeats) in Self.stages {
      for repetition in 0..<repeats {
        if blocks.contains(index) {
          value = block(
            value, "enc.blocks.\(index)", outputs: outputs, kernel: kernel,
            stride: repetition == 0 ? stride : 1, expansion: expansion)
          if let stride = Self.maps[index] { found[stride] = value }
        }
        index += 1
      }
    }
    return (found, value)
  }

  private mutating func stem() -> Graph.Value {
    let picture = graph.input(AffinityNetwork.Port.picture, channels: 3)
    return limited(convolution(picture, "enc.stem", outputs: 32, kernel: 3, stride: 2))
  }

  private mutating func limited(_ value: Graph.Value) -> Graph.Value {
    graph.activation(value, .relu6)
  }

  private mutating func convolution(
    _ value: Graph.Value, _ name: String, outputs: Int, kernel: Int = 1, stride: Int = 1,
    groups: Int = 1
  ) -> Graph.Value {
    graph.convolution(
      value, name + ".c", outputs: outputs, kernel: kernel, stride: stride, padding: .same,
      groups: groups)
  }

  /// An inverted residual: wider, each channel by itself, narrow again, and added to what it was.
  private mutating func block(
    _ value: Graph.Value, _ name: String, outputs: Int, kernel: Int, stride: Int, expansion: Int
  ) -> Graph.Value {
    let inputs = graph.channels(value)
    let wide = inputs * expansion
    let inner =
      expansion == 1 ? value : limited(convolution(value, name + ".expand", outputs: wide))
    let spatial = limited(
      convolution(
        inner, name + ".dw", outputs: wide, kernel: kernel, stride: stride, groups: wide))
    let result = convolution(spatial, name + ".project", outputs: outputs)
    return stride == 1 && inputs == outputs ? graph.sum([result, value]) : result
  }

  /// The decoder, with its outputs.
  mutating func decoder(_ features: [Int: Graph.Value], isGlobal: Bool) {
    typealias Port = AffinityNetwork.Port
    var parts: [Int: [Part]] = [:]
    for stride in AffinityNetwork.strides {
      let hints = graph.input(Port.hints(stride), channels: 3, size: .fraction(stride))
      parts[stride] = features[stride].map { [.seen($0), .told(hints)] }
    }
    let lightness = graph.input(Port.lightness, channels: 1, size: .fraction(2))
    let points = graph.input(
      Port.points, channels: 5, size: .fixed(height: AffinityNetwork.pointCount, width: 1))
    func known(_ stride: Int) -> [Part] { parts[stride, default: []] }

    var value = step(known(32), "d5", outputs: 160, kernel: 1)
    value = step(
      [enlarged(value)] + known(16), "d4", outputs: 128, adding: isGlobal ? globalBranch() : nil)
    value = step([enlarged(value)] + known(8), "d3", outputs: 96)
    let spread = attention(value, to: points)
    value = step([.told(value), .told(spread)], "m3", outputs: 96)
    let quarter = step([enlarged(value)] + known(4), "d2", outputs: 64)
    value = step([enlarged(quarter)] + known(2) + [.seen(lightness)], "d1", outputs: 32)
    let half = graph.convolution(
      value, isSplit ? SplitParameters.output : "out", outputs: 2, kernel: 1)
    if isSplit {
      graph.output(Port.halfChrominance, half)
    } else {
      graph.output(
        Port.chrominance,
        graph.activation(
          graph.upsampled(half, by: 2), .scaled(by: AffinityNetwork.chrominanceRange)))
    }
    graph.output(Port.logits, graph.convolution(quarter, "bins", outputs: 313, kernel: 1))
  }

  /// What a step reads: what depends on the picture alone, or on what the user told, too.
  private enum Part {
    case seen(Graph.Value)
    case told(Graph.Value)

    var value: Graph.Value {
      switch self {
      case .seen(let value), .told(let value): value
      }
    }
    var isSeen: Bool {
      if case .seen = self { true } else { false }
    }
  }

  private mutating func enlarged(_ value: Graph.Value) -> Part {
    .told(graph.upsampled(value, by: 2))
  }

  /// Two convolutions, each normalized and rectified.
  ///
  /// - Parameter other: a vector that is added to the first one's normalized result.
  private mutating func step(
    _ parts: [Part], _ name: String, outputs: Int, kernel: Int = 3, adding other: Graph.Value? = nil
  ) -> Graph.Value {
    var terms: [Graph.Value] = []
    if isSplit, parts.contains(where: \.isSeen) {
      let told = graph.concatenated(parts.filter { !$0.isSeen }.map(\.value))
      let seen = graph.concatenated(parts.filter(\.isSeen).map(\.value))
      terms = [
        graph.convolution(
          told, SplitParameters.told(name), outputs: outputs, kernel: kernel, isBiased: false),
        // Detached: kept as it is instead of being added onto.
        graph.detached(
          graph.convolution(seen, SplitParameters.seen(name), outputs: outputs, kernel: kernel)),
      ]
    } else {
      terms = [
        normalized(
          graph.concatenated(parts.map(\.value)), name + ".0", outputs: outputs, kernel: kernel)
      ]
    }
    if let other { terms.append(other) }
    let first = terms.count == 1 ? terms[0] : graph.sum(terms)
    return graph.activation(
      normalized(graph.activation(first, .relu), name + ".1", outputs: outputs, kernel: 3), .relu)
  }

  private mutating func normalized(
    _ value: Graph.Value, _ name: String, outputs: Int, kernel: Int
  ) -> Graph.Value {
    graph.batchNormalization(
      graph.convolution(value, name + ".0", outputs: outputs, kernel: kernel, isBiased: false),
      name + ".1")
  }

  /// What every cell takes of the points: a, b and weight for each of 4 heads of 32 channels.
  private mutating func attention(_ value: Graph.Value, to points: Graph.Value) -> Graph.Value {
    let (heads, width) = (4, 128)
    let queries = graph.convolution(value, "spread.q", outputs: width, kernel: 1)
    let null = graph.convolution(value, "spread.null", outputs: heads, kernel: 1)
    let keys = graph.pointwise(
      graph.sampled(value, at: points), "spread.k", outputs: width)
    return graph.pointAttention(
      queries: queries, keys: keys, null: null, points: points, name: "spread", heads: heads)
  }

  /// What is told of the picture as a whole, as a vector that is added at 1/16 (Zhang et al. 2017,
  /// §3.3, adds it to conv4). Without biases: nothing told, nothing added.
  private mutating func globalBranch() -> Graph.Value {
    typealias Port = AffinityNetwork.Port
    let histogram = graph.input(Port.histogram, channels: 314, size: .vector)
    let saturation = graph.input(Port.saturation, channels: 2, size: .vector)
    let first = graph.sum([
      globalLayer(histogram, "histogram"), globalLayer(saturation, "saturation"),
    ])
    let second = globalLayer(graph.activation(first, .relu), "hidden")
    return globalLayer(graph.activation(second, .relu), "out")
  }

  private mutating func globalLayer(_ value: Graph.Value, _ name: String) -> Graph.Value {
    graph.convolution(value, "global." + name, outputs: 128, kernel: 1, isBiased: false)
  }
}
