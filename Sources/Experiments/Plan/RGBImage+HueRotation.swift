import Colorimetry
import Foundation
import Imaging

extension RGBImage {
  /// The picture with every colour's hue turned in the ab plane, at equal lightness and chroma;
  /// clipped to what sRGB can show, and truncated to 8 bits.
  ///
  /// - Parameter degrees: counterclockwise, from a* towards b*.
  func withHuesRotated(degrees: Int) -> RGBImage {
    let angle = Double(degrees) * .pi / 180
    let (cosine, sine) = (cos(angle), sin(angle))
    var lab = LabImage(self)
    for pixel in lab.chrominance.a.values.indices {
      let (a, b) = (lab.chrominance.a.values[pixel], lab.chrominance.b.values[pixel])
      lab.chrominance.a.values[pixel] = cosine * a - sine * b
      lab.chrominance.b.values[pixel] = sine * a + cosine * b
    }
    return lab.truncated()
  }
}
