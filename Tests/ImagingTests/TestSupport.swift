import Foundation
import Imaging

/// The CRC-32 of PNG and zlib.
func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}

/// A number as four bytes, most significant first.
func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// A PNG chunk with a correct CRC.
func chunk(_ name: String, _ data: [UInt8] = []) -> [UInt8] {
  let body = Array(name.utf8) + data
  return bigEndian(UInt32(data.count)) + body + bigEndian(crc32(body))
}

/// A PNG file with a correct frame around whatever is given; the data default to a stored block
/// of zeros, enough for one pixel.
func pngFile(
  width: UInt32 = 1, height: UInt32 = 1, depth: UInt8 = 8, color: UInt8 = 0, interlace: UInt8 = 0,
  before: [UInt8] = [], data: [UInt8] = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
) -> [UInt8] {
  let header = bigEndian(width) + bigEndian(height) + [depth, color, 0, 0, interlace]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + before
    + chunk("IDAT", data) + chunk("IEND")
}

/// Runs a test in a fresh folder that is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("imaging-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Puts bytes into a file.
func put(_ bytes: [UInt8], _ path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}

/// The error that reading some bytes as a picture gives, nil if they are a picture.
func failure(_ bytes: [UInt8], name: String = "picture.png") -> ImagingError? {
  do throws(ImagingError) {
    _ = try ImageFile.decode(bytes, name: name)
    return nil
  } catch {
    return error
  }
}

/// Whether a message is one line that names the file.
func isProper(_ error: ImagingError, name: String) -> Bool {
  error.message.contains(name) && !error.message.contains(where: \.isNewline)
}

/// A picture of a formula: the one behind the expected values of the resize tests.
func pattern(height: Int, width: Int) -> RGBImage {
  var image = RGBImage(height: height, width: width)
  for y in 0..<height {
    for x in 0..<width {
      for c in 0..<3 {
        image.pixels[(y * width + x) * 3 + c] = UInt8(
          (x * x * 7 + y * y * 13 + x * y * 5 + c * 85) % 256)
      }
    }
  }
  return image
}
