/// One colour in CIE 1976 L*a*b*, D65.
public struct LabColor: Sendable, Hashable {
  /// L*, 0 black to 100 white.
  public var lightness: Double
  /// a*, green to red, about ±110 for colours of sRGB.
  public var a: Double
  /// b*, blue to yellow, about ±110 for colours of sRGB.
  public var b: Double

  /// Names a colour by its coordinates.
  public init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// Measures an sRGB colour, its companded samples in 0…1.
  public init(red: Double, green: Double, blue: Double) {
    let lab = CIELAB.lab(
      red: Companding.expand(red), green: Companding.expand(green), blue: Companding.expand(blue))
    self.init(lightness: lab.lightness, a: lab.a, b: lab.b)
  }

  /// The colour as companded sRGB samples, clipped to 0…1.
  public var srgb: (red: Double, green: Double, blue: Double) {
    let linear = CIELAB.linear(lightness: lightness, a: a, b: b)
    return (
      Companding.compress(linear.red), Companding.compress(linear.green),
      Companding.compress(linear.blue)
    )
  }
}
