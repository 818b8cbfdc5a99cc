import Imaging

/// The CIEDE2000 colour difference with unit weights kL = kC = kH = 1.
///
/// Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula: implementation notes,
/// supplementary test data, and mathematical observations", https://doi.org/10.1002/col.20070.
public enum CIEDE2000 {
  /// The difference of two colours, ≥ 0; about 1 is just noticeable.
  public static func difference(_ first: LabColor, _ second: LabColor) -> Double {
    difference(
      first.lightness, first.a, first.b, second.lightness, second.a, second.b)
  }

  /// The difference pixel by pixel, H×W.
  ///
  /// Both pictures have one size.
  public static func differences(_ first: LabImage, _ second: LabImage) -> Plane {
    precondition(
      first.height == second.height && first.width == second.width, "the pictures have one size")
    var plane = Plane(height: first.height, width: first.width)
    plane.values.withUnsafeMutableBufferPointer { plane in
      withPlanes(first) { lightness1, a1, b1 in
        withPlanes(second) { lightness2, a2, b2 in
          for index in plane.indices {
            plane[index] = difference(
              lightness1[index], a1[index], b1[index], lightness2[index], a2[index], b2[index])
          }
        }
      }
    }
    return plane
  }

  private typealias Values = UnsafeBufferPointer<Double>

  @inline(__always)
  private static func withPlanes(_ image: LabImage, _ body: (Values, Values, Values) -> Void) {
    image.lightness.values.withUnsafeBufferPointer { lightness in
      image.chrominance.a.values.withUnsafeBufferPointer { a in
        image.chrominance.b.values.withUnsafeBufferPointer { b in body(lightness, a, b) }
      }
    }
  }

  /// Equations 2–22 of the paper.
  @inline(__always)
  private static func difference(
    _ lightness1: Double, _ a1: Double, _ b1: Double,
    _ lightness2: Double, _ a2: Double, _ b2: Double
  ) -> Double {
    let chroma = ((a1 * a1 + b1 * b1).squareRoot() + (a2 * a2 + b2 * b2).squareRoot()) / 2
    let stretch = 1.5 - 0.5 * saturation(chroma)
    let pair = HuePair(a1 * stretch, b1, a2 * stretch, b2)
    let meanChroma = (pair.chroma1 + pair.chroma2) / 2

    let offset = (lightness1 + lightness2) / 2 - 50
    let lightnessWeight = 1 + 0.015 * offset * offset / (20 + offset * offset).squareRoot()
    let chromaWeight = 1 + 0.045 * meanChroma
    let hueWeight = 1 + 0.015 * meanChroma * pair.hueDependence

    let lightness = (lightness2 - lightness1) / lightnessWeight
    let chromaChange = (pair.chroma2 - pair.chroma1) / chromaWeight
    let hueChange = pair.hueDifference / hueWeight
    let rotation = -2 * saturation(meanChroma) * pair.blueRotation
    let squared =
      lightness * lightness + chromaChange * chromaChange + hueChange * hueChange
      + rotation * chromaChange * hueChange
    return (squared > 0 ? squared : 0).squareRoot()
  }

  /// √(C⁷ / (C⁷ + 25⁷)).
  @inline(__always)
  private static func saturation(_ chroma: Double) -> Double {
    let cube = chroma * chroma * chroma
    let seventh = cube * cube * chroma
    return (seventh / (seventh + 6_103_515_625)).squareRoot()
  }
}
