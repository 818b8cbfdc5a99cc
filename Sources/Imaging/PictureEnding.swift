/// What the ending of a file's name says of its format.
enum PictureEnding: Equatable {
  /// A format that is read; which of the two, the file's first bytes tell.
  case readable
  /// A picture format that is not read, with its article: "a WebP picture".
  case foreign(String)

  private static let readableEndings: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "jif"]

  private static let foreignEndings: [String: String] = [
    "apng": "an animated PNG", "arw": "a raw photograph", "avif": "an AVIF picture",
    "bmp": "a BMP picture", "cr2": "a raw photograph", "cr3": "a raw photograph",
    "dib": "a BMP picture", "dng": "a raw photograph", "exr": "an OpenEXR picture",
    "gif": "a GIF picture", "hdr": "a Radiance picture", "heic": "a HEIC picture",
    "heif": "a HEIF picture", "hif": "a HEIF picture", "ico": "an icon",
    "j2k": "a JPEG 2000 picture",
    "jp2": "a JPEG 2000 picture", "jpx": "a JPEG 2000 picture", "jxl": "a JPEG XL picture",
    "jxr": "a JPEG XR picture", "nef": "a raw photograph", "orf": "a raw photograph",
    "pbm": "a Netpbm picture", "pgm": "a Netpbm picture", "pnm": "a Netpbm picture",
    "ppm": "a Netpbm picture", "psd": "a Photoshop picture", "raf": "a raw photograph",
    "rw2": "a raw photograph", "svg": "an SVG drawing", "tga": "a TGA picture",
    "tif": "a TIFF picture", "tiff": "a TIFF picture", "webp": "a WebP picture",
  ]

  /// The ending of a name, without regard to case; nil for names that begin with a dot and for
  /// endings that are no picture's.
  ///
  /// - Parameter name: in any encoding that keeps ASCII, as file systems have it.
  init?(ofName name: [UInt8]) {
    guard name.first != UInt8(ascii: "."), let dot = name.lastIndex(of: UInt8(ascii: ".")) else {
      return nil
    }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    if Self.readableEndings.contains(ending) {
      self = .readable
    } else if let format = Self.foreignEndings[ending] {
      self = .foreign(format)
    } else {
      return nil
    }
  }
}
