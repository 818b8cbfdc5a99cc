import CImageCodecs

/// Pictures written as PNG files. The same picture always gives the same bytes.
public enum PNGFile {
  /// Encodes a picture as an 8-bit RGB PNG file.
  public static func encode(_ image: RGBImage) -> [UInt8] {
    encode(image.pixels, height: image.height, width: image.width, channels: 3)
  }

  /// Encodes samples as an 8-bit grey PNG file.
  ///
  /// - Parameter gray: exactly `height * width` samples in 0…255, row-major; both sides positive.
  public static func encode(gray: [UInt8], height: Int, width: Int) -> [UInt8] {
    precondition(height > 0 && width > 0, "a picture has at least one pixel")
    precondition(gray.count == height * width, "a grey picture has H×W samples")
    return encode(gray, height: height, width: width, channels: 1)
  }

  /// Writes a picture as an 8-bit RGB PNG file, as `OutputFile` writes.
  ///
  /// - Throws: `ImagingError.unwritable`.
  public static func write(_ image: RGBImage, to path: String) throws(ImagingError) {
    try FileBytes.write(encode(image), to: path)
  }

  private static func encode(
    _ samples: [UInt8], height: Int, width: Int, channels: Int32
  ) -> [UInt8] {
    var file = ci_bytes()
    defer { ci_bytes_free(&file) }
    let size = ci_size(width: UInt32(width), height: UInt32(height))
    let status = ci_png_encode(samples, size, channels, &file)
    precondition(status == .ok, "a picture in memory can be encoded while memory lasts")
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
