import Foundation
import Imaging
import Testing

@Suite struct PNGFileTests {
  @Test(arguments: [(1, 1), (1, 300), (300, 1), (17, 31), (256, 256)])
  func roundTrips(_ size: (Int, Int)) throws {
    let image = pattern(height: size.0, width: size.1)
    #expect(try ImageFile.decode(PNGFile.encode(image), name: "") == image)
  }

  @Test func grayRoundTripsAsThreeEqualChannels() throws {
    let gray = (0..<(16 * 17)).map { UInt8(($0 * 7) % 256) }
    let file = PNGFile.encode(gray: gray, height: 16, width: 17)
    #expect(file[25] == 0, "the colour type of the file is grey")
    let image = try ImageFile.decode(file, name: "")
    #expect(image == RGBImage(height: 16, width: 17, pixels: gray.flatMap { [$0, $0, $0] }))
  }

  @Test func encodingIsDeterministicAndWithoutMetadata() {
    let file = PNGFile.encode(pattern(height: 40, width: 30))
    #expect(file == PNGFile.encode(pattern(height: 40, width: 30)))
    var names: [String] = []
    var position = 8
    while position < file.count {
      let length = file[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
      names.append(String(decoding: file[(position + 4)..<(position + 8)], as: UTF8.self))
      position += 12 + length
    }
    #expect(Set(names) == ["IHDR", "IDAT", "IEND"])
  }

  @Test func writingReplacesTheFileAndLeavesNothingElse() throws {
    try withFolder { folder in
      let path = folder + "/picture.png"
      try put([1, 2, 3], path)
      let image = pattern(height: 5, width: 6)
      try PNGFile.write(image, to: path)
      #expect(try ImageFile.read(path) == image)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["picture.png"])
    }
  }

  @Test func whatCannotBeWrittenSaysSo() throws {
    try withFolder { folder in
      let image = pattern(height: 2, width: 2)
      for path in [folder, folder + "/none/picture.png", folder + "/nul\0.png"] {
        let error = #expect(throws: ImagingError.self) { try PNGFile.write(image, to: path) }
        guard case .unwritable(path, _) = error else {
          Issue.record("not unwritable: \(String(describing: error))")
          continue
        }
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }
}
