import Foundation

/// Two points of the chroma plane (a′, b), and what CIEDE2000 makes of their hues.
///
/// Angles stay vectors wherever possible: the mean hue is the direction of the sum of the unit
/// vectors, its multiples are polynomials, and the hue difference follows from the products of the
/// vectors. Opposite hues, where that sum vanishes and the paper decides by the order of the
/// angles, go through the angles.
struct HuePair {
  let chroma1: Double
  let chroma2: Double
  /// ΔH′ of equation 11: 2·√(C′₁C′₂)·sin(Δh′/2), with the sign of Δh′.
  let hueDifference: Double
  /// Cosine of the mean hue h̄′ of equation 14.
  private let cosine: Double
  /// Sine of the mean hue h̄′.
  private let sine: Double

  @inline(__always)
  init(_ a1: Double, _ b1: Double, _ a2: Double, _ b2: Double) {
    chroma1 = (a1 * a1 + b1 * b1).squareRoot()
    chroma2 = (a2 * a2 + b2 * b2).squareRoot()
    let product = chroma1 * chroma2
    guard product > 0 else {
      let chroma = chroma1 + chroma2
      hueDifference = 0
      cosine = chroma > 0 ? (a1 + a2) / chroma : 1
      sine = chroma > 0 ? (b1 + b2) / chroma : 0
      return
    }
    let x = a1 / chroma1 + a2 / chroma2
    let y = b1 / chroma1 + b2 / chroma2
    let length = (x * x + y * y).squareRoot()
    if length > 1e-3 {
      let dot = a1 * a2 + b1 * b2
      let cross = a1 * b2 - b1 * a2
      // Both are √(2·(C′₁C′₂ − dot)), each without cancellation on its half of the plane.
      if dot > 0 {
        hueDifference = cross * (2 / (product + dot)).squareRoot()
      } else {
        let magnitude = (2 * (product - dot)).squareRoot()
        hueDifference = cross < 0 ? -magnitude : magnitude
      }
      cosine = x / length
      sine = y / length
    } else {
      let hue1 = Self.angle(a1, b1)
      let hue2 = Self.angle(a2, b2)
      var change = hue2 - hue1
      var mean = (hue1 + hue2) / 2
      if abs(change) > 180 {
        change -= change > 0 ? 360 : -360
        mean += mean < 180 ? 180 : -180
      }
      hueDifference = 2 * product.squareRoot() * sin(change / 2 * .pi / 180)
      cosine = cos(mean * .pi / 180)
      sine = sin(mean * .pi / 180)
    }
  }

  /// T of equation 15.
  @inline(__always)
  var hueDependence: Double {
    let cosine2 = 2 * cosine * cosine - 1
    let sine2 = 2 * sine * cosine
    let cosine3 = cosine2 * cosine - sine2 * sine
    let sine3 = sine2 * cosine + cosine2 * sine
    let cosine4 = 2 * cosine2 * cosine2 - 1
    let sine4 = 2 * sine2 * cosine2
    // cos(h̄ − 30°), cos 2h̄, cos(3h̄ + 6°) and cos(4h̄ − 63°).
    return 1 - 0.17 * (cosine * 0.8660254037844387 + sine * 0.5) + 0.24 * cosine2
      + 0.32 * (cosine3 * 0.9945218953682733 - sine3 * 0.10452846326765347)
      - 0.20 * (cosine4 * 0.45399049973954675 + sine4 * 0.8910065241883679)
  }

  /// sin(2Δθ) of equations 16 and 21: the turn of the ellipses around blue.
  @inline(__always)
  var blueRotation: Double {
    let offset = (Self.angle(cosine, sine) - 275) / 25
    return sin(.pi / 3 * exp(-offset * offset))
  }

  /// The hue of a vector in degrees, in 0..<360.
  @inline(__always)
  private static func angle(_ x: Double, _ y: Double) -> Double {
    let angle = atan2(y, x) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }
}
