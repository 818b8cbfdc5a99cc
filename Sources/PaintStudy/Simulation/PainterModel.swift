import Foundation
import SimulatedUsers

/// What is assumed of simulated painters. They know the true colours, which no subject does: what they
/// show follows from these numbers.
public struct PainterModel: Sendable, Equatable {
  /// How places are chosen: where the result errs most, or at random.
  public var placing: OracleKind
  /// Side of the points, in pixels of the working size.
  public var patch: Int
  /// Points a minute of the mean painter, where colours are made by hand.
  public var pointsPerMinute: Double
  /// How much painters differ in that, as the standard deviation of its logarithm.
  public var paceSpread: Double
  /// How far the colour that a painter imagines is from the true one: standard deviation of a* and of
  /// b*. Imagining is the same in both arms.
  public var noise: Double
  /// How far a colour made by hand, in the gamut or with sliders, is from the imagined one, likewise.
  public var handNoise: Double
  /// A suggested or common colour is taken when it is as near as this to the imagined one, in CIELAB
  /// units of a* and b*.
  public var near: Double
  /// Time for a point whose colour was offered, as a share of that for one made by hand.
  public var haste: Double

  /// Makes assumptions.
  public init(
    placing: OracleKind = .maxError, patch: Int = 5, pointsPerMinute: Double = 12,
    paceSpread: Double = 0.25, noise: Double = 8, handNoise: Double = 5, near: Double = 12,
    haste: Double = 0.7
  ) {
    self.placing = placing
    self.patch = patch
    self.pointsPerMinute = pointsPerMinute
    self.paceSpread = paceSpread
    self.noise = noise
    self.handNoise = handNoise
    self.near = near
    self.haste = haste
  }
}
