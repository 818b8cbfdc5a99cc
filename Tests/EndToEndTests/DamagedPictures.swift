import Imaging

/// A picture file with something wrong, for the tests of damaged inputs.
struct DamagedPicture: Sendable {
  let name: String
  let bytes: [UInt8]

  /// Every kind of damage to a small PNG, and files that are something else.
  static let all: [DamagedPicture] = cut + patched + foreign

  private static let good = PNGFile.encode(samplePicture())

  private static let cut =
    [1, 7, 8, 12, 20, 33, 40, 57].map {
      DamagedPicture(name: "the first \($0) bytes", bytes: Array(good.prefix($0)))
    }
    + [2, 4].map {
      DamagedPicture(name: "1/\($0) of the file", bytes: Array(good.prefix(good.count / $0)))
    }

  private static let patched: [DamagedPicture] = [
    patch("a bit of the signature", at: 1, [0x51]),
    patch("a wrong length of the header", at: 8, [0xFF, 0xFF, 0xFF, 0xFF]),
    patch("no header chunk", at: 12, Array("IHDX".utf8)),
    patch("a width of 0", at: 16, [0, 0, 0, 0]),
    patch("a width of 4 billion", at: 16, [0xFF, 0xFF, 0xFF, 0xFF]),
    patch("an enormous height", at: 20, [0x7F, 0xFF, 0xFF, 0xFF]),
    patch("a depth of 3", at: 24, [3]),
    patch("an unknown colour type", at: 25, [5]),
    patch("an unknown interlacing", at: 28, [9]),
    patch("a wrong checksum", at: 29, [0, 0, 0, 0]),
    patch("broken pixels", at: 60, [UInt8](repeating: 0xAA, count: 40)),
    patch("zeros for pixels", at: 41, [UInt8](repeating: 0, count: 200)),
  ]

  private static let foreign: [DamagedPicture] = [
    DamagedPicture(name: "nothing", bytes: []),
    DamagedPicture(name: "text", bytes: Array("no picture at all\n".utf8)),
    DamagedPicture(name: "zeros", bytes: [UInt8](repeating: 0, count: 1000)),
    DamagedPicture(name: "GIF", bytes: Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0]),
    DamagedPicture(name: "WebP", bytes: Array("RIFF\0\0\0\0WEBPVP8 ".utf8)),
    DamagedPicture(name: "the start of a JPEG", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A]),
    DamagedPicture(
      name: "a JPEG of noise",
      bytes: [0xFF, 0xD8, 0xFF] + (0..<500).map { UInt8(truncatingIfNeeded: $0 * 37) }),
    DamagedPicture(name: "an HTML page", bytes: Array("<!doctype html><p>404".utf8)),
  ]

  private static func patch(_ name: String, at offset: Int, _ bytes: [UInt8]) -> DamagedPicture {
    var damaged = good
    damaged.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    return DamagedPicture(name: name, bytes: damaged)
  }
}
