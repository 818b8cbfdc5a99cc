import Colorimetry
import Experiments
import Foundation
import PaintServer
import PaintStudy
import Painting
import Testing

/// Simulated painters through a real server: the same whatever the order, and what their log says
/// fits the plan.
@Suite struct PaintSimulationTests {
  private func simulated(
    _ scratch: Scratch, _ database: String, seed: UInt64 = 5, concurrency: Int = 2
  ) async throws -> StudyRecords {
    _ = try await PaintSimulation.run(
      scratch.file("design"), database: scratch.file(database), kit: MethodKit(),
      options: .init(subjects: 2, seed: seed, concurrency: concurrency))
    return try StudyRecords(scratch.file("design"), database: scratch.file(database))
  }

  @Test func chanceIsInTheSeedAlone() async throws {
    let scratch = try Scratch()
    try design(smallStudy(method: "nine-colors"), scratch)
    let one = try await simulated(scratch, "one.sqlite", concurrency: 1).pictures
    #expect(one.count == 2 * 6)
    #expect(try await simulated(scratch, "two.sqlite", concurrency: 2).pictures == one)
    #expect(try await simulated(scratch, "three.sqlite", seed: 6).pictures != one)
  }

  @Test func eventsFitThePlan() async throws {
    let scratch = try Scratch()
    let made = try design(smallStudy(method: "nine-colors"), scratch).design
    let records = try await simulated(scratch, "log.sqlite")
    #expect(records.isSimulated && records.caution?.hasPrefix("SIMULATED") == true)
    #expect(records.pictures.map(\.task) == made.subjects.prefix(2).flatMap(\.tasks))
    var taken = 0
    for picture in records.pictures {
      #expect(picture.isFinished && picture.subject.isSimulated)
      let events = picture.events
      #expect(events.map(\.sequence) == Array(1...events.count))
      #expect(events.first?.action == .open && events.first?.milliseconds == 0)
      #expect(events.last?.action == .timeout)
      #expect(events.last?.milliseconds == Double(1000 * picture.task.seconds))
      #expect(events.map(\.milliseconds) == events.map(\.milliseconds).sorted())
      for (index, event) in events.dropFirst().dropLast().enumerated() {
        #expect(event.action == .add && event.state.points.count == index + 1)
        let point = try #require(event.state.points.last)
        switch picture.task.arm {
        case .full:
          #expect(!event.suggested.isEmpty && event.suggested.count <= 9)
          #expect(event.source == .palette || event.source == .gamut)
          guard event.source == .palette else { continue }
          taken += 1
          let rank = try #require(event.rank)
          // The point has the colour that was suggested at its rank.
          let number = try #require(Int(event.suggested[rank - 1].dropFirst(), radix: 16))
          let color = LabColor(
            red: Double(number >> 16) / 255, green: Double(number >> 8 & 255) / 255,
            blue: Double(number & 255) / 255)
          #expect(abs(color.a - point.a) < 1e-9 && abs(color.b - point.b) < 1e-9)
        case .noRecommendation:
          #expect(event.suggested.isEmpty && event.rank == nil)
          #expect(event.source == .common || event.source == .sliders)
        }
      }
    }
    #expect(taken > 0)
  }

  @Test func anotherDesignIsNoticed() async throws {
    let scratch = try Scratch()
    try design(smallStudy(method: "nine-colors"), scratch)
    var other = smallStudy(method: "nine-colors")
    other.seed = 77
    try design(other, scratch, "other")
    try await serving(scratch) { server in
      let simulation = try PaintSimulation(
        scratch.file("other"), options: .init(subjects: 4, seed: 1))
      let error = await #expect(throws: PaintStudyError.self) {
        try await simulation.run(server: server.address)
      }
      #expect(error?.exitCode == 74)
    }
  }

  @Test func mistakesAreTold() async throws {
    let scratch = try Scratch()
    try design(smallStudy(method: "nine-colors"), scratch)
    #expect(throws: PaintStudyError.self) {
      try PaintSimulation(scratch.file("design"), options: .init(subjects: 5, seed: 1))
    }
    _ = try await simulated(scratch, "log.sqlite")
    let error = await #expect(throws: PaintStudyError.self) {
      try await simulated(scratch, "log.sqlite")
    }
    #expect(error?.exitCode == 64)
    await #expect(throws: PaintStudyError.self) {
      try await PaintSimulation(scratch.file("design"), options: .init(subjects: 1, seed: 1))
        .run(server: "ftp://nowhere")
    }
  }
}
