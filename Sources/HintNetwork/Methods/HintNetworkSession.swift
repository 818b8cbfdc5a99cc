import Colorimetry
import Colorization
import Imaging
import NeuralEngine

/// One picture in a hint network: memory for every layer, and the lightness already in place.
///
/// A network that was trained for smaller pictures gets the picture reduced, with the hints; its
/// chrominance is enlarged along the edges of the lightness by ``GuidedUpsampling``.
///
/// For one thread at a time; made once, then run for every change of the hints.
public final class HintNetworkSession {
  private let model: HintNetworkModel
  private let context: NetworkContext
  private let lightness: Plane
  /// What the network sees of the lightness.
  private let seen: Plane
  private let size: PaddedSize
  private let picture: UnsafeMutableBufferPointer<Float>
  private var hasRun = false

  /// Prepares a picture.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100, H×W; sides that are no multiples of 8 are padded by repeating the
  ///     last row and column.
  ///   - withDistribution: whether colours are to be suggested, too.
  public init(
    _ model: HintNetworkModel, lightness: Plane, withDistribution: Bool = false
  ) throws(HintNetworkError) {
    self.model = model
    self.lightness = lightness
    seen = model.weights.reduced(lightness)
    size = PaddedSize(seen)
    let graph = try model.compiled(
      height: size.paddedHeight, width: size.paddedWidth, withDistribution: withDistribution)
    do {
      context = try graph.makeContext()
    } catch {
      throw .failed(path: model.weights.path, reason: error.message)
    }
    guard let picture = context.input(HintNetworkArchitecture.Port.picture) else {
      throw .failed(path: model.weights.path, reason: "the network takes no picture")
    }
    self.picture = picture
    size.write(lightness: seen, to: picture)
  }

  /// Colorizes with local hints (and the Local Hints Network).
  public func colorize(_ hints: Hints) throws(HintNetworkError) -> Chrominance {
    write(hints)
    return try run()
  }

  /// Colorizes with global hints (and the Global Hints Network).
  public func colorize(_ hints: GlobalHints) throws(HintNetworkError) -> Chrominance {
    typealias Port = HintNetworkArchitecture.Port
    let numbers = hints.vector
    if let histogram = context.input(Port.histogram),
      let saturation = context.input(Port.saturation)
    {
      for index in histogram.indices { histogram[index] = numbers[index] }
      for index in saturation.indices { saturation[index] = numbers[histogram.count + index] }
    }
    return try run()
  }

  /// The distribution over colours that belongs to the last colorization.
  ///
  /// - Returns: nil before the first, and for a session without distribution.
  public var distribution: ColorDistribution? {
    guard hasRun, let head = model.weights.architecture.head,
      let logits = context.output(HintNetworkArchitecture.Port.logits)
    else { return nil }
    return ColorDistribution(
      logits: Array(logits), bins: head == .bins529 ? .grid529 : .inGamut313,
      cellRows: size.paddedHeight / 4, cellColumns: size.paddedWidth / 4,
      height: lightness.height, width: lightness.width,
      seenHeight: seen.height, seenWidth: seen.width)
  }

  /// How suggestions are to be made of the distribution: as the weights' file says.
  public var recipe: SuggestionRecipe { model.weights.suggestions }

  /// a/110, b/110 and mask−centre after the lightness; the padding has no hints.
  private func write(_ hints: Hints) {
    let count = size.paddedCount
    guard picture.count == 4 * count else { return }
    let center = model.weights.maskCenter
    for index in count..<3 * count { picture[index] = 0 }
    for index in 3 * count..<4 * count { picture[index] = -center }
    func reveal(row: Int, column: Int, a: Double, b: Double) {
      let pixel = row * size.paddedWidth + column
      picture[count + pixel] = Float(a) / HintNetworkArchitecture.chrominanceRange
      picture[2 * count + pixel] = Float(b) / HintNetworkArchitecture.chrominanceRange
      picture[3 * count + pixel] = 1 - center
    }
    guard !isReduced else {
      return ReducedHints(
        hints, height: lightness.height, width: lightness.width,
        reducedHeight: seen.height, reducedWidth: seen.width
      ).forEach(reveal)
    }
    for point in hints.points {
      let (rows, columns) = point.extent(height: size.height, width: size.width)
      for row in rows {
        for column in columns { reveal(row: row, column: column, a: point.a, b: point.b) }
      }
    }
  }

  private var isReduced: Bool {
    seen.height != lightness.height || seen.width != lightness.width
  }

  private func run() throws(HintNetworkError) -> Chrominance {
    do {
      try context.run()
      hasRun = true
    } catch {
      throw .failed(path: model.weights.path, reason: error.message)
    }
    guard let ab = context.output(HintNetworkArchitecture.Port.chrominance) else {
      throw .failed(path: model.weights.path, reason: "the network gives no chrominance")
    }
    let chrominance = Chrominance(a: size.plane(0, of: ab), b: size.plane(1, of: ab))
    guard isReduced else { return chrominance }
    return GuidedUpsampling().enlarge(chrominance, lightness: seen, to: lightness)
  }
}
