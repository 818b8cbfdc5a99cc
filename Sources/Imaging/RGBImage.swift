/// A picture of 8-bit sRGB pixels, as files and screens hold them.
///
/// Pixels are H×W×3, row-major, interleaved red, green, blue; rows count from 0 at the top.
public struct RGBImage: Sendable, Equatable {
  /// Rows, H.
  public let height: Int
  /// Columns, W.
  public let width: Int
  /// H×W×3 samples in 0…255, row-major, interleaved RGB.
  public var pixels: [UInt8]

  /// Wraps existing samples.
  ///
  /// - Parameter pixels: exactly `height * width * 3` samples, row-major, interleaved RGB.
  public init(height: Int, width: Int, pixels: [UInt8]) {
    precondition(height > 0 && width > 0, "a picture has at least one pixel")
    precondition(pixels.count == height * width * 3, "an RGB picture has H×W×3 samples")
    self.height = height
    self.width = width
    self.pixels = pixels
  }

  /// A picture filled with one colour, black unless told.
  public init(height: Int, width: Int, filledWith color: (UInt8, UInt8, UInt8) = (0, 0, 0)) {
    var pixels = [UInt8](repeating: 0, count: height * width * 3)
    for index in 0..<(height * width) {
      (pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2]) = color
    }
    self.init(height: height, width: width, pixels: pixels)
  }
}
