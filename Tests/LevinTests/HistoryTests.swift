import Colorization
import Imaging
import Levin2004
import Testing

/// A result depends on the lightness and the hints alone: to the last bit, whatever came before.
@Suite struct HistoryTests {
  @Test(arguments: Levin2004.Reading.allCases)
  func aLongSequenceEndsWhereAFreshSessionDoes(_ reading: Levin2004.Reading) throws {
    let lightness = formulaLightness(height: 61, width: 83)
    var session = try Levin2004(reading).session(for: lightness)
    for (step, hints) in Self.sequence(height: 61, width: 83).enumerated() {
      let reached = bits(try session.colorize(hints))
      #expect(reached == bits(try colorized(lightness, hints, by: reading)), "step \(step)")
    }
  }

  @Test func repeatedHintsGiveTheSameBits() throws {
    let hints = formulaHints(5, height: 40, width: 40)
    var session = try Levin2004(.chrominance).session(
      for: formulaLightness(height: 40, width: 40))
    let first = bits(try session.colorize(hints))
    #expect(bits(try session.colorize(hints)) == first)
    _ = try session.colorize(Hints())
    #expect(bits(try session.colorize(hints)) == first)
  }

  @Test func sessionsOfOneSizeDoNotMeddle() throws {
    let hints = formulaHints(4, height: 45, width: 52)
    let pictures = [0.0, 20.0].map { offset in
      var plane = formulaLightness(height: 45, width: 52)
      for index in plane.values.indices { plane.values[index] = abs(plane.values[index] - offset) }
      return plane
    }
    let expected = try pictures.map { bits(try colorized($0, hints)) }
    #expect(expected[0] != expected[1])
    var sessions = try pictures.map { try Levin2004(.chrominance).session(for: $0) }
    for count in 1...4 {
      for index in sessions.indices {
        _ = try sessions[index].colorize(Hints(Array(hints.points.prefix(count))))
      }
    }
    for index in sessions.indices {
      #expect(bits(try sessions[index].colorize(hints)) == expected[index])
    }
  }

  @Test func aCopiedSessionIsASessionOfItsOwn() throws {
    let lightness = formulaLightness(height: 30, width: 30)
    let (few, many) = (
      formulaHints(1, height: 30, width: 30), formulaHints(8, height: 30, width: 30)
    )
    var original = try Levin2004(.chrominance).session(for: lightness)
    _ = try original.colorize(few)
    var copy = original
    #expect(bits(try copy.colorize(many)) == bits(try colorized(lightness, many)))
    #expect(bits(try original.colorize(few)) == bits(try colorized(lightness, few)))
  }

  @Test func parallelSessionsGiveTheSameBits() async throws {
    let hints = formulaHints(6, height: 70, width: 55)
    let expected = bits(try colorized(formulaLightness(height: 70, width: 55), hints))
    let results = try await withThrowingTaskGroup(of: [UInt64].self) { group in
      for _ in 0..<8 {
        group.addTask { bits(try colorized(formulaLightness(height: 70, width: 55), hints)) }
      }
      return try await group.reduce(into: [[UInt64]]()) { $0.append($1) }
    }
    #expect(results.count == 8 && results.allSatisfy { $0 == expected })
  }

  /// Hints that are added, moved, recoloured, reordered where they overlap, removed, and emptied.
  private static func sequence(height: Int, width: Int) -> [Hints] {
    let all = formulaHints(14, height: height, width: width).points
    var steps = (1...all.count).map { Hints(Array(all.prefix($0))) }
    steps.append(Hints())
    steps.append(Hints(all.reversed()))
    steps.append(Hints(all.filter { $0.row % 2 == 0 }))
    let moved = all.map {
      HintPoint(
        row: ($0.row + 9) % height, column: ($0.column + 30) % width, size: $0.size, a: $0.a,
        b: $0.b)
    }
    steps.append(Hints(moved))
    steps.append(Hints(all + moved))
    steps.append(Hints(moved + all))
    steps.append(Hints())
    let recolored = all.map {
      HintPoint(row: $0.row, column: $0.column, size: $0.size, a: $0.b, b: -$0.a)
    }
    steps.append(Hints(recolored))
    for removed in [0, 7, 13] {
      var fewer = all
      fewer.remove(at: removed)
      steps.append(Hints(fewer))
    }
    steps.append(Hints([all[5]]))
    steps.append(Hints([HintPoint(row: 30, column: 40, size: 4095, a: 12, b: -9), all[3]]))
    steps.append(Hints([all[3]]))
    return steps
  }
}
