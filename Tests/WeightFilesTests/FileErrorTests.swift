import Foundation
import Testing
import WeightFiles

@Suite struct FileErrorTests {
  @Test func filesFailByKind() throws {
    try withFolder { folder in
      func put(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + name))
      }
      try put([], "/empty.pth")
      try put([1], "/file.pth")
      #expect(mkfifo(folder + "/pipe.pth", 0o600) == 0)
      let cases: [(String, WeightFileError, Int32)] = [
        ("/none.pth", .missing(path: folder + "/none.pth"), 66),
        ("/file.pth/none", .missing(path: folder + "/file.pth/none"), 66),
        ("/file.pth\0", .missing(path: folder + "/file.pth\0"), 66),
        ("", .isFolder(path: folder), 74),
        ("/pipe.pth", .unreadable(path: folder + "/pipe.pth", systemError: EINVAL), 74),
        ("/empty.pth", .empty(path: folder + "/empty.pth"), 65),
        ("/file.pth", .unknownFormat(path: folder + "/file.pth", looksLike: nil), 65),
      ]
      for (name, expected, code) in cases {
        let error = #expect(throws: WeightFileError.self) { try WeightFile.read(folder + name) }
        #expect(error == expected && error?.exitCode == code)
      }
    }
  }

  @Test func aHugeFileIsNotRead() throws {
    try withFolder { folder in
      let path = folder + "/huge.pth"
      try Data([0x50, 0x4B, 3, 4]).write(to: URL(fileURLWithPath: path))
      let count = WeightFile.maximumByteCount + 1
      #expect(truncate(path, count) == 0)
      #expect(throws: WeightFileError.tooLarge(path: path, byteCount: count)) {
        try WeightFile.read(path)
      }
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html>", ForeignFile.webPage), ("\n\n <?xml version='1.0'?>", .webPage),
    ("version https://git-lfs.github.com/spec/v1\n", .gitLFSPointer),
    ("name: \"net\"\nlayer {", .prototxt), ("\nlayers { name: \"a\" }", .prototxt),
  ])
  func textsAreNamed(_ text: String, _ kind: ForeignFile) {
    expectUnknown(Array(text.utf8), kind)
  }

  @Test(
    arguments: [
      ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], ForeignFile.hdf5),
      ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0], .gzip),
      ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0], .numpy),
      ([UInt8](repeating: 0, count: 257) + "ustar".utf8, .tar),
      ([0], nil), ([0x80], nil), ([0xFF, 0xD8, 0xFF, 0xE0], nil),
      ([UInt8](repeating: 0, count: 64), nil),
    ] as [([UInt8], ForeignFile?)])
  func otherFilesAreNamed(_ bytes: [UInt8], _ kind: ForeignFile?) {
    expectUnknown(bytes, kind)
  }

  private func expectUnknown(_ bytes: [UInt8], _ kind: ForeignFile?) {
    let error = failure(bytes)
    #expect(error == .unknownFormat(path: "hostile.bin", looksLike: kind))
    if let kind { #expect(error?.message.contains("looks like \(kind.rawValue)") == true) }
  }

  @Test func namesCannotSpoilAMessage() {
    let error = WeightFileError.duplicateTensor(path: "a\nb", tensor: "x\u{2028}\u{1B}[31m")
    #expect(
      error.message
        == "a?b: two tensors are named ‘x??[31m’; give every tensor its own name")
    #expect("\(error)" == error.message)
    let long = WeightFileError.missingTensor(
      path: "a", tensor: String(repeating: "é", count: 100_000))
    #expect(long.message.count < 5000 && long.message.contains("…"))
  }

  @Test(arguments: PickleLimit.allCases) func limitsAreWorded(_ limit: PickleLimit) {
    let error = WeightFileError.badPickle(path: "a", fault: .limit(limit))
    expectProper(error, path: "a")
    #expect(error.message.contains("\(limit.maximum) \(limit.rawValue)"))
  }

  @Test func aTensorThatIsNotThereIsNamed() throws {
    let file = try Fixture.legacy.read()
    let error = #expect(throws: WeightFileError.self) { try file.tensor("conv.gamma") }
    #expect(error == .missingTensor(path: "legacy", tensor: "conv.gamma"))
    expectProper(try #require(error), path: "legacy")
  }
}
