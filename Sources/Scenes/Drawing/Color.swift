import Foundation

/// Linear light: red, green and blue, 1 being white paper in full light.
typealias Color = SIMD3<Float>

extension SIMD3<Float> {
  /// The colour of an OKLab lightness, chroma and hue in degrees, without what a screen lacks.
  static func oklch(_ lightness: Float, _ chroma: Float, _ hue: Float) -> Color {
    let angle = hue * Float.pi / 180
    let a = chroma * cos(angle)
    let b = chroma * sin(angle)
    let long = lightness + 0.396_337_78 * a + 0.215_803_76 * b
    let medium = lightness - 0.105_561_346 * a - 0.063_854_17 * b
    let short = lightness - 0.089_484_18 * a - 1.291_485_5 * b
    let cone = Color(long * long * long, medium * medium * medium, short * short * short)
    let red = cone.dot(Color(4.076_741_7, -3.307_711_6, 0.230_969_94))
    let green = cone.dot(Color(-1.268_438, 2.609_757_4, -0.341_319_4))
    let blue = cone.dot(Color(-0.004_196_086, -0.703_418_6, 1.707_614_7))
    return pointwiseMax(Color(red, green, blue), Color())
  }

  static func gray(_ level: Float) -> Color { Color(repeating: level) }

  var luminance: Float { dot(Color(0.2126, 0.7152, 0.0722)) }
}
