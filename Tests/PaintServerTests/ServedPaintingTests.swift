import Colorization
import Experiments
import Foundation
import Imaging
import PaintFixtures
import PaintServer
import Painting
import ScratchFolders
import StudyFixtures
import Testing

/// The server paints what the methods paint.
@Suite struct ServedPaintingTests {
  private static func expected(_ bytes: [UInt8], _ state: PaintingState) throws -> RGBImage {
    let picture = try OpenPicture(bytes, name: "scene")
    var session = try MethodKit().colorizer(named: state.method).session(for: picture.lightness)
    let hints = Hints(try state.points.map { try $0.hint(side: OpenPicture.side) })
    return try session.colorize(hints).rendered(lightness: picture.lightness)
  }

  @Test func resultsAreTheMethodsOwn() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      for (count, method) in [(0, "gray"), (3, "levin2004-ab"), (2, "levin2004")] {
        let wish = state(count, method: method)
        let heard = try await guest.paint(picture, wish)
        #expect(heard.status == 200)
        let result = try Result256(heard.body)
        #expect(result.facts["version"] == 7)
        #expect(result.facts["suggestions"] == nil)
        #expect((result.facts["seconds"]?.number ?? -1) >= 0)
        let expected = try Self.expected(ScenePictures.bytes(0), wish)
        #expect(result.pixels == expected.pixels, "\(method)")
        let kept = try await guest.post(
          "/api/pictures/\(picture)/working", ["state": try json(wish)])
        #expect([UInt8](kept.body) == PNGFile.encode(expected))
      }
    }
  }

  /// The first of the list is the method to begin with: the wanted one, else a learned one, else one
  /// that needs no weights.
  @Test func theListBeginsWithTheFirstMethod() async throws {
    let scratch = try ScratchFolder()
    let weights = scratch.path + "/random.safetensors"
    try RandomNetwork.write(width: 8, to: weights)
    let learned = try MethodKit(weights: [weights])
    let without = try MethodKit()
    for (kit, wanted) in [
      (learned, "levin2004-ab"), (learned, "gray"), (learned, "affinity-hints"),
      (without, "affinity-hints"), (without, "no-such"),
    ] {
      let atHand = MethodCatalog.all.filter { kit.lack(of: $0) == nil }
      let first = try #require(
        [wanted, "local-hints", "levin2004-ab"].first { name in atHand.contains { $0.name == name }
        })
      try await painting(pictures: 0, method: wanted, kit: kit) { server, _ in
        var guest = Guest(server.address)
        let entered = try await guest.enter().json
        let list = try #require(entered["methods"]?.array)
        #expect(entered["method"]?.string == first && list.first?["name"]?.string == first)
        let others = atHand.map(\.name).filter { $0 != first }
        #expect(list.dropFirst().compactMap { $0["name"]?.string } == others)
        #expect(list.compactMap { $0["title"]?.string }.count == list.count)
      }
    }
  }

  @Test func suggestionsAreForTheSelectedPlace() async throws {
    try await painting(method: "nine-colors") { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let place = Place(row: 100, column: 50)
      let heard = try await guest.paint(picture, state(0, method: "nine-colors"), selected: place)
      let colors = try #require(try Result256(heard.body).facts["suggestions"]?.array)
      #expect((2...9).contains(colors.count))
      let shares = colors.compactMap { $0["probability"]?.number }
      #expect(shares == shares.sorted(by: >))
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      let outside = try await guest.paint(
        picture, state(0, method: "nine-colors"), selected: Place(row: 300, column: 0))
      #expect(try Result256(outside.body).facts["suggestions"]?.array?.isEmpty == true)
    }
  }

  @Test func thePageSeesLightnessOnly() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let gray = try ImageFile.decode(
        [UInt8](try await guest.get("/api/pictures/\(picture)/gray.png").body), name: "gray")
      #expect((gray.height, gray.width) == (90, 140))
      let spread = stride(from: 0, to: gray.pixels.count, by: 3).map { index in
        let pixel = gray.pixels[index..<(index + 3)]
        return (pixel.max() ?? 0) - (pixel.min() ?? 0)
      }.max()
      #expect((spread ?? 255) <= 1)
      let bytes = try await guest.get("/api/pictures/\(picture)/lightness").body
      let expected = try OpenPicture(ScenePictures.bytes(0), name: "scene").lightness
      let read = stride(from: 0, to: bytes.count, by: 4).map { index in
        Float(bitPattern: bytes[index..<(index + 4)].reversed().reduce(0) { $0 << 8 | UInt32($1) })
      }
      #expect(read == expected.values.map { Float($0) })
    }
  }

  @Test func largePicturesAreShownSmallerAndSavedWhole() async throws {
    try await painting(pictures: 0) { server, _ in
      let (guest, _) = try await Guest.enter(server)
      let large = ScenePictures.bytes(1, height: 400, width: 2000)
      let entry = try await guest.upload(large, name: "wide%20one.png").json
      #expect(entry["title"] == "wide one.png")
      let picture = try #require(entry["id"]?.string)
      let gray = try ImageFile.decode(
        [UInt8](try await guest.get("/api/pictures/\(picture)/gray.png").body), name: "gray")
      #expect((gray.height, gray.width) == (320, 1600))
      let wish = state(2)
      let heard = try await guest.post(
        "/api/pictures/\(picture)/full", ["state": try json(wish)])
      let full = try ImageFile.decode([UInt8](heard.body), name: "full")
      let easel = try Easel(
        try OpenPicture(large, name: "wide"),
        method: try MethodKit().colorizer(named: "levin2004-ab"))
      #expect(full == (try easel.paintFullSize(wish)))
      #expect(
        heard.headers.first(name: "content-disposition")
          == "attachment; filename=\"wide-one-color.png\"")
    }
  }

  @Test func pointsComeBackAsHints() async throws {
    try await painting { server, folder in
      let (guest, picture) = try await Guest.enter(server)
      let wish = state(5)
      let heard = try await guest.post(
        "/api/pictures/\(picture)/points", ["state": try json(wish)])
      try heard.body.write(to: URL(fileURLWithPath: folder + "/hints.csv"))
      let hints = try HintsFile.read(folder + "/hints.csv", height: 256, width: 256)
      #expect(hints.points == (try wish.points.map { try $0.hint(side: 256) }))
    }
  }

  @Test func sessionsOpenAgainWithTheirPictureOnly() async throws {
    try await painting(pictures: 2) { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let wish = state(4)
      let heard = try await guest.post(
        "/api/pictures/\(picture)/document", ["state": try json(wish)])
      #expect(heard.status == 200)
      let opened = try await guest.upload(
        [UInt8](heard.body), name: "x.json", to: "/api/documents")
      #expect(opened.json["picture"]?.string == picture)
      #expect(opened.json["state"] == (try json(wish)))
      // A picture that was brought is found by its bytes, whatever it is called.
      let brought = try await guest.upload(ScenePictures.bytes(7), name: "other.png").json
      let its = try await guest.post(
        "/api/pictures/\(brought["id"]?.string ?? "")/document", ["state": try json(wish)])
      let again = try await guest.upload([UInt8](its.body), name: "y.json", to: "/api/documents")
      #expect(again.json["picture"] == brought["id"])
      let (stranger, _) = try await Guest.enter(server)
      let refused = try await stranger.upload(
        [UInt8](its.body), name: "y.json", to: "/api/documents")
      #expect(refused.status == 422)
      #expect(refused.json["message"]?.string?.contains("other.png") == true)
    }
  }

  @Test func aReferenceIsMeasured() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let bytes = ScenePictures.bytes(9)
      let heard = try await guest.upload(bytes, to: "/api/pictures/\(picture)/reference")
      let expected = GlobalHints.measured(from: try ImageFile.decode(bytes, name: "x"))
      #expect(heard.json["saturation"]?.number == expected.saturation)
      let shares = heard.json["histogram"]?.array?.compactMap(\.number)
      #expect(shares == expected.histogram)
    }
  }
}
