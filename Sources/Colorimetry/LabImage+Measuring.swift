import CColorimetry
import Imaging

extension LabImage {
  /// Measures an 8-bit sRGB picture.
  ///
  /// Agrees with `skimage.color.rgb2lab` to 1e-9.
  public init(_ image: RGBImage) {
    self = Companding.linear.withUnsafeBufferPointer { linear in
      image.pixels.withUnsafeBufferPointer { pixels in
        Self.measured(height: image.height, width: image.width) { linear[Int(pixels[$0])] }
      }
    }
  }

  /// Measures an sRGB picture, its companded samples in 0…1.
  public init(_ picture: SRGBImage) {
    self = picture.samples.withUnsafeBufferPointer { samples in
      Self.measured(height: picture.height, width: picture.width) {
        Companding.expand(samples[$0])
      }
    }
  }

  /// Measures linear light, given by the index of an interleaved sample.
  @inline(__always)
  private static func measured(
    height: Int, width: Int, linearSample: (Int) -> Double
  ) -> LabImage {
    let count = height * width
    let linear = [Double](unsafeUninitializedCapacity: 3 * count) { samples, initialized in
      for index in 0..<(3 * count) { samples[index] = linearSample(index) }
      initialized = 3 * count
    }
    var lightness = Plane(height: height, width: width)
    var a = lightness
    var b = lightness
    cc_lab_from_linear(count, linear, &lightness.values, &a.values, &b.values)
    return LabImage(lightness: lightness, chrominance: Chrominance(a: a, b: b))
  }
}
