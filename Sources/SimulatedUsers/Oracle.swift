import Colorimetry
import Colorization

/// A simulated user, who knows the true colours and reveals them point by point.
///
/// Points are cumulative: the patch of a new one overlaps no earlier one and lies wholly inside the
/// picture. Zhang et al. 2017, Fig. 6, https://doi.org/10.1145/3072959.3073703.
public protocol Oracle: Sendable {
  /// Reveals one more point: the mean true a* and b* over a patch.
  ///
  /// - Parameter prediction: what the method makes of the points so far, H×W; those oracles that
  ///   follow no prediction disregard it.
  mutating func reveal(after prediction: Chrominance) throws(OracleError) -> HintPoint
}
