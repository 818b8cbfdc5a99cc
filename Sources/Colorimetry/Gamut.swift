import Foundation

/// The chrominances that sRGB can show at one lightness, on the integer grid over ±extent.
///
/// A cell is inside when its colour, clipped and truncated to 8 bits, comes back within a distance
/// of 1.0 in CIELAB: the rule of the interface of Zhang et al. 2017,
/// https://doi.org/10.1145/3072959.3073703.
public struct Gamut: Sendable {
  /// L* of every cell, 0…100.
  public let lightness: Double
  /// The largest |a*| and |b*| of the grid.
  public let extent: Int
  /// (2·extent + 1)² cells, row-major: rows are a* and columns b*, both upward from −extent.
  public let mask: [Bool]

  /// Maps the gamut of a lightness.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100.
  ///   - extent: the largest |a*| and |b*|, at least 0.
  public init(lightness: Double, extent: Int = 110) {
    precondition(extent >= 0, "a gamut grid reaches 0 or further")
    self.lightness = lightness
    self.extent = extent
    var mask: [Bool] = []
    mask.reserveCapacity((2 * extent + 1) * (2 * extent + 1))
    for a in -extent...extent {
      for b in -extent...extent {
        mask.append(
          Self.contains(LabColor(lightness: lightness, a: Double(a), b: Double(b))))
      }
    }
    self.mask = mask
  }

  /// Cells in a row and in a column: 2·extent + 1.
  public var side: Int { 2 * extent + 1 }

  /// Whether an integer chrominance is inside; false beyond the grid.
  public func contains(a: Int, b: Int) -> Bool {
    abs(a) <= extent && abs(b) <= extent && mask[(a + extent) * side + b + extent]
  }

  /// Whether a colour survives 8-bit sRGB within a distance of 1.0 in CIELAB.
  public static func contains(_ color: LabColor) -> Bool {
    let srgb = color.srgb
    let shown = LabColor(
      red: (255 * srgb.red).rounded(.down) / 255, green: (255 * srgb.green).rounded(.down) / 255,
      blue: (255 * srgb.blue).rounded(.down) / 255)
    let (l, a, b) = (
      shown.lightness - color.lightness, shown.a - color.a, shown.b - color.b
    )
    return l * l + a * a + b * b < 1
  }

  /// The nearest showable relative of a colour at a given lightness.
  ///
  /// Sets L*, clips to sRGB and measures again, at most 20 times, until the coordinates move by
  /// less than 1 in sum: the rule of the interface of Zhang et al. 2017.
  ///
  /// - Parameters:
  ///   - lightness: L* in 0…100.
  ///   - red: red sample of the colour whose chrominance is wanted.
  ///   - green: its green sample.
  ///   - blue: its blue sample.
  /// - Returns: an 8-bit sRGB colour, rounded.
  public static func snap(
    lightness: Double, red: UInt8, green: UInt8, blue: UInt8
  ) -> (red: UInt8, green: UInt8, blue: UInt8) {
    var color = LabColor(
      red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
    for _ in 0..<20 {
      color.lightness = lightness
      let wanted = color
      let srgb = wanted.srgb
      color = LabColor(red: srgb.red, green: srgb.green, blue: srgb.blue)
      let change =
        abs(color.lightness - wanted.lightness) + abs(color.a - wanted.a) + abs(color.b - wanted.b)
      if change < 1 { break }
    }
    let srgb = color.srgb
    return (rounded(srgb.red), rounded(srgb.green), rounded(srgb.blue))
  }

  private static func rounded(_ sample: Double) -> UInt8 {
    UInt8((255 * sample).rounded(.toNearestOrEven))
  }
}
