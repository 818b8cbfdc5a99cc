import CImageCodecs

/// Pictures in PNG and JPEG files.
public enum ImageFile {
  /// The longest side that is read, in pixels.
  public static let maximumSide = Int(CI_MAX_SIDE)
  /// The most pixels that are read.
  public static let maximumPixelCount = Int(CI_MAX_PIXELS)
  /// The longest file that is read, in bytes: 1 GiB.
  public static let maximumByteCount = 1 << 30

  /// Reads a PNG or JPEG file as 8-bit RGB, upright.
  ///
  /// The format is told by the first bytes. Transparent pixels are laid over white, 16-bit samples
  /// are scaled to 8 bits, and colour profiles and gamma are ignored. The orientation is applied,
  /// wherever the file has it: in EXIF (a JPEG's APP1 segment, a PNG's eXIf chunk, or the texts in which
  /// ImageMagick and others keep it), or else in XMP. Where both have a valid one, EXIF's counts.
  ///
  /// - Throws: `ImagingError`: `missing` or `unreadable` for the file, `empty`, `notAnImage`,
  ///   `damaged`, `unsupported`, `tooLarge`, `fileTooLarge` or `outOfMemory` for what is in it.
  public static func read(_ path: String) throws(ImagingError) -> RGBImage {
    try decode(bytes(path), name: path)
  }

  /// The bytes of a picture file, undecoded, as hashes need them.
  ///
  /// - Throws: `ImagingError`: `missing`, `unreadable` or `fileTooLarge`.
  public static func bytes(_ path: String) throws(ImagingError) -> [UInt8] {
    try FileBytes.read(path, limit: maximumByteCount)
  }

  /// Decodes the bytes of a PNG or JPEG file as `read` does.
  ///
  /// - Parameter name: what to call the picture in errors.
  public static func decode(_ bytes: [UInt8], name: String) throws(ImagingError) -> RGBImage {
    guard !bytes.isEmpty else { throw .empty(name: name) }
    guard let format = PictureFormat(signature: bytes) else {
      throw .notAnImage(name: name, looksLike: ForeignFormat(signature: bytes))
    }
    let (image, orientation) = try PictureDecoder(name: name, format: format).decode(bytes)
    return orientation.applied(to: image)
  }
}
