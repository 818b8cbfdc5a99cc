/// Formats that are recognized only to say what a refused file looks like.
public enum ForeignFormat: String, Sendable {
  /// Graphics Interchange Format.
  case gif = "GIF"
  /// WebP.
  case webP = "WebP"
  /// Windows bitmap.
  case bmp = "BMP"
  /// Tagged Image File Format, and raw files built on it.
  case tiff = "TIFF"
  /// Portable Document Format.
  case pdf = "PDF"
  /// High Efficiency Image Format, as telephones write it.
  case heic = "HEIC"
  /// AV1 image.
  case avif = "AVIF"

  /// Recognizes a file by its first bytes.
  init?(signature bytes: [UInt8]) {
    func has(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if has("GIF8") {
      self = .gif
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .webP
    } else if has("BM") {
      self = .bmp
    } else if has("II*\0") || has("MM\0*") {
      self = .tiff
    } else if has("%PDF") {
      self = .pdf
    } else if has("ftypavif", at: 4) {
      self = .avif
    } else if ["ftyphei", "ftyphev", "ftypmif1"].contains(where: { has($0, at: 4) }) {
      self = .heic
    } else {
      return nil
    }
  }
}
