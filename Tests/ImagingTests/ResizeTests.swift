import Imaging
import Testing

/// A resize of `pattern` and the CRC-32 of its samples.
struct ResizeCase: Sendable {
  let from: (height: Int, width: Int)
  let to: (height: Int, width: Int)
  let crc: UInt32
}

/// Expected values: Pillow 13.0.0, with
/// `y, x, c = np.mgrid[0:h, 0:w, 0:3]`,
/// `a = ((x*x*7 + y*y*13 + x*y*5 + c*85) % 256).astype(np.uint8)`,
/// `r = np.asarray(Image.fromarray(a).resize((W, H), Image.BILINEAR))`, `zlib.crc32(r.tobytes())`.
@Suite struct ResizeTests {
  static let cases = [
    ResizeCase(from: (64, 96), to: (32, 32), crc: 0x3A9F_DBE4),
    ResizeCase(from: (7, 13), to: (20, 31), crc: 0x58E7_EA92),
    ResizeCase(from: (33, 57), to: (200, 31), crc: 0x647D_CFCA),
    ResizeCase(from: (101, 203), to: (101, 77), crc: 0x1166_44D4),
    ResizeCase(from: (101, 203), to: (50, 203), crc: 0x6CFD_19BF),
    ResizeCase(from: (500, 375), to: (256, 256), crc: 0xB15A_C8BD),
    ResizeCase(from: (255, 257), to: (256, 256), crc: 0xD540_FEF6),
    ResizeCase(from: (1, 1), to: (5, 9), crc: 0x8DC6_BAE3),
    ResizeCase(from: (300, 1), to: (7, 3), crc: 0x9F1A_69F8),
    ResizeCase(from: (2000, 50), to: (33, 49), crc: 0x1440_D40A),
  ]

  @Test(arguments: cases) func equalsPillow(_ item: ResizeCase) {
    let image = pattern(height: item.from.height, width: item.from.width)
      .resized(height: item.to.height, width: item.to.width)
    #expect((image.height, image.width) == item.to)
    #expect(crc32(image.pixels) == item.crc)
  }

  @Test func equalsPillowSampleBySample() {
    // The same expression with h, w = 3, 4 and W, H = 3, 2: r.reshape(-1).tolist().
    let expected: [UInt8] = [
      8, 93, 178, 26, 111, 196, 63, 148, 166, 42, 127, 212, 67, 152, 157, 112, 197, 55,
    ]
    #expect(pattern(height: 3, width: 4).resized(height: 2, width: 3).pixels == expected)
  }

  @Test func theSameSizeIsTheSamePicture() {
    let image = pattern(height: 19, width: 23)
    #expect(image.resized(height: 19, width: 23) == image)
  }

  @Test(arguments: [(32, 32), (100, 60), (7, 200)]) func planesFollowPictures(
    _ size: (Int, Int)
  ) {
    let image = pattern(height: 50, width: 70)
    let plane = Plane(
      height: 50, width: 70,
      values: (0..<(50 * 70)).map { Double(image.pixels[3 * $0]) })
    let scaledImage = image.resized(height: size.0, width: size.1)
    let scaledPlane = plane.resized(height: size.0, width: size.1)
    #expect((scaledPlane.height, scaledPlane.width) == size)
    let worst = scaledPlane.values.indices
      .map { abs(scaledPlane.values[$0] - Double(scaledImage.pixels[3 * $0])) }.max()
    // Each of two passes rounds by one half at most.
    #expect((worst ?? 256) <= 1.001)
    #expect(scaledPlane.values.contains { $0 != $0.rounded() })
  }

  @Test func halvingAPlaneWeighsByTheTriangle() {
    // Source samples at ±0.5 and ±1.5 from the centre of a target sample weigh 3 and 1; at the
    // border the one that falls outside is left out: (3a + 3b + c) / 7.
    let plane = Plane(height: 1, width: 6, values: [7, 0, 0, 8, 0, 14])
    let half = plane.resized(height: 1, width: 3)
    let expected = [3.0, 3.0, (8.0 + 3 * 14) / 7]
    for (value, wanted) in zip(half.values, expected) { #expect(abs(value - wanted) < 1e-12) }
  }
}
