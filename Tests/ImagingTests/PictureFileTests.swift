import Foundation
import Imaging
import Testing

/// Pictures written by the ending of their names.
@Suite struct PictureFileTests {
  private let smooth: RGBImage = {
    var image = RGBImage(height: 37, width: 51)
    for y in 0..<37 {
      for x in 0..<51 {
        let place = 3 * (y * 51 + x)
        image.pixels[place] = UInt8(5 * x)
        image.pixels[place + 1] = UInt8(6 * y)
        image.pixels[place + 2] = UInt8(255 - 5 * x)
      }
    }
    return image
  }()

  @Test(arguments: [
    ("a.png", PictureFormat.png), ("a.PNG", .png), ("a", .png), (".png", .png), ("a.", .png),
    ("a.jpg", .jpeg), ("a.JPEG", .jpeg), ("a.png.Jpe", .jpeg), ("a.jfif", .jpeg), ("a.b/c", .png),
    ("/dev/null", .png),
  ])
  func theEndingChoosesTheFormat(_ path: String, _ format: PictureFormat) throws {
    #expect(try PictureFile.format(for: path) == format)
  }

  @Test(arguments: ["a.webp", "a.tiff", "a.gif", "a.jpg2", "a.png.bak"])
  func otherEndingsAreRefusedByName(_ path: String) throws {
    let error = #expect(throws: ImagingError.self) { try PictureFile.format(for: path) }
    #expect(error?.exitCode == 64)
    #expect(error?.message.contains(path) == true && error?.message.contains(".jpg") == true)
    try withFolder { folder in
      #expect(throws: ImagingError.self) { try PictureFile.write(smooth, to: folder + "/" + path) }
      let written = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(written.isEmpty)
    }
  }

  @Test func jpegIsNearAndAlwaysTheSameBytes() throws {
    try withFolder { folder in
      try PictureFile.write(smooth, to: folder + "/a.jpg")
      try PictureFile.write(smooth, to: folder + "/b.JPEG")
      let bytes = try ImageFile.bytes(folder + "/a.jpg")
      #expect(try ImageFile.bytes(folder + "/b.JPEG") == bytes)
      #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
      let read = try ImageFile.read(folder + "/a.jpg")
      #expect(read.height == 37 && read.width == 51)
      let errors = zip(read.pixels, smooth.pixels).map { abs(Int($0) - Int($1)) }
      // Quality 95 keeps a smooth picture within a few levels; at 4:2:0 red and blue would be off
      // by more.
      #expect(errors.max() ?? 255 <= 6)
      #expect(Double(errors.reduce(0, +)) / Double(errors.count) < 1)
    }
  }

  /// The frame header of a baseline JPEG tells the sampling factors: 1×1 for every component.
  @Test func chrominanceIsNotSubsampled() throws {
    let file = try PictureFile.jpeg(smooth, name: "a.jpg")
    let start = try #require(
      file.indices.dropLast().first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
    let header = file[(start + 2)...].prefix(17)
    // Length 17, 8 bits, 37 rows, 51 columns, 3 components of identifier, sampling and table.
    #expect(Array(header.prefix(8)) == [0, 17, 8, 0, 37, 0, 51, 3])
    #expect([9, 12, 15].map { header[header.startIndex + $0] } == [0x11, 0x11, 0x11])
  }

  @Test func noiseSurvivesGrowingBuffers() throws {
    // Noise takes more than the 64 KiB that the encoder begins with.
    var state: UInt32 = 1
    var noise = RGBImage(height: 300, width: 300)
    for index in noise.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      noise.pixels[index] = UInt8(state >> 24)
    }
    let file = try PictureFile.jpeg(noise, name: "noise")
    #expect(file.count > 131_072)
    let read = try ImageFile.decode(file, name: "noise")
    let error = zip(read.pixels, noise.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    #expect(Double(error) / Double(noise.pixels.count) < 12)
  }
}
