import Colorimetry
import Imaging
import ParallelWork

/// Enlarges smooth chrominance and gives it the edges of the full-resolution lightness.
///
/// The fast guided filter of He and Sun 2015, https://arxiv.org/abs/1505.00996, after He, Sun and Tang
/// 2010, https://doi.org/10.1007/978-3-642-15549-9_1: in every window of the small picture, a* and b*
/// are taken to be linear in L*; the coefficients are averaged over the windows, enlarged, and
/// applied to the full lightness.
///
/// This is for chrominance that is smoother than the picture, as that of a network at a small size.
/// Chrominance whose edges are right already keeps more of them by ``JointBilateralUpsampling``.
public struct GuidedUpsampling: Sendable, Hashable {
  /// Half a window's side, in samples of the small picture, ≥ 0.
  public let radius: Int
  /// How much the lightness has to vary in a window to count as an edge: a variance, in squared
  /// units of L*, > 0.
  public let smoothness: Double

  /// Chooses window and smoothness.
  ///
  /// The defaults were chosen on 10 photographs at 64×64 with a half-trained network: radii from 1 to
  /// 3 and smoothness from 1 to 16 differ by less than 0.1 dB, and are up to 0.4 dB above the joint
  /// bilateral filter.
  public init(radius: Int = 2, smoothness: Double = 4) {
    precondition(radius >= 0 && smoothness > 0, "a window has pixels, a variance is positive")
    self.radius = radius
    self.smoothness = smoothness
  }

  /// Enlarges chrominance to a picture's size.
  ///
  /// - Parameters:
  ///   - chrominance: a* and b* of the small picture, h×w.
  ///   - low: its L*, h×w.
  ///   - full: the L* of the whole picture, H×W.
  /// - Returns: H×W; may leave the extremes of the chrominance a little.
  public func enlarge(
    _ chrominance: Chrominance, lightness low: Plane, to full: Plane
  ) -> Chrominance {
    guide(lightness: low, to: full).enlarge(chrominance)
  }

  /// What does not depend on the chrominance, for enlarging again and again.
  ///
  /// - Parameters:
  ///   - low: the small picture's L*, h×w.
  ///   - full: the L* of the whole picture, H×W.
  public func guide(lightness low: Plane, to full: Plane) -> Guide {
    Guide(self, low: low, full: full)
  }

  /// A picture to enlarge chrominance to.
  public struct Guide: Sendable {
    private let low: Plane
    private let full: Plane
    private let box: BoxMean
    private let mean: Plane
    /// Of the lightness in each window, and the smoothness.
    private let variance: Plane

    fileprivate init(_ filter: GuidedUpsampling, low: Plane, full: Plane) {
      var box = BoxMean(height: low.height, width: low.width, window: 2 * filter.radius + 1)
      self.box = box
      self.low = low
      self.full = full
      let mean = box.average(low)
      var variance = box.average(low * low)
      for index in variance.values.indices {
        let square = mean.values[index] * mean.values[index]
        variance.values[index] = max(variance.values[index] - square, 0) + filter.smoothness
      }
      self.mean = mean
      self.variance = variance
    }

    /// Enlarges chrominance, both planes at once.
    ///
    /// - Parameter chrominance: h×w.
    /// - Returns: H×W.
    public func enlarge(_ chrominance: Chrominance) -> Chrominance {
      precondition(
        chrominance.height == low.height && chrominance.width == low.width,
        "chrominance and the lightness it comes from have one size")
      let planes = parallelMap(2) { enlarge($0 == 0 ? chrominance.a : chrominance.b) }
      return Chrominance(a: planes[0], b: planes[1])
    }

    private func enlarge(_ plane: Plane) -> Plane {
      var box = box
      let average = box.average(plane)
      var slope = box.average(plane * low)
      var offset = average
      for index in slope.values.indices {
        let covariance = slope.values[index] - average.values[index] * mean.values[index]
        slope.values[index] = covariance / variance.values[index]
        offset.values[index] -= slope.values[index] * mean.values[index]
      }
      var result = box.average(slope).resized(height: full.height, width: full.width) * full
      let rest = box.average(offset).resized(height: full.height, width: full.width)
      for index in result.values.indices { result.values[index] += rest.values[index] }
      return result
    }
  }
}

extension Plane {
  /// The product, value by value.
  fileprivate static func * (first: Plane, second: Plane) -> Plane {
    var product = first
    for index in product.values.indices { product.values[index] *= second.values[index] }
    return product
  }
}
