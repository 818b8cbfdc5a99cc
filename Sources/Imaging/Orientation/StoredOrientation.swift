/// What a picture file says of how its picture is to be turned, wherever it says it.
///
/// EXIF counts before XMP, and of several blocks of either kind the first that has a valid value.
/// Whatever is absent, damaged or contradicts itself says nothing: a picture never fails for it.
struct StoredOrientation {
  private var exif: ExifOrientation?
  private var xmp: ExifOrientation?

  /// How the picture is to be turned; upright where the file does not say.
  var value: ExifOrientation { exif ?? xmp ?? .upright }

  /// Whether nothing that follows can change the value.
  var isSettled: Bool { exif != nil }

  /// Looks through a file.
  ///
  /// - Parameter file: decodes as a picture of this format.
  init(of file: [UInt8], _ format: PictureFormat) {
    switch format {
    case .png: PNGChunks(file).read(into: &self)
    case .jpeg: JPEGSegments(file).read(into: &self)
    }
  }

  /// Takes note of an EXIF block, with or without the prefix "Exif\0\0".
  mutating func note(exif bytes: ArraySlice<UInt8>) {
    if exif == nil { exif = ExifOrientation(exif: bytes) }
  }

  /// Takes note of an XMP packet.
  mutating func note(xmp bytes: ArraySlice<UInt8>) {
    if !isSettled, xmp == nil { xmp = ExifOrientation(xmp: bytes) }
  }

  /// Takes note of what a JPEG's APP1 segment holds: EXIF or XMP, each with its prefix.
  mutating func note(segment bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: ExifOrientation.exifPrefix) {
      note(exif: bytes)
    } else if bytes.starts(with: ExifOrientation.xmpPrefix) {
      note(xmp: bytes.dropFirst(ExifOrientation.xmpPrefix.count))
    }
  }
}
