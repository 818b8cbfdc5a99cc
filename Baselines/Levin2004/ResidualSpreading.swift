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
  private let threads: Int
  private let height: Int
  private let width: Int
  /// For every pixel the index of the point whose colour it has, −1 for none.
  private var owners: [Int32] = []
  /// The hints that the elimination is for.
  private var prepared: Hints?

  /// Measures the affinities of a picture.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100, H×W row-major.
  ///   - threads: to spread with; the result is the same for any number.
  public init(lightness: Plane, threads: Int = 1) {
    self.threads = threads
    (height, width) = (lightness.height, lightness.width)
    let weights = LevinWeights(intensity: LabImage.grayLevel(ofLightness: lightness))
    solver = GridSolver(weights: weights, keepsPanels: true)
  }

  /// Eliminates for hints: the part of the work that does not depend on the chrominance.
  ///
  /// - Parameters:
  ///   - hints: in the picture's pixels.
  ///   - screening: λ; above 0 where nothing is hinted.
  /// - Throws: ``LevinError``.
  public func prepare(for hints: Hints, screening: Double) throws(LevinError) {
    guard hints != prepared || screening != solver.screening else { return }
    prepared = nil
    solver.screening = screening
    owners = hints.ownership(height: height, width: width)
    for (pixel, owner) in owners.enumerated() {
      solver.label(pixel, with: owner >= 0 ? (0, 0) : nil)
    }
    try solver.eliminate()
    solver.markUpToDate()
    prepared = hints
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
    let isHinted = hints.points.contains {
      let (rows, columns) = $0.extent(height: height, width: width)
      return !rows.isEmpty && !columns.isEmpty
    }
    guard isHinted else { return chrominance }
    try prepare(for: hints, screening: screening)
    var errors = [Double](repeating: 0, count: 2 * owners.count)
    for (pixel, owner) in owners.enumerated() where owner >= 0 {
      let point = hints.points[Int(owner)]
      errors[2 * pixel] = point.a - chrominance.a.values[pixel]
      errors[2 * pixel + 1] = point.b - chrominance.b.values[pixel]
    }
    try solver.spread(&errors, threads: threads)
    var anchored = chrominance
    let spread = solver.values
    for pixel in owners.indices {
      anchored.a.values[pixel] += spread[pixel]
      anchored.b.values[pixel] += spread[owners.count + pixel]
    }
    return anchored
  }
}
