import Imaging

/// A picture of sRGB samples before they are cut to 8 bits.
public struct SRGBImage: Sendable, Equatable {
  /// Rows, H.
  public let height: Int
  /// Columns, W.
  public let width: Int
  /// H×W×3 companded samples in 0…1, row-major, interleaved RGB.
  public var samples: [Double]

  /// Wraps existing samples.
  ///
  /// - Parameter samples: exactly `height * width * 3` companded samples, row-major, interleaved.
  public init(height: Int, width: Int, samples: [Double]) {
    precondition(height > 0 && width > 0, "a picture has at least one pixel")
    precondition(samples.count == height * width * 3, "an sRGB picture has H×W×3 samples")
    self.height = height
    self.width = width
    self.samples = samples
  }

  /// The samples of an 8-bit picture, each divided by 255.
  public init(_ image: RGBImage) {
    self.init(
      height: image.height, width: image.width, samples: image.pixels.map { Double($0) / 255 })
  }

  /// The 8-bit picture: clipped to 0…1, times 255, truncated, as the published evaluation of
  /// Zhang et al. 2017 does (https://doi.org/10.1145/3072959.3073703). Not-a-number becomes 0.
  public func truncated() -> RGBImage {
    let pixels = [UInt8](unsafeUninitializedCapacity: samples.count) { bytes, count in
      for index in samples.indices {
        let sample = samples[index]
        bytes[index] = UInt8(255 * (sample > 0 ? (sample < 1 ? sample : 1) : 0))
      }
      count = samples.count
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
