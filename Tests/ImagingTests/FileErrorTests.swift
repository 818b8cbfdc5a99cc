import Foundation
import Imaging
import Testing

@Suite struct FileErrorTests {
  @Test(arguments: [
    ("GIF89a", ForeignFormat.gif), ("RIFF\0\0\0\0WEBPVP8 ", .webP), ("BM\0\0", .bmp),
    ("II*\0", .tiff), ("MM\0*", .tiff), ("%PDF-1.7", .pdf), ("\0\0\0\u{18}ftypheic", .heic),
    ("\0\0\0\u{18}ftypmif1", .heic), ("\0\0\0\u{18}ftypavif", .avif),
  ])
  func otherFormatsAreNamed(_ text: String, _ format: ForeignFormat) throws {
    let error = failure(Array(text.utf8), name: "photo.png")
    #expect(error == .notAnImage(name: "photo.png", looksLike: format))
    let message = try #require(error?.message)
    #expect(message.contains(format.rawValue) && message.contains("convert it to PNG or JPEG"))
    #expect(message.contains("photo.png") && !message.contains(where: \.isNewline))
  }

  @Test(arguments: ["hello", "\n", "<svg/>", "PNG", "G", "RIFF", "RIFF\0\0\0\0WAVE"])
  func otherBytesAreNoPicture(_ text: String) {
    #expect(
      failure(Array(text.utf8), name: "photo.png")
        == .notAnImage(name: "photo.png", looksLike: nil))
  }

  @Test func filesFailByKind() throws {
    try withFolder { folder in
      try put([], folder + "/empty.png")
      try put([1], folder + "/file.png")
      #expect(mkfifo(folder + "/pipe.png", 0o600) == 0)
      let cases: [(String, ImagingError)] = [
        ("/none.png", .missing(path: folder + "/none.png")),
        ("/file.png/none.png", .missing(path: folder + "/file.png/none.png")),
        ("/file.png\0", .missing(path: folder + "/file.png\0")),
        ("/empty.png", .empty(name: folder + "/empty.png")),
        ("/file.png", .notAnImage(name: folder + "/file.png", looksLike: nil)),
        ("", .unreadable(path: folder, systemError: EISDIR)),
        ("/pipe.png", .unreadable(path: folder + "/pipe.png", systemError: EINVAL)),
      ]
      for (name, expected) in cases {
        let error = #expect(throws: ImagingError.self) { try ImageFile.read(folder + name) }
        #expect(error == expected)
      }
    }
  }

  @Test func aHugeFileIsNotRead() throws {
    try withFolder { folder in
      let path = folder + "/huge.png"
      try put([0x89], path)
      let count = ImageFile.maximumByteCount + 1
      #expect(truncate(path, count) == 0)
      #expect(throws: ImagingError.fileTooLarge(name: path, byteCount: count)) {
        try ImageFile.read(path)
      }
    }
  }

  static let errors: [ImagingError] = [
    .missing(path: "a\nb"), .unreadable(path: "a\nb", systemError: EACCES),
    .unwritable(path: "a\nb", systemError: ENOSPC), .empty(name: "a\nb"),
    .notAFolder(path: "a\nb"), .unknownEnding(path: "a\nb", ending: "x\ny"),
    .notAnImage(name: "a\nb", looksLike: nil), .notAnImage(name: "a\nb", looksLike: .gif),
    .damaged(name: "a\nb", format: .png, detail: "x\r\ny\u{2028}z"),
    .unsupported(name: "a\nb", format: .jpeg, detail: "x\u{0B}y"),
    .tooLarge(name: "a\nb", height: 1, width: 2), .fileTooLarge(name: "a\nb", byteCount: 3),
    .outOfMemory(name: "a\nb", height: 1, width: 2), .badArray(name: "a\nb", fault: .header),
    .badArray(name: "a\nb", fault: .elementType("\n")),
  ]

  @Test(arguments: errors) func messagesAreOneLineThatNamesTheFile(_ error: ImagingError) {
    #expect(isProper(error, name: "a?b"))
    #expect(error.message.hasPrefix("a?b: ") && error.message.count < 250)
  }

  @Test func messagesDiffer() {
    #expect(Set(Self.errors.map(\.message)).count == Self.errors.count)
  }
}
