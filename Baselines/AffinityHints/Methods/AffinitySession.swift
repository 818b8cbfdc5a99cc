import Colorimetry
import Colorization
import Dispatch
import Imaging
import Levin2004
import NeuralEngine
import Synchronization

/// One picture in an affinity network: what the encoder sees in it, memory for every layer, and the
/// elimination that makes hints exact.
///
/// The network works on the picture stretched to multiples of 32, its longer side at most
/// ``AffinityWeights/pictureSide``, and gives chrominance at half that size. This is enlarged along the
/// edges of the lightness by `GuidedUpsampling`, and anchored: what is wrong at the hinted pixels is
/// spread by `ResidualSpreading`. Pictures of more than 512×512 pixels are anchored at 512 pixels a
/// side at most and enlarged after it, so that their hints are met but nearly.
///
/// The constants were chosen on 20 photographs, random 7×7 points, 256×256, with weights that had not
/// learned from them. Without the guided filter (bilinear in its stead) 50, 200 and 501 points give
/// 0.2 dB less. A screening of 1e-4 is best or within 0.02 dB of it at every number of points from 1 to
/// 501; none costs 0.1 dB at few points.
///
/// For one thread at a time.
public final class AffinitySession {
  private let model: AffinityModel
  private let context: NetworkContext
  private let lightness: Plane
  /// The size of the picture that the network sees.
  private let height: Int
  private let width: Int
  /// Its lightness at half its size, as large as what it gives.
  private let half: Plane
  /// What is anchored.
  private let anchored: Plane
  private let guide: GuidedUpsampling.Guide
  /// From there to the picture, where it is larger.
  private let outerGuide: GuidedUpsampling.Guide?
  private lazy var spreading = ResidualSpreading(
    lightness: anchored, threads: model.options.threads)
  /// The last hints, in what is anchored.
  private var placed = Hints()
  private var hasRun = false
  /// Whether the context's logits are those of the last run: many runs are not asked for them.
  private var hasLogits = false

  /// Windows of 7×7, and an edge where the lightness varies by some 2 units.
  private static let upsampling = GuidedUpsampling(radius: 3, smoothness: 5)
  private static let anchoredSide = 512
  private static let screening = 1e-4

  /// Prepares a picture.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100, H×W row-major.
  ///   - isGlobal: whether it is guided by statistics.
  ///   - withDistribution: whether colours are to be suggested, too.
  public init(
    _ model: AffinityModel, lightness: Plane, isGlobal: Bool = false,
    withDistribution: Bool = false
  ) throws(AffinityError) {
    self.model = model
    self.lightness = lightness
    let seen = lightness.fitted(side: model.weights.pictureSide, step: AffinityNetwork.step)
    (height, width) = (seen.height, seen.width)
    let numbers = seen.values.map { Float($0) }
    let halved = AffinityInputs.halved(numbers, height: height, width: width)
    half = Plane(height: height / 2, width: width / 2, values: halved.map { 100 * Double($0) })
    anchored =
      lightness.height * lightness.width > Self.anchoredSide * Self.anchoredSide
      ? lightness.fitted(side: Self.anchoredSide, step: 1) : lightness
    guide = Self.upsampling.guide(lightness: half, to: anchored)
    outerGuide =
      anchored.height == lightness.height && anchored.width == lightness.width
      ? nil : Self.upsampling.guide(lightness: anchored, to: lightness)
    let graph = try model.compiled(
      height: height, width: width, isGlobal: isGlobal,
      withDistribution: withDistribution)
    do {
      context = try graph.makeContext()
    } catch {
      throw .failed(path: model.weights.path, reason: error.message)
    }
    write(AffinityInputs.picture(numbers), to: AffinityNetwork.Port.picture)
    write(halved, to: AffinityNetwork.Port.lightness)
  }

  /// Colorizes.
  ///
  /// - Parameters:
  ///   - hints: points in the picture's pixels.
  ///   - statistics: what the picture as a whole is to have; for weights that know of it.
  public func colorize(
    _ hints: Hints, statistics: GlobalHints = .empty
  ) throws(AffinityError) -> Chrominance {
    let met = try anchoredChrominance(hints, statistics)
    return outerGuide?.enlarge(met) ?? met
  }

  private func anchoredChrominance(
    _ hints: Hints, _ statistics: GlobalHints
  ) throws(AffinityError) -> Chrominance {
    guard !hints.isEmpty else {
      placed = hints
      return guide.enlarge(try predict(hints, statistics: statistics))
    }
    placed = hints.scaled(
      from: (lightness.height, lightness.width), to: (anchored.height, anchored.width))
    let placed = placed
    // The elimination does not wait for the prediction, nor the prediction for it. The network stays on
    // this thread, whose helpers it has.
    let eliminated = Mutex<Result<Void, LevinError>>(.success(()))
    nonisolated(unsafe) let spreading = spreading
    let elimination = DispatchWorkItem {
      let result = Result { () throws(LevinError) in
        try spreading.prepare(for: placed, screening: Self.screening)
      }
      eliminated.withLock { $0 = result }
    }
    model.options.threads > 1
      ? DispatchQueue.global(qos: .userInitiated).async(execute: elimination)
      : elimination.perform()
    let predicted = Result { () throws(AffinityError) in
      try predict(hints, statistics: statistics)
    }
    elimination.wait()
    let base = guide.enlarge(try predicted.get())
    do {
      try eliminated.withLock { $0 }.get()
      return try spreading.anchor(base, at: placed, screening: Self.screening)
    } catch {
      throw .spreading(error)
    }
  }

  /// Eliminates ahead what the next point will need.
  public func prepareForNextPoint() throws(AffinityError) {
    do {
      try spreading.prepare(for: placed, screening: Self.screening)
    } catch {
      throw .spreading(error)
    }
  }

  /// The distribution over colours that belongs to the last colorization, computed when it is first
  /// asked for.
  ///
  /// - Returns: nil before the first, and for a session without distribution.
  public var distribution: ColorDistribution? {
    guard hasRun, let logits = context.output(AffinityNetwork.Port.logits) else { return nil }
    if !hasLogits {
      guard (try? context.runDeferred()) != nil else { return nil }
      hasLogits = true
    }
    return ColorDistribution(
      logits: Array(logits), bins: .inGamut313, cellRows: height / 4,
      cellColumns: width / 4, height: lightness.height, width: lightness.width,
      seenHeight: height, seenWidth: width)
  }

  /// How suggestions are to be made of the distribution: as the weights' file says.
  public var recipe: SuggestionRecipe { model.weights.suggestions }

  /// The network's own chrominance, h/2×w/2 for the h×w that it sees; not anchored.
  ///
  /// - Parameters: as those of ``colorize(_:statistics:)``.
  public func predict(
    _ hints: Hints, statistics: GlobalHints = .empty
  ) throws(AffinityError) -> Chrominance {
    typealias Port = AffinityNetwork.Port
    let patches = hints.points.compactMap {
      AffinityInputs.Patch(
        $0, of: (lightness.height, lightness.width), height: height, width: width)
    }
    for (stride, numbers) in AffinityInputs.hints(patches, height: height, width: width) {
      write(numbers, to: Port.hints(stride))
    }
    write(AffinityInputs.points(patches), to: Port.points)
    let vector = statistics.vector
    write(Array(vector.dropLast(2)), to: Port.histogram)
    write(Array(vector.suffix(2)), to: Port.saturation)
    do {
      hasLogits = false
      try context.run()
      hasRun = true
    } catch {
      throw .failed(path: model.weights.path, reason: error.message)
    }
    guard let ab = context.output(Port.halfChrominance) else {
      throw .failed(path: model.weights.path, reason: "the network gives no chrominance")
    }
    let count = height * width / 4
    func plane(_ numbers: UnsafeBufferPointer<Float>.SubSequence) -> Plane {
      Plane(height: half.height, width: half.width, values: numbers.map(Double.init))
    }
    return Chrominance(a: plane(ab[..<count]), b: plane(ab[count...]))
  }

  /// Fills an input; nothing where the network has none of that name.
  private func write(_ numbers: [Float], to name: String) {
    guard let input = context.input(name) else { return }
    precondition(input.count == numbers.count, "an input is filled")
    _ = input.update(fromContentsOf: numbers)
  }
}

extension Plane {
  /// The plane stretched so that both sides are multiples of `step` and the longer one is at most
  /// `side`: as near to its size and shape as that allows.
  fileprivate func fitted(side: Int, step: Int) -> Plane {
    let factor = min(1, Double(side) / Double(max(height, width)))
    func length(_ old: Int) -> Int {
      max(step, step * Int((Double(old) * factor / Double(step)).rounded()))
    }
    let (rows, columns) = (length(height), length(width))
    return rows == height && columns == width ? self : resized(height: rows, width: columns)
  }
}

extension Hints {
  /// The points in a picture of another size; patches are of at least one pixel.
  fileprivate func scaled(
    from old: (height: Int, width: Int), to new: (height: Int, width: Int)
  ) -> Hints {
    guard old != new else { return self }
    let (down, across) = (
      Double(new.height) / Double(old.height), Double(new.width) / Double(old.width)
    )
    return Hints(
      points.map { point in
        let half = Int((Double(point.size) * min(down, across) - 1) / 2)
        return HintPoint(
          row: Int((Double(point.row) + 0.5) * down),
          column: Int((Double(point.column) + 0.5) * across), size: 2 * max(half, 0) + 1,
          a: point.a, b: point.b)
      })
  }
}
