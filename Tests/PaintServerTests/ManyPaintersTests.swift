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

/// Many at once: nobody gets another's result, and everybody gets some.
@Suite struct ManyPaintersTests {
  @Test func twentyPaintersEachGetTheirOwn() async throws {
    let scratch = try ScratchFolder()
    let weights = scratch.path + "/random.safetensors"
    try RandomNetwork.write(width: 8, to: weights)
    let kit = try MethodKit(weights: [weights])
    try await painting(pictures: 0, method: "local-hints", kit: kit) { server, _ in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for painter in 0..<20 {
          group.addTask { try await Self.paint(server, painter, kit) }
        }
        for try await right in group { #expect(right == 3) }
      }
    }
  }

  /// Brings a picture, paints three states of it, and counts the right results.
  private static func paint(
    _ server: RunningPaintServer, _ painter: Int, _ kit: MethodKit
  ) async throws -> Int {
    let bytes = ScenePictures.bytes(painter)
    let picture = try OpenPicture(bytes, name: "scene")
    let (guest, _) = try await Guest.enter(server)
    // Only so many files may be on their way in at once; the others try again.
    var brought = try await guest.upload(bytes)
    while brought.status == 503 {
      try await Task.sleep(for: .milliseconds(50))
      brought = try await guest.upload(bytes)
    }
    let name = brought.json["id"]?.string ?? ""
    var session = try kit.colorizer(named: "local-hints").session(for: picture.lightness)
    var right = 0
    for round in 1...3 {
      let wish = state(round, salt: painter, method: "local-hints")
      let heard = try await guest.paint(name, wish)
      let hints = Hints(try wish.points.map { try $0.hint(side: OpenPicture.side) })
      let expected = try session.colorize(hints).rendered(lightness: picture.lightness)
      if heard.status == 200, try Result256(heard.body).pixels == expected.pixels { right += 1 }
    }
    return right
  }

  @Test func theNewestWishWins() async throws {
    try await painting { server, _ in
      let (guest, picture) = try await Guest.enter(server)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for count in 1...12 {
          group.addTask { try await guest.paint(picture, state(count)).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(statuses).isSubset(of: [200, 409]))
      #expect(statuses.contains(200))
    }
  }
}
