import Imaging
import Testing

@Suite struct DamageTests {
  /// Every fixture cut at every length is refused.
  @Test(arguments: Fixture.all) func cutFilesAreRefused(_ fixture: Fixture) {
    for count in 0..<fixture.file.count {
      let error = failure(Array(fixture.file[..<count]), name: "cut.png")
      guard let error else {
        Issue.record("cut at \(count) of \(fixture.file.count), it is still a picture")
        continue
      }
      #expect(isProper(error, name: "cut.png"))
      switch error {
      case .empty: #expect(count == 0)
      case .notAnImage: #expect(count < 8)
      case .damaged: #expect(count > 0)
      default: Issue.record("cut at \(count): \(error)")
      }
    }
  }

  /// A PNG has a checksum over every byte, so no changed byte goes unnoticed.
  @Test(arguments: Fixture.png) func aChangedPNGIsRefused(_ fixture: Fixture) {
    for position in fixture.file.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var file = fixture.file
        file[position] ^= mask
        let error = failure(file)
        #expect(error != nil, "byte \(position) changed by \(mask)")
        if let error { #expect(isProper(error, name: "picture.png")) }
      }
    }
  }

  /// A JPEG has no checksum: a changed byte gives another picture or an error, and both occur.
  @Test(arguments: Fixture.jpeg) func aChangedJPEGIsRefusedOrRead(_ fixture: Fixture) {
    var errors = 0
    var pictures = 0
    for position in fixture.file.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var file = fixture.file
        file[position] ^= mask
        if let error = failure(file) {
          errors += 1
          #expect(isProper(error, name: "picture.png"))
        } else {
          pictures += 1
        }
      }
    }
    #expect(errors > 50 && pictures > 50)
  }

  @Test func aSoundMinimalPNGIsRead() throws {
    let image = try ImageFile.decode(pngFile(), name: "")
    #expect(image == RGBImage(height: 1, width: 1))
  }

  /// Frames with correct checksums around impossible contents.
  static let hostilePNGs: [[UInt8]] = [
    pngFile(width: 0), pngFile(height: 0), pngFile(width: 0, height: 0),
    pngFile(depth: 3), pngFile(depth: 0), pngFile(depth: 16, color: 3), pngFile(depth: 4, color: 2),
    pngFile(color: 1), pngFile(color: 5), pngFile(color: 7), pngFile(color: 255),
    pngFile(interlace: 2),
    pngFile(color: 3),
    pngFile(color: 3, before: chunk("PLTE")),
    pngFile(color: 3, before: chunk("PLTE", [UInt8](repeating: 1, count: 900))),
    pngFile(color: 3, before: chunk("PLTE", [UInt8](repeating: 1, count: 767))),
    pngFile(width: 9000, height: 9000), pngFile(width: 10000, height: 10000, depth: 16, color: 6),
    pngFile(width: 65500, height: 1500), pngFile(width: 1, height: 3), pngFile(width: 5, height: 1),
    pngFile(before: chunk("ABCD", [1, 2, 3])),
    pngFile(data: []), pngFile(data: [0x78]), pngFile(data: [0xFF, 0xFF, 0xFF, 0xFF]),
    pngFile(before: chunk("IHDR", bigEndian(7) + bigEndian(7) + [8, 0, 0, 0, 0])),
  ]

  @Test(arguments: hostilePNGs) func hostilePNGsAreDamaged(_ file: [UInt8]) {
    guard case .damaged("picture.png", .png, let detail) = failure(file) else {
      Issue.record("\(String(describing: failure(file)))")
      return
    }
    #expect(!detail.isEmpty)
  }

  @Test(arguments: [(100_000, 100_000), (65501, 1), (1, 65501), (65500, 65500), (10001, 10000)])
  func hugePNGsAreTooLarge(_ size: (Int, Int)) {
    let file = pngFile(width: UInt32(size.0), height: UInt32(size.1))
    #expect(
      failure(file) == .tooLarge(name: "picture.png", height: size.1, width: size.0))
  }

  /// A JPEG fixture with another precision, height and width in its frame header.
  static func jpeg(precision: UInt8 = 8, height: Int, width: Int) -> [UInt8] {
    var file = Fixture.named("baseline444").file
    let frame = file.indices.dropLast(9).first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 } ?? 0
    file[frame + 4] = precision
    for (offset, side) in [(5, height), (7, width)] {
      file[frame + offset] = UInt8(side >> 8)
      file[frame + offset + 1] = UInt8(side & 0xFF)
    }
    return file
  }

  @Test func hostileJPEGsAreRefused() {
    let name = "picture.png"
    #expect(failure(Self.jpeg(height: 11, width: 13)) == nil)
    for (height, width) in [(65500, 65500), (10001, 10000)] {
      #expect(
        failure(Self.jpeg(height: height, width: width))
          == .tooLarge(name: name, height: height, width: width))
    }
    for (height, width) in [(0, 13), (11, 0), (10000, 10000), (1, 65500), (400, 400)] {
      guard case .damaged(name, .jpeg, _) = failure(Self.jpeg(height: height, width: width)) else {
        Issue.record("\(height)×\(width) is not damaged")
        continue
      }
    }
    guard case .unsupported(name, .jpeg, _) = failure(Self.jpeg(precision: 12, height: 9, width: 9))
    else {
      Issue.record("12 bits are not unsupported")
      return
    }
  }

  /// A progressive file whose last scan comes again and again.
  @Test func aJPEGOfManyPassesIsRefused() throws {
    let file = Fixture.named("progressive").file
    let scan = try #require(file.indices.last { file[$0...].starts(with: [0xFF, 0xDA]) })
    let repeated = Array(repeatElement(file[scan..<(file.count - 2)], count: 500).joined())
    let expected = "it asks for too many passes over the picture"
    #expect(
      failure(file[..<scan] + repeated + file[(file.count - 2)...])
        == .damaged(name: "picture.png", format: .jpeg, detail: expected))
  }
}
