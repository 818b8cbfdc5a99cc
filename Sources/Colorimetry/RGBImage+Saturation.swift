import Imaging

extension RGBImage {
  /// The mean HSV saturation, in 0…1: (max − min) / max of a pixel's samples, 0 for black.
  ///
  /// Smith 1978, "Color gamut transform pairs", https://doi.org/10.1145/965139.807361; equals the
  /// mean of channel 1 of `skimage.color.rgb2hsv`.
  public var meanSaturation: Double {
    let total = pixels.withUnsafeBufferPointer { pixels in
      var total = 0.0
      for index in stride(from: 0, to: pixels.count, by: 3) {
        let (red, green, blue) = (pixels[index], pixels[index + 1], pixels[index + 2])
        let largest = max(red, green, blue)
        if largest > 0 {
          total += Double(largest - min(red, green, blue)) / Double(largest)
        }
      }
      return total
    }
    return total / Double(height * width)
  }
}
