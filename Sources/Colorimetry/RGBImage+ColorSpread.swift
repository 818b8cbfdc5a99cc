import Imaging

extension RGBImage {
  /// Below this ``meanColorSpread`` a photograph has no colour: it is grey, or as good as grey.
  ///
  /// Grey files saved as colour JPEG have 0 or a few thousandths; see ``isGrey``.
  public static let leastColorSpread = 0.02

  /// How much colour there is: the mean over pixels of the largest minus the smallest sRGB sample,
  /// samples in 0…1; 0 for a grey picture, 1 for one of fully saturated colours.
  public var meanColorSpread: Double {
    let total = pixels.withUnsafeBufferPointer { pixels in
      var total = 0
      for index in stride(from: 0, to: pixels.count, by: 3) {
        let (red, green, blue) = (pixels[index], pixels[index + 1], pixels[index + 2])
        total += Int(max(red, green, blue)) - Int(min(red, green, blue))
      }
      return total
    }
    return Double(total) / Double(255 * height * width)
  }

  /// Whether there is nothing to colorize: ``meanColorSpread`` below ``leastColorSpread``, the test by
  /// which training leaves out crops without colour.
  public var isGrey: Bool { meanColorSpread < Self.leastColorSpread }
}
