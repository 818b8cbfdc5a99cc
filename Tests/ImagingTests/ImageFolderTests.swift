import Foundation
import Imaging
import Testing

/// What is in a folder, and what is left out of it.
@Suite struct ImageFolderTests {
  @Test func picturesAreListedInByteOrder() throws {
    try withFolder { folder in
      let pictures = ["B.Jpeg", "a.JPG", "b.png", "c.JPE", "d.jfif", "e.Jif", "z.PNG", "é.png"]
      for name in pictures.reversed() + [
        ".hidden.png", "._a.png", "png", "notes.txt", "a.png.part",
      ] {
        try put([0], folder + "/" + name)
      }
      try FileManager.default.createDirectory(
        atPath: folder + "/folder", withIntermediateDirectories: false)
      let listing = try ImageFolder.list(folder)
      #expect(listing.pictures == pictures.map { folder + "/" + $0 })
      #expect(listing.leftOut.isEmpty)
      #expect(try ImageFolder.list(folder + "/").pictures == listing.pictures)
      #expect(throws: ImagingError.missing(path: folder + "/none")) {
        try ImageFolder.list(folder + "/none")
      }
      #expect(throws: ImagingError.missing(path: folder + "/b.png/none")) {
        try ImageFolder.list(folder + "/b.png/none")
      }
      let error = #expect(throws: ImagingError.self) { try ImageFolder.list(folder + "/b.png") }
      #expect(error == .notAFolder(path: folder + "/b.png") && error?.exitCode == 65)
    }
  }

  @Test func whatCannotBeUsedIsTold() throws {
    try withFolder { folder in
      let manager = FileManager.default
      try put([0], folder + "/good.png")
      try put([0], folder + "/web.WebP")
      try put([0], folder + "/scan.tiff")
      try manager.createSymbolicLink(atPath: folder + "/link.png", withDestinationPath: "good.png")
      try manager.createSymbolicLink(atPath: folder + "/none.png", withDestinationPath: "../none/x")
      try manager.createSymbolicLink(atPath: folder + "/loop.png", withDestinationPath: "loop.png")
      try manager.createDirectory(
        atPath: folder + "/dir.png", withIntermediateDirectories: false)
      #expect(mkfifo(folder + "/pipe.jpg", 0o600) == 0)
      #expect(close(creat(rawPath(folder, [0x63, 0xE9, 0x2E, 0x6A, 0x70, 0x67]), 0o600)) == 0)
      #expect(close(creat(rawPath(folder, [0x63, 0xE9, 0x2E, 0x74, 0x78, 0x74]), 0o600)) == 0)
      let listing = try ImageFolder.list(folder)
      #expect(listing.pictures == ["good.png", "link.png"].map { folder + "/" + $0 })
      let expected = [
        ("c\\xE9.jpg", "not UTF-8"), ("dir.png", "is a folder"), ("loop.png", "in a circle"),
        ("none.png", "not there"), ("pipe.jpg", "is a pipe"), ("scan.tiff", "a TIFF picture"),
        ("web.WebP", "a WebP picture"),
      ]
      #expect(listing.leftOut.map(\.name) == expected.map(\.0))
      for (file, (name, reason)) in zip(listing.leftOut, expected) {
        #expect(file.reason.contains(reason), "\(file.reason)")
        #expect(file.message == "\(folder)/\(name): \(file.reason)")
      }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func filesThatMayNotBeReadAreTold() throws {
    try withFolder { folder in
      try put([0], folder + "/secret.png")
      #expect(chmod(folder + "/secret.png", 0) == 0)
      let listing = try ImageFolder.list(folder)
      #expect(listing.pictures.isEmpty)
      #expect(listing.leftOut.first?.reason.contains("permission denied") == true)
    }
  }

  @Test func namesThatLookAlikeStayTwo() throws {
    try withFolder { folder in
      for name in ["caf\u{E9}.png", "cafe\u{301}.png"] { try put([0], folder + "/" + name) }
      let names = try ImageFolder.list(folder).pictures.map { Array($0.utf8.suffix(10)) }
      #expect(names == [Array("cafe\u{301}.png".utf8), Array("/caf\u{E9}.png".utf8)])
    }
  }

  private func rawPath(_ folder: String, _ name: [UInt8]) -> [CChar] {
    (Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
  }
}
