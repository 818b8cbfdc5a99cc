import CImageCodecs

/// One picture on its way through a C codec.
struct PictureDecoder {
  /// What to call the picture in errors.
  let name: String
  /// The codec to use.
  let format: PictureFormat

  /// Decodes the picture as it is stored, and says how it is to be turned.
  func decode(_ bytes: [UInt8]) throws(ImagingError) -> (RGBImage, ExifOrientation) {
    var size = ci_size()
    var reason = ci_reason()
    let header =
      switch format {
      case .png: ci_png_header(bytes, bytes.count, &size, &reason)
      case .jpeg: ci_jpeg_header(bytes, bytes.count, &size, &reason)
      }
    try check(header, size, reason)

    var status = ci_status.exhausted
    let count = Int(size.width) * Int(size.height) * 3
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      status =
        switch format {
        case .png:
          ci_png_decode(bytes, bytes.count, size, buffer.baseAddress, &reason)
        case .jpeg:
          ci_jpeg_decode(bytes, bytes.count, size, buffer.baseAddress, &reason)
        }
      initialized = status == .ok ? count : 0
    }
    try check(status, size, reason)
    let image = RGBImage(height: Int(size.height), width: Int(size.width), pixels: pixels)
    return (image, StoredOrientation(of: bytes, format).value)
  }

  private func check(
    _ status: ci_status, _ size: ci_size, _ reason: ci_reason
  ) throws(ImagingError) {
    let (height, width) = (Int(size.height), Int(size.width))
    switch status {
    case .ok: return
    case .damaged: throw .damaged(name: name, format: format, detail: text(reason))
    case .unsupported: throw .unsupported(name: name, format: format, detail: text(reason))
    case .oversized: throw .tooLarge(name: name, height: height, width: width)
    case .exhausted: throw .outOfMemory(name: name, height: height, width: width)
    }
  }

  private func text(_ reason: ci_reason) -> String {
    withUnsafeBytes(of: reason.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
