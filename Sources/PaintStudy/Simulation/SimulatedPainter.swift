import Colorimetry
import Colorization
import Foundation
import Imaging
import PaintServer
import Painting
import SeededChance
import SimulatedUsers

/// Decides what a simulated painter does with one picture. All of it follows from the seed, the names
/// and what is shown.
struct SimulatedPainter {
  private let model: PainterModel
  private let arm: PaintingArm
  private let lightness: Plane
  private var oracle: any Oracle
  private var chance: SplitMix64
  private let pointsPerMinute: Double

  /// A point that the painter is about to make.
  struct Intention: Equatable {
    let row: Int
    let column: Int
    let size: Int
    /// a* and b* that the painter imagines there.
    let imagined: SIMD2<Double>
    /// L* of the pixel.
    let lightness: Double
  }

  /// A colour that was chosen.
  struct Choice: Equatable {
    let color: SIMD2<Double>
    let source: PaintingEvent.ColorSource
    /// The suggestion's rank, where it was one.
    let rank: Int?
    /// Milliseconds that the point takes.
    let milliseconds: Double
  }

  /// Sits down before a picture.
  ///
  /// - Parameters:
  ///   - truth: the true picture at the working size.
  ///   - lightness: L* as it is served, at the working size.
  ///   - name: of the painter; the pace is the painter's own on all pictures.
  init(
    _ model: PainterModel, task: PaintTask, truth: LabImage, lightness: Plane, name: String,
    study: String, seed: UInt64
  ) {
    self.model = model
    self.lightness = lightness
    arm = task.arm
    var pace = SplitMix64(seed: seed, study, "pace", name)
    pointsPerMinute = model.pointsPerMinute * exp(model.paceSpread * pace.nextNormal())
    chance = SplitMix64(seed: seed, study, "painting", name, "\(task.position)")
    oracle = model.placing.oracle(
      truth: truth.chrominance, patch: model.patch,
      seed: SplitMix64.seed(
        hashing: "\(seed)\u{0}\(study)\u{0}places\u{0}\(name)\u{0}\(task.image)")
    )
  }

  /// The next point; nil where there is no room for another.
  ///
  /// - Parameter result: as the server last showed it.
  mutating func intention(after result: RGBImage) -> Intention? {
    guard let point = try? oracle.reveal(after: LabImage(result).chrominance) else { return nil }
    let imagined = SIMD2(
      point.a + model.noise * chance.nextNormal(), point.b + model.noise * chance.nextNormal())
    return Intention(
      row: point.row, column: point.column, size: point.size, imagined: imagined,
      lightness: lightness[point.row, point.column])
  }

  /// Chooses a colour: an offered one that is near enough, else one made by hand.
  ///
  /// - Parameter suggestions: a* and b*, most probable first; empty in the arm without.
  mutating func choose(_ intention: Intention, suggestions: [SIMD2<Double>]) -> Choice {
    let wobble = exp(Self.wobble * chance.nextNormal())
    let byHand = 60_000 / pointsPerMinute * wobble
    let hand = SIMD2(
      intention.imagined.x + model.handNoise * chance.nextNormal(),
      intention.imagined.y + model.handNoise * chance.nextNormal())
    let offers =
      arm.showsSuggestions
      ? suggestions : CommonColors.chrominances(lightness: intention.lightness)
    if let (index, color) = Self.nearest(offers, to: intention.imagined),
      Self.distance(color, intention.imagined) <= model.near
    {
      return Choice(
        color: color, source: arm.showsSuggestions ? .palette : .common,
        rank: arm.showsSuggestions ? index + 1 : nil, milliseconds: model.haste * byHand)
    }
    return Choice(
      color: Self.snapped(hand, lightness: intention.lightness),
      source: arm.showsSuggestions ? .gamut : .sliders, rank: nil, milliseconds: byHand)
  }

  /// Standard deviation of the logarithm of the time for a point.
  private static let wobble = 0.3

  private static func nearest(
    _ offers: [SIMD2<Double>], to wish: SIMD2<Double>
  ) -> (index: Int, color: SIMD2<Double>)? {
    offers.enumerated().map { (index: $0.offset, color: $0.element) }
      .min { distance($0.color, wish) < distance($1.color, wish) }
  }

  private static func distance(_ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Double {
    let difference = first - second
    return (difference * difference).sum().squareRoot()
  }

  /// The colour as it can be shown at the pixel's lightness.
  private static func snapped(_ color: SIMD2<Double>, lightness: Double) -> SIMD2<Double> {
    let srgb = LabColor(lightness: lightness, a: color.x, b: color.y).srgb
    func level(_ sample: Double) -> UInt8 { UInt8(clamping: Int((255 * sample).rounded())) }
    let shown = Gamut.snap(
      lightness: lightness, red: level(srgb.red), green: level(srgb.green), blue: level(srgb.blue))
    return LabColor(
      red: Double(shown.red) / 255, green: Double(shown.green) / 255,
      blue: Double(shown.blue) / 255
    ).ab
  }
}
