import Colorization
import NeuralEngine

/// The affinity network: what is in the grey picture, by EfficientNet-Lite0; colours spread from the
/// hint points by learned affinity; a small decoder.
///
/// What depends on the picture alone (the encoder, Tan and Le 2019,
/// https://arxiv.org/abs/1905.11946) is computed once; a change of hints computes the decoder. Its
/// steps d5, d4, d3, m3, d2, d1 are two convolutions each, at 1/32, 1/16, 1/8, 1/8, 1/4 and 1/2 of
/// the picture; each sees the encoder's map and the pooled hints of its size. Between d3 and m3 every
/// cell looks at the hint points: `Graph.pointAttention`. Colours come at 1/2 and are enlarged
/// bilinearly; the distribution over the 313 bins of Zhang et al. 2017, §3.2, at 1/4.
public enum AffinityNetwork {
  /// The names of inputs and outputs.
  public enum Port {
    /// N×3×H×W: (255·L/100 − 127)/128, L* of 0…100, on all three channels.
    public static let picture = "picture"
    /// N×1×H/2×W/2: L/100, averaged.
    public static let lightness = "lightness"
    /// N×5×K×1: row and column of a point's centre as fractions of the sides, a/110, b/110, and 1
    /// where the point is there.
    public static let points = "points"
    /// N×314: shares of the 313 bins and a 1, or zeros.
    public static let histogram = "histogram"
    /// N×2: mean saturation and a 1, or zeros.
    public static let saturation = "saturation"
    /// N×2×H×W: a and b in Lab units.
    public static let chrominance = "ab"
    /// N×2×H/2×W/2: the same before it is enlarged bilinearly.
    public static let halfChrominance = "ab2"
    /// N×313×H/4×W/4: logits over the bins.
    public static let logits = "logits"

    /// N×192×H/32×W/32: what the encoder's learned blocks begin with, where that is no map.
    public static let inner = "inner"

    /// The encoder's maps, by their distance between cells in pixels: ``AffinityNetwork/strides``.
    public static func features(_ stride: Int) -> String { "features\(stride)" }
    /// N×3×H/s×W/s: mean a/110 and b/110 of the hinted pixels of a cell, and the square root of
    /// their share.
    public static func hints(_ stride: Int) -> String { "hints\(stride)" }
  }

  /// Pixels from cell to cell in the encoder's maps.
  public static let strides = [2, 4, 8, 16, 32]
  /// Channels of the encoder's maps.
  public static let featureChannels = [2: 16, 4: 24, 8: 40, 16: 112, 32: 320]
  /// Blocks of the encoder.
  public static let encoderBlocks = 16
  /// Both sides of a picture must be multiples of this.
  public static let step = 32
  /// How many hint points the attention looks at; of more, every n-th.
  public static let pointCount = 200
  /// a and b are divided by this at the input and multiplied by it at the output.
  public static let chrominanceRange: Float = 110
  /// In words, for people and errors.
  public static let summary = "affinity network on EfficientNet-Lite0"

  /// Encoder and decoder in one, with the arrays that files have.
  ///
  /// - Parameter isGlobal: whether the histogram and the saturation are inputs.
  public static func graph(isGlobal: Bool) -> Graph {
    whole(AffinityLayers(), isGlobal: isGlobal)
  }

  /// The same network for colorizing one picture again and again: where a layer reads what the
  /// encoder saw and what the user told, its kernel is cut in two (``SplitParameters``), so that the
  /// former's share is computed once a picture.
  static func runningGraph(isGlobal: Bool) -> Graph {
    whole(AffinityLayers(isSplit: true), isGlobal: isGlobal)
  }

  private static func whole(_ layers: AffinityLayers, isGlobal: Bool) -> Graph {
    var layers = layers
    let features = layers.encoder().features
    layers.decoder(features, isGlobal: isGlobal)
    return layers.graph
  }

  /// The encoder alone: ``Port/picture`` to ``Port/features(_:)``.
  ///
  /// - Parameter blocks: how many of its blocks, from the first on; where the last of them gives no
  ///   map, its result is ``Port/inner``.
  public static func encoderGraph(blocks: Int = encoderBlocks) -> Graph {
    var layers = AffinityLayers()
    let (features, last) = layers.encoder(blocks: 0..<blocks)
    for (stride, value) in features.sorted(by: { $0.key < $1.key }) {
      layers.graph.output(Port.features(stride), value)
    }
    if !features.values.contains(last) { layers.graph.output(Port.inner, last) }
    return layers.graph
  }

  /// The decoder alone, with the encoder's maps as inputs.
  ///
  /// - Parameter learnedBlocks: how many of the encoder's last blocks stand before it, 0…5. The inputs
  ///   are then what ``encoderGraph(blocks:)`` gives of the others.
  public static func decoderGraph(isGlobal: Bool, learnedBlocks: Int = 0) -> Graph {
    precondition((0...5).contains(learnedBlocks), "blocks behind the map at 1/16")
    var layers = AffinityLayers()
    var features: [Int: Graph.Value] = [:]
    for stride in strides where learnedBlocks == 0 || stride < 32 {
      features[stride] = layers.graph.input(
        Port.features(stride), channels: featureChannels[stride, default: 0],
        size: .fraction(stride))
    }
    if learnedBlocks > 0 {
      let start =
        learnedBlocks == 5
        ? features[16] : layers.graph.input(Port.inner, channels: 192, size: .fraction(32))
      let blocks = (encoderBlocks - learnedBlocks)..<encoderBlocks
      features.merge(layers.encoder(blocks: blocks, after: start).features) { $1 }
    }
    layers.decoder(features, isGlobal: isGlobal)
    return layers.graph
  }
}
