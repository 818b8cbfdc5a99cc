import Imaging

/// A decoded picture, in memory of its own or in a mapped file.
struct LoadedPicture: Sendable {
  /// H, W.
  let height: Int
  let width: Int
  private let pixels: Pixels

  private enum Pixels: Sendable {
    case owned(RGBImage)
    case mapped(MappedFile, offset: Int)
  }

  init(_ image: RGBImage) {
    (height, width, pixels) = (image.height, image.width, .owned(image))
  }

  /// H×W×3 bytes of a file; they lie inside it.
  init(_ file: MappedFile, offset: Int, height: Int, width: Int) {
    (self.height, self.width, pixels) = (height, width, .mapped(file, offset: offset))
  }

  /// A copy of a square that lies inside.
  func square(top: Int, left: Int, side: Int) -> RGBImage {
    switch pixels {
    case .owned(let image):
      image.pixels.withUnsafeBytes { copy($0, top: top, left: left, side: side) }
    case .mapped(let file, let offset):
      copy(
        UnsafeRawBufferPointer(rebasing: file.bytes[offset..<(offset + height * width * 3)]),
        top: top, left: left, side: side)
    }
  }

  private func copy(
    _ bytes: UnsafeRawBufferPointer, top: Int, left: Int, side: Int
  ) -> RGBImage {
    let rowCount = 3 * side
    let square = [UInt8](unsafeUninitializedCapacity: side * rowCount) { square, initialized in
      let target = UnsafeMutableRawBufferPointer(square)
      for row in 0..<side {
        let start = ((top + row) * width + left) * 3
        let line = UnsafeMutableRawBufferPointer(rebasing: target[(row * rowCount)...])
        line.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + rowCount)]))
      }
      initialized = side * rowCount
    }
    return RGBImage(height: side, width: side, pixels: square)
  }
}
