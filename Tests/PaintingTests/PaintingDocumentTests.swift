import Foundation
import Painting
import Testing

/// Saved sessions are hostile input.
@Suite struct PaintingDocumentTests {
  private static func document() throws -> PaintingDocument {
    var wish = state("local-hints", points: 7)
    wish.global = GlobalWish(
      histogram: [Double](repeating: 1.0 / 313, count: 313), saturation: 0.25)
    return PaintingDocument(try openScene(0), state: wish)
  }

  @Test func opensAsItWasSaved() throws {
    let document = try Self.document()
    let data = try document.data()
    #expect(try PaintingDocument.read(data, name: "s.json") == document)
    #expect(try PaintingDocument.read(data, name: "s.json").data() == data)
    #expect(document.sha256.count == 64 && document.picture == "scene-0.png")
  }

  @Test(
    arguments: [
      ("\"format\" : \"hintbench-painting\"", "\"format\" : \"other\""),
      ("\"version\" : 1", "\"version\" : 2"), ("\"side\" : 256", "\"side\" : 128"),
      ("\"size\" : 1", "\"size\" : 2"), ("\"row\" : 9", "\"row\" : 300"),
      ("\"row\" : 9", "\"row\" : 1e99"), ("\"a\" : -30", "\"a\" : -300"),
      ("\"saturation\" : 0.25", "\"saturation\" : 1.25"), ("\"points\"", "\"pints\""),
      ("{", "["),
    ])
  func damageIsTold(_ old: String, _ new: String) throws {
    let text = String(decoding: try Self.document().data(), as: UTF8.self)
    let damaged = text.replacingOccurrences(of: old, with: new)
    #expect(damaged != text)
    #expect(throws: PaintingError.self) {
      try PaintingDocument.read(Data(damaged.utf8), name: "s.json")
    }
  }

  @Test func cutFilesAreRefused() throws {
    let data = try Self.document().data()
    for count in stride(from: 0, to: data.count - 2, by: 97) {
      #expect(throws: PaintingError.self) {
        try PaintingDocument.read(data.prefix(count), name: "s.json")
      }
    }
    #expect(throws: PaintingError.self) {
      try PaintingDocument.read(
        Data(count: PaintingDocument.mostBytes + 1), name: "large.json")
    }
  }

  @Test func picturesThatAreNoneAreRefused() {
    for bytes in [[], [UInt8]("hello".utf8), Array(sceneBytes(0).prefix(300))] {
      #expect(throws: PaintingError.self) { try OpenPicture(bytes, name: "../../etc/x.png") }
    }
    #expect((try? OpenPicture(sceneBytes(0), name: "../../etc/x.png"))?.name == "x.png")
  }
}
