import Imaging

extension LabImage {
  /// The companded grey level of a lightness: the green sample of (L*, 0, 0), clipped to 0…1.
  ///
  /// - Parameter lightness: L* in 0…100, H×W.
  /// - Returns: levels in 0…1, H×W.
  public static func grayLevel(ofLightness lightness: Plane) -> Plane {
    let neutral = Chrominance(neutralWithHeight: lightness.height, width: lightness.width)
    let linear = CIELAB.linear(LabImage(lightness: lightness, chrominance: neutral))
    let values = lightness.values.indices.map { Companding.compress(linear[3 * $0 + 1]) }
    return Plane(height: lightness.height, width: lightness.width, values: values)
  }
}

extension SRGBImage {
  /// The grey picture of a lightness: its grey level in all three channels.
  ///
  /// - Parameter lightness: L* in 0…100, H×W.
  public static func gray(fromLightness lightness: Plane) -> SRGBImage {
    let levels = LabImage.grayLevel(ofLightness: lightness).values
    return SRGBImage(
      height: lightness.height, width: lightness.width,
      samples: [Double](unsafeUninitializedCapacity: 3 * levels.count) { samples, count in
        for (index, level) in levels.enumerated() {
          samples[3 * index] = level
          samples[3 * index + 1] = level
          samples[3 * index + 2] = level
        }
        count = 3 * levels.count
      })
  }
}
