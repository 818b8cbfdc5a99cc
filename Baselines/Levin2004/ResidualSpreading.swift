import Colorimetry
import Colorization
import Imaging

/// Mends another method's chrominance so that it meets the hints exactly: what is wrong at the
/// hinted pixels is spread over the picture by Levin's system.
///
/// Levin et al. 2004, https://doi.org/10.1145/1015706.1015780: the error e = hint − chrominance at
/// hinted pixels; (1 + λ)·e(r) = Σ w(r,s)·e(s) elsewhere. With a screening λ > 0 the error fades
/// away from the hints. Only the way from newly hinted pixels to the root of the elimination is
/// computed anew from call to call, unless λ changes; a result depends on the arguments alone.
public final class ResidualSpreading {
  private let solver: GridSolver
  private let height: Int
  private let width: Int

  /// Measures the affinities of a picture.
  ///
  /// - Parameter lightness: L* in 0…100, H×W row-major.
  public init(lightness: Plane) {
    (height, width) = (lightness.height, lightness.width)
    let weights = LevinWeights(intensity: LabImage.grayLevel(ofLightness: lightness))
    solver = GridSolver(weights: weights, keepsPanels: true)
  }

  /// Eliminates for a screening ahead, so that the next call of ``anchor(_:at:screening:)`` with it
  /// is as quick as those after it.
  ///
  /// - Parameter screening: λ > 0, or 0 where something is hinted already.
  /// - Throws: ``LevinError``.
  public func prepare(screening: Double) throws(LevinError) {
    solver.screening = screening
    try solver.eliminate()
    solver.markUpToDate()
  }

  /// Chrominance that meets the hints.
  ///
  /// - Parameters:
  ///   - chrominance: a* and b*, H×W.
  ///   - hints: in the picture's pixels; none leave the chrominance as it is.
  ///   - screening: λ, from 0.
  /// - Throws: ``LevinError``.
  public func anchor(
    _ chrominance: Chrominance, at hints: Hints, screening: Double
  ) throws(LevinError) -> Chrominance {
    let owners = hints.ownership(height: height, width: width)
    guard owners.contains(where: { $0 >= 0 }) else { return chrominance }
    solver.screening = screening
    var errors = [Double](repeating: 0, count: 2 * owners.count)
    for (pixel, owner) in owners.enumerated() {
      guard owner >= 0 else {
        solver.label(pixel, with: nil)
        continue
      }
      solver.label(pixel, with: (0, 0))
      let point = hints.points[Int(owner)]
      errors[2 * pixel] = point.a - chrominance.a.values[pixel]
      errors[2 * pixel + 1] = point.b - chrominance.b.values[pixel]
    }
    try solver.spread(&errors)
    var anchored = chrominance
    let spread = solver.values
    for pixel in owners.indices {
      anchored.a.values[pixel] += spread[pixel]
      anchored.b.values[pixel] += spread[owners.count + pixel]
    }
    return anchored
  }
}
