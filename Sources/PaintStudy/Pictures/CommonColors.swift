import Colorimetry

/// The 48 common colours of the arm without recommendation.
///
/// The paper (Zhang et al. 2017, §4.2) does not list its 48. These are the basic colours of Qt's
/// standard colour dialog, which the authors' interface is built on: four steps of red and of green,
/// three of blue.
enum CommonColors {
  /// Red, green and blue of each, 0…255.
  static let all: [SIMD3<UInt8>] = {
    let (steps, blues): ([UInt8], [UInt8]) = ([0, 85, 170, 255], [0, 127, 255])
    return steps.flatMap { green in
      steps.flatMap { red in blues.map { blue in SIMD3(red, green, blue) } }
    }
  }()

  /// The chrominances that they have at a pixel's own lightness, moved into the gamut.
  static func chrominances(lightness: Double) -> [SIMD2<Double>] {
    all.map { color in
      let shown = Gamut.snap(lightness: lightness, red: color.x, green: color.y, blue: color.z)
      return LabColor(
        red: Double(shown.red) / 255, green: Double(shown.green) / 255,
        blue: Double(shown.blue) / 255
      ).ab
    }
  }
}

extension LabColor {
  /// a* and b*.
  var ab: SIMD2<Double> { SIMD2(a, b) }
}
