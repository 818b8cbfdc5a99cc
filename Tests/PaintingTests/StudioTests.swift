import Colorimetry
import Colorization
import Experiments
import Imaging
import Painting
import Testing

/// A studio gives what the method itself gives, to everybody their own.
@Suite struct StudioTests {
  private static func expected(
    _ picture: OpenPicture, _ state: PaintingState
  ) throws -> RGBImage {
    var session = try MethodKit().colorizer(named: state.method).session(for: picture.lightness)
    let hints = Hints(try state.points.map { try $0.hint(side: OpenPicture.side) })
    return try session.colorize(hints).rendered(lightness: picture.lightness)
  }

  @Test func paintsWhatTheMethodPaints() async throws {
    let studio = Studio(kit: try MethodKit())
    let picture = try openScene(0)
    for method in ["gray", "levin2004", "levin2004-ab"] {
      for count in [0, 3, 1, 8] {
        let wish = state(method, points: count)
        let painting = try await studio.paint(
          painter: "p", picture, wish, selected: Place(row: 3, column: 4))
        #expect(try painting?.picture == Self.expected(picture, wish))
        #expect(painting?.suggestions.isEmpty == true)
      }
    }
  }

  @Test func suggestsAtTheSelectedPlace() async throws {
    let studio = Studio(kit: try MethodKit())
    let picture = try openScene(1)
    let wish = state("nine-colors", points: 0)
    let place = Place(row: 100, column: 50)
    let painting = try await studio.paint(painter: "p", picture, wish, selected: place)
    let colors = try #require(painting?.suggestions)
    #expect((1...9).contains(colors.count) && colors.map(\.rank) == Array(1...colors.count))
    for (row, column) in [(-1, 0), (256, 0), (0, 256)] {
      let outside = Place(row: row, column: column)
      let painting = try await studio.paint(painter: "p", picture, wish, selected: outside)
      #expect(painting?.suggestions.isEmpty == true)
    }
  }

  @Test func fullSizeIsThePicturesOwn() async throws {
    let studio = Studio(kit: try MethodKit())
    let picture = try openScene(2)
    let wish = state("levin2004-ab", points: 4)
    let full = try await studio.paintFullSize(painter: "p", picture, wish)
    #expect(full.height == 90 && full.width == 140)
    let gray = try await studio.paintFullSize(painter: "p", picture, state("gray", points: 0))
    #expect(gray != full)
    #expect(PNGFile.encode(gray) == picture.grayPNG())
  }

  /// Twenty painters on twenty pictures, more than there are easels: each result is one's own.
  @Test func everybodyGetsTheirOwn() async throws {
    let studio = Studio(kit: try MethodKit(), easels: 3)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for painter in 0..<20 {
        group.addTask {
          let picture = try openScene(painter)
          for round in 1...3 {
            let wish = state("levin2004-ab", points: round, salt: painter)
            let painting = try await studio.paint(
              painter: "painter \(painter)", picture, wish, selected: nil)
            guard try painting?.picture == Self.expected(picture, wish) else { return false }
          }
          return true
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
  }

  /// Of many wishes at once the first is at work, the last one waits, and those between are dropped.
  @Test func theNewestWishWins() async throws {
    let studio = Studio(kit: try MethodKit())
    let picture = try openScene(4)
    let answered = try await withThrowingTaskGroup(of: Int?.self) { group in
      for number in 0..<30 {
        group.addTask {
          let wish = state("levin2004-ab", points: 12, salt: number)
          let painting = try await studio.paint(painter: "p", picture, wish, selected: nil)
          guard let painting else { return nil }
          #expect(try painting.picture == Self.expected(picture, wish))
          return number
        }
      }
      return try await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
    }
    #expect((1...10).contains(answered.count), "\(answered.count) of 30 were painted")
  }

  @Test func mistakesAreToldAndHarmNobody() async throws {
    let studio = Studio(kit: try MethodKit())
    let picture = try openScene(3)
    var outside = state("gray", points: 2)
    outside.points[1].column = 256
    var crowded = state("gray", points: 1)
    crowded.points = [PaintedPoint](
      repeating: crowded.points[0], count: PaintingState.mostPoints + 1)
    var infinite = state("gray", points: 1)
    infinite.points[0].a = .infinity
    for wish in [state("no-such", points: 0), outside, crowded, infinite] {
      await #expect(throws: PaintingError.self) {
        try await studio.paint(painter: "p", picture, wish, selected: nil)
      }
    }
    let wish = state("gray", points: 0)
    #expect(try await studio.paint(painter: "p", picture, wish, selected: nil) != nil)
    await studio.close(picture)
    #expect(try await studio.paint(painter: "p", picture, wish, selected: nil) != nil)
  }
}
