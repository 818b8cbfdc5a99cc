import CImageCodecs

/// The chunks of a PNG file in which an orientation may stand: eXIf, and texts that hold EXIF or XMP.
///
/// ImageMagick, GraphicsMagick, Exiv2 and ExifTool keep EXIF in texts named "Raw profile type exif" or
/// "Raw profile type APP1", and XMP in one named "XML:com.adobe.xmp" or "Raw profile type xmp"; in any
/// of the three chunks for texts, compressed or not, before the samples or behind them.
struct PNGChunks {
  private let file: [UInt8]

  /// Compressed texts that are opened, and the most bytes each may open to: a file of a few kilobytes
  /// can hold a text of gigabytes.
  private static let openedTexts = 8
  private static let openedBytes = 4 << 20

  private static let signatureLength = 8
  /// Of a chunk: its length and name before the data, and a checksum behind it.
  private static let frame = (before: 8, behind: 4)

  /// A text chunk taken apart.
  private struct Text {
    let keyword: String
    let isCompressed: Bool
    let bytes: ArraySlice<UInt8>
  }

  init(_ file: [UInt8]) {
    self.file = file
  }

  /// Hands over every eXIf chunk, and then every text that may hold an orientation, until it is
  /// settled.
  func read(into orientation: inout StoredOrientation) {
    var texts: [Text] = []
    for (name, data) in chunks {
      switch name {
      case "eXIf": orientation.note(exif: data)
      case "tEXt", "zTXt", "iTXt":
        if let text = Self.text(name, data) { texts.append(text) }
      default: break
      }
    }
    var opened = 0
    for text in texts where !orientation.isSettled {
      guard text.isCompressed else {
        Self.note(text.keyword, text.bytes, in: &orientation)
        continue
      }
      opened += 1
      guard opened <= Self.openedTexts else { continue }
      if let bytes = Self.inflated(text.bytes) {
        Self.note(text.keyword, bytes[...], in: &orientation)
      }
    }
  }

  private var chunks: some Sequence<(name: String, data: ArraySlice<UInt8>)> {
    sequence(state: Self.signatureLength) { position -> (name: String, data: ArraySlice<UInt8>)? in
      guard position <= file.count - Self.frame.before - Self.frame.behind else { return nil }
      let length = file[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
      let start = position + Self.frame.before
      guard length <= file.count - start - Self.frame.behind else { return nil }
      let name = String(decoding: file[(position + 4)..<start], as: UTF8.self)
      position = start + length + Self.frame.behind
      return (name, file[start..<(start + length)])
    }
  }

  /// Takes a text chunk apart whose keyword may mean an orientation; nil for any other.
  private static func text(_ chunk: String, _ data: ArraySlice<UInt8>) -> Text? {
    guard let end = data.prefix(80).firstIndex(of: 0) else { return nil }
    let keyword = String(decoding: data[..<end], as: UTF8.self).lowercased()
    guard exifKeywords.contains(keyword) || xmpKeywords.contains(keyword) else { return nil }
    let rest = data[(end + 1)...]
    switch chunk {
    case "tEXt": return Text(keyword: keyword, isCompressed: false, bytes: rest)
    case "zTXt":
      // The method of compression, of which there is one.
      guard rest.first == 0 else { return nil }
      return Text(keyword: keyword, isCompressed: true, bytes: rest.dropFirst())
    default:
      // Whether it is compressed, and how; then the language and the translated keyword.
      guard let flag = rest.first, flag <= 1, rest.dropFirst().first == 0 else { return nil }
      let parts = rest.dropFirst(2).split(
        separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      return Text(keyword: keyword, isCompressed: flag == 1, bytes: parts[2])
    }
  }

  private static let exifKeywords = ["raw profile type exif", "raw profile type app1"]
  private static let xmpKeywords = ["xml:com.adobe.xmp", "raw profile type xmp"]

  private static func note(
    _ keyword: String, _ bytes: ArraySlice<UInt8>, in orientation: inout StoredOrientation
  ) {
    guard keyword.hasPrefix("raw profile") else { return orientation.note(xmp: bytes) }
    guard let profile = RawProfile.bytes(of: bytes) else { return }
    switch keyword {
    case "raw profile type exif": orientation.note(exif: profile[...])
    case "raw profile type xmp": orientation.note(xmp: profile[...])
    default: orientation.note(segment: profile[...])
    }
  }

  private static func inflated(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var out = ci_bytes()
    defer { ci_bytes_free(&out) }
    let status = bytes.withUnsafeBufferPointer {
      ci_inflate($0.baseAddress, $0.count, openedBytes, &out)
    }
    guard status == .ok else { return nil }
    return Array(UnsafeBufferPointer(start: out.bytes, count: out.length))
  }
}
