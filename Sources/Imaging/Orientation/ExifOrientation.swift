/// How a stored picture is turned to stand upright: the EXIF tag 0x0112, 1…8, which XMP repeats as
/// `tiff:Orientation`.
enum ExifOrientation: Int {
  case upright = 1
  case mirrored = 2
  case halfTurn = 3
  case flipped = 4
  case transposed = 5
  case quarterTurn = 6
  case transverse = 7
  case threeQuarterTurn = 8

  /// What an EXIF block begins with outside PNG's eXIf.
  static let exifPrefix = Array("Exif\0\0".utf8)

  /// Reads the tag from an EXIF block; nil where it is absent, damaged or none of the eight.
  ///
  /// - Parameter exif: a TIFF structure, with or without the prefix "Exif\0\0".
  init?(exif: ArraySlice<UInt8>) {
    let tiff = exif.starts(with: Self.exifPrefix) ? exif.dropFirst(Self.exifPrefix.count) : exif
    guard let value = Self.tag(in: tiff) else { return nil }
    self.init(rawValue: value)
  }

  private static func tag(in tiff: ArraySlice<UInt8>) -> Int? {
    let isLittleEndian = tiff.starts(with: "II*\0".utf8)
    guard isLittleEndian || tiff.starts(with: "MM\0*".utf8) else { return nil }

    func number(at offset: Int, bytes count: Int) -> Int? {
      guard offset <= tiff.count - count else { return nil }
      let bytes = tiff.dropFirst(offset).prefix(count)
      return isLittleEndian
        ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2)
    else { return nil }
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = number(at: entry, bytes: 2) else { return nil }
      guard tag == 0x0112 else { continue }
      guard number(at: entry + 4, bytes: 4) == 1 else { return nil }
      // The standard asks for a short; some programs write a long.
      switch number(at: entry + 2, bytes: 2) {
      case 3: return number(at: entry + 8, bytes: 2)
      case 4: return number(at: entry + 8, bytes: 4)
      default: return nil
      }
    }
    return nil
  }

  /// The picture turned upright.
  func applied(to image: RGBImage) -> RGBImage {
    guard self != .upright else { return image }
    let swapsSides = rawValue >= 5
    let height = swapsSides ? image.width : image.height
    let width = swapsSides ? image.height : image.width
    // The source pixel of row 0, column 0, and its steps along a column and along a row.
    let right = image.width - 1
    let bottom = (image.height - 1) * image.width
    let (origin, down, across) =
      switch self {
      case .upright: (0, image.width, 1)
      case .mirrored: (right, image.width, -1)
      case .halfTurn: (bottom + right, -image.width, -1)
      case .flipped: (bottom, -image.width, 1)
      case .transposed: (0, 1, image.width)
      case .quarterTurn: (bottom, 1, -image.width)
      case .transverse: (bottom + right, -1, -image.width)
      case .threeQuarterTurn: (right, -1, image.width)
      }
    let count = image.pixels.count
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
      image.pixels.withUnsafeBufferPointer { source in
        var position = 0
        for row in 0..<height {
          var pixel = 3 * (origin + row * down)
          for _ in 0..<width {
            target[position] = source[pixel]
            target[position + 1] = source[pixel + 1]
            target[position + 2] = source[pixel + 2]
            position += 3
            pixel += 3 * across
          }
        }
      }
      initialized = count
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
