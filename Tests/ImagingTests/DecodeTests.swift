import Foundation
import Imaging
import Testing

@Suite struct DecodeTests {
  @Test(arguments: Fixture.all) func givesPillowsPixels(_ fixture: Fixture) throws {
    let image = try ImageFile.decode(fixture.file, name: fixture.name)
    #expect(image.height == fixture.height && image.width == fixture.width)
    try #require(image.pixels.count == fixture.pixels.count)
    let worst = zip(image.pixels, fixture.pixels).map { abs(Int($0) - Int($1)) }.max()
    #expect((worst ?? 256) <= fixture.tolerance)
  }

  @Test func orientationsDiffer() throws {
    let pictures = try Fixture.orientation.map { try ImageFile.decode($0.file, name: $0.name) }
    for (index, picture) in pictures.enumerated() {
      #expect(pictures[..<index].allSatisfy { $0 != picture })
    }
  }

  @Test func theFormatIsToldByTheBytes() throws {
    let fixture = Fixture.named("baseline444")
    try withFolder { folder in
      let path = folder + "/misnamed.png"
      try put(fixture.file, path)
      let image = try ImageFile.read(path)
      #expect(try image == ImageFile.decode(fixture.file, name: ""))
    }
  }

  @Test func aDamagedOrientationNeverFails() throws {
    let fixture = Fixture.named("orientation6")
    let prefix = Array("Exif\0\0".utf8)
    let start = try #require(
      fixture.file.indices.first { fixture.file[$0...].starts(with: prefix) })
    let segmentLength = Int(fixture.file[start - 2]) << 8 | Int(fixture.file[start - 1])
    let turned = try ImageFile.decode(fixture.file, name: "")
    var upright = 0
    for position in start..<(start + segmentLength - 2) {
      var file = fixture.file
      file[position] ^= 0xFF
      let image = try ImageFile.decode(file, name: "")
      #expect(image == turned || (image.height, image.width) == (turned.width, turned.height))
      if image != turned { upright += 1 }
    }
    #expect(upright > 20)
  }

  @Test func stuffingBetweenMarkersIsHarmless() throws {
    let fixture = Fixture.named("baseline444")
    // Behind the start marker, 2 bytes, and the JFIF segment, 18 bytes.
    let file = fixture.file[..<20] + [0, 1, 2] + fixture.file[20...]
    let image = try ImageFile.decode(Array(file), name: "")
    #expect(try image == ImageFile.decode(fixture.file, name: ""))
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"] != nil,
      "HINTBENCH_PHOTOS names no folder of photographs"))
  func photographsDecode() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["HINTBENCH_PHOTOS"])
    let paths = try ImageFolder.list(folder).pictures
    #expect(!paths.isEmpty)
    for path in paths {
      let image = try ImageFile.read(path)
      #expect(Set(image.pixels.prefix(3 * image.width * 32)).count > 1, "\(path) is blank")
    }
  }
}
