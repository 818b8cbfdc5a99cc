import CImageCodecs
import Files

/// Pictures written in the format that their file's name asks for. The same picture always gives the
/// same bytes.
public enum PictureFile {
  /// The quality of JPEG files, 1 to 100 as libjpeg counts it. Chrominance is kept at full size.
  public static let jpegQuality = 95

  private static let endings: [PictureFormat: [String]] = [
    .png: ["png"], .jpeg: ["jpg", "jpeg", "jpe", "jfif", "jif"],
  ]

  /// The format that a path asks for: PNG or JPEG by its ending, in any case, and PNG where there is
  /// no ending or where the path leads to a device, a pipe or standard output.
  ///
  /// Ask before the work that makes the picture.
  ///
  /// - Throws: `ImagingError.unknownEnding` for any other ending.
  public static func format(for path: String) throws(ImagingError) -> PictureFormat {
    guard let ending = ending(of: path) else { return .png }
    for (format, endings) in endings where endings.contains(ending) { return format }
    guard OutputFile.isStream(path) else { throw .unknownEnding(path: path, ending: ending) }
    return .png
  }

  /// Writes a picture as `OutputFile` writes: PNG, or JPEG of quality 95 without chroma subsampling,
  /// by the ending of the path.
  ///
  /// - Throws: `ImagingError`: `unknownEnding`, `unwritable`, `tooLarge` for a picture whose sides
  ///   JPEG cannot hold, or `outOfMemory`.
  public static func write(_ image: RGBImage, to path: String) throws(ImagingError) {
    switch try format(for: path) {
    case .png: try PNGFile.write(image, to: path)
    case .jpeg: try FileBytes.write(jpeg(image, name: path), to: path)
    }
  }

  /// Encodes a picture as a baseline JPEG file: no chroma subsampling, no time, no text.
  ///
  /// - Parameters:
  ///   - name: what to call the picture in errors.
  ///   - quality: 1 to 100, as libjpeg counts it.
  /// - Throws: `ImagingError.tooLarge` or `outOfMemory`.
  public static func jpeg(
    _ image: RGBImage, name: String, quality: Int = jpegQuality
  ) throws(ImagingError) -> [UInt8] {
    var file = ci_bytes()
    defer { ci_bytes_free(&file) }
    let size = ci_size(width: UInt32(image.width), height: UInt32(image.height))
    switch ci_jpeg_encode(image.pixels, size, Int32(quality), &file) {
    case .ok: return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
    case .oversized: throw .tooLarge(name: name, height: image.height, width: image.width)
    case .damaged, .unsupported, .exhausted:
      throw .outOfMemory(name: name, height: image.height, width: image.width)
    }
  }

  /// What stands behind the last dot of a file's name, in lower case; nil where nothing does.
  private static func ending(of path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last
    guard let name, let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    let ending = String(name[name.index(after: dot)...]) ?? ""
    return ending.isEmpty ? nil : ending.lowercased()
  }
}
