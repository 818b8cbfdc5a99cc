import Colorimetry
import Foundation
import Imaging

/// Fakes that nobody who looks can miss.
public enum VigilancePicture {
  /// L* is squeezed into 35…75, where sRGB has room for strong colours.
  private static let lightness = (least: 35.0, slope: 0.4)
  /// How far the rainbow is from grey, in CIELAB.
  private static let strength = 55.0

  /// A picture in false colours: opposite chrominance, and a rainbow over the whole, so that grey,
  /// black and white pictures are as false as colourful ones.
  public static func falselyColored(_ picture: RGBImage) -> RGBImage {
    var lab = LabImage(picture)
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        let turn =
          Double(row) / Double(picture.height) + Double(column) / Double(picture.width)
        let index = row * picture.width + column
        lab.lightness.values[index] =
          lightness.least + lightness.slope * lab.lightness.values[index]
        let (a, b) = (lab.chrominance.a.values[index], lab.chrominance.b.values[index])
        lab.chrominance.a.values[index] = strength * cos(2 * .pi * turn) - a
        lab.chrominance.b.values[index] = strength * sin(2 * .pi * turn) - b
      }
    }
    return lab.truncated()
  }
}
