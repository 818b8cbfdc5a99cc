import Colorimetry
import Experiments
import Foundation
import Imaging
import PaintFixtures
import PaintServer
import PaintStudy
import Painting
import Testing

/// Results as folders for judges, and sessions done again; each picture is compared with one made
/// here, from the state alone.
@Suite struct PaintStudyExportTests {
  /// A study of 5 images that 4 painters paint, so that 4 images stand twice in each arm; every result
  /// is another one. The painters say that they are simulated.
  private func painted(
    method: String = "levin2004-ab"
  ) async throws -> (Scratch, PaintStudyDesign) {
    let scratch = try Scratch()
    var study = smallStudy(training: 1, method: method)
    study.scenes = 5
    let made = try design(study, scratch).design
    try await serving(scratch, database: "design/simulated.sqlite") { server in
      for subject in 1...4 {
        let painter = try await HandPainter(server.address, subject: "simulated-\(subject)")
        for (index, picture) in painter.pictures.enumerated() {
          let count = 1 + (subject + index) % 3
          let events = [
            event(.open, 0, points(0, method: method)),
            event(.add, 3000, points(1, salt: subject, method: method), source: .gamut),
            event(.timeout, 20_000, points(count, salt: subject, method: method)),
          ]
          try #require(await painter.note(events, of: picture) == 200)
        }
      }
    }
    return (scratch, made)
  }

  private func expected(
    _ path: String, _ state: PaintingState, fullSize: Bool
  ) throws -> [UInt8] {
    let picture = try OpenPicture(ImageFile.bytes(path), name: "p")
    let easel = try Easel(picture, method: MethodKit().colorizer(named: state.method))
    return PNGFile.encode(
      try fullSize ? easel.paintFullSize(state) : easel.paint(state).picture)
  }

  @Test func foldersHoldWhatWasPainted() async throws {
    let (scratch, made) = try await painted()
    let records = try StudyRecords(scratch.file("design"))
    #expect(records.database.hasSuffix("simulated.sqlite"))
    let report = try PaintStudyExport(records, kit: MethodKit()).write(into: scratch.file("out"))
    let files = try scratch.files(below: "out")
    let images = made.pictures.map(\.image).filter { image in
      records.counted.contains { $0.task.image == image }
    }
    #expect(images.count == 4 && report.images == 4 && report.paintings == 16)
    for image in images {
      let truth = try scratch.data("design/truth/\(image).png")
      #expect(files["truth/\(image).png"] == truth)
      let path = scratch.file("design/truth/\(image).png")
      let untouched = try expected(path, PaintingState(method: "levin2004-ab"), fullSize: true)
      #expect(files["automatic/\(image).png"] == Data(untouched))
      for arm in PaintingArm.allCases {
        let painted = records.counted.filter { $0.task.image == image && $0.task.arm == arm }
        var all: [Data] = []
        for record in painted {
          let result = Data(try expected(path, record.result, fullSize: true))
          #expect(files["all/\(arm.rawValue)/\(image)--\(record.subject).png"] == result)
          all.append(result)
        }
        #expect(Set(all).count == 2 && !all.contains(Data(untouched)))
        let chosen = try #require(files["\(arm.rawValue)/\(image).png"])
        #expect(painted.count == 2 && all.contains(chosen))
      }
    }
    // 4 true ones, 4 automatic ones, 8 chosen, 16 in all; three tables; one caution.
    #expect(files.count == 36)
    #expect(files["SIMULATED.txt"]?.starts(with: Data("SIMULATED".utf8)) == true)
    _ = try PaintStudyExport(records, kit: MethodKit()).write(into: scratch.file("again"))
    #expect(try scratch.files(below: "again") == files)
  }

  @Test func tablesHoldEveryEvent() async throws {
    let (scratch, _) = try await painted()
    let records = try StudyRecords(scratch.file("design"))
    _ = try PaintStudyExport(records, kit: MethodKit()).write(into: scratch.file("out"))
    let sessions = try scratch.rows("out/sessions.csv")
    #expect(sessions.count == 1 + 4 * 5)
    let column = try #require(sessions[0].firstIndex(of: "chosen"))
    #expect(sessions.dropFirst().count { $0[column] == "1" } == 8)
    let kind = try #require(sessions[0].firstIndex(of: "kind"))
    #expect(sessions.dropFirst().allSatisfy { $0[kind] == "main" || $0[column] == "0" })
    let events = try scratch.rows("out/events.csv")
    #expect(events.count == 1 + records.pictures.reduce(0) { $0 + $1.events.count })
  }

  /// What is said is what was written, and what is left out is named with the reason.
  @Test func countsAreThoseOfTheFiles() async throws {
    let gray = "gray"
    let (scratch, made) = try await painted(method: gray)
    // A person begins the first plan, finishes the training, and leaves the first picture.
    try await serving(scratch, database: "people.sqlite") { server in
      let painter = try await HandPainter(server.address, subject: "1")
      let whole = [
        event(.open, 0, points(0, method: gray)), event(.timeout, 10_000, points(1, method: gray)),
      ]
      #expect(try await painter.note(whole, of: painter.pictures[0]) == 200)
      #expect(try await painter.note(whole, of: painter.pictures[1]) == 200)
      let begun = [
        event(.open, 0, points(0, method: gray)),
        event(.add, 900, points(1, method: gray), source: .gamut),
      ]
      #expect(try await painter.note(begun, of: painter.pictures[2]) == 200)
    }
    for (database, name) in [("design/simulated.sqlite", "out"), ("people.sqlite", "begun")] {
      let records = try StudyRecords(scratch.file("design"), database: scratch.file(database))
      let report = try PaintStudyExport(records, kit: MethodKit()).write(into: scratch.file(name))
      let files = try scratch.files(below: name).keys
      for arm in PaintingArm.allCases {
        let written = files.count { $0.hasPrefix("\(arm.rawValue)/") }
        #expect(report.pictures[arm.rawValue] ?? 0 == written)
      }
      #expect(report.paintings == files.count { $0.hasPrefix("all/") })
      let begun = report.leftOut.filter { $0.painter != nil }
      #expect(report.judged + begun.count == records.pictures.count)
      #expect(try scratch.rows("\(name)/left_out.csv").count == 1 + report.leftOut.count)
      let reasons = Dictionary(grouping: report.leftOut, by: \.reason).mapValues(\.count)
      if name == "out" {
        // Four painters learned with one picture each; of 16 results 8 are one an image and arm.
        #expect(report.judged == 8 && report.paintings == 16 && report.images == 4)
        #expect(reasons == [.training: 4, .anotherDrawn: 8])
      } else {
        let task = made.subjects[0].tasks[2]
        #expect(report.judged == 1 && report.images == 0)
        #expect(reasons == [.training: 1, .unfinished: 1, .notPainted: 7])
        let unfinished = try #require(report.leftOut.first { $0.reason == .unfinished })
        #expect(
          unfinished.description == "'\(task.image)' \(task.arm.rawValue), subject 1, picture 3")
      }
    }
  }

  @Test func aReplayIsWhatThePainterSaw() async throws {
    let (scratch, made) = try await painted()
    let records = try StudyRecords(scratch.file("design"))
    let replay = PaintingReplay(records)
    let report = try replay.write(
      into: scratch.file("last"), kit: MethodKit(), options: .init(painter: "simulated-2"))
    #expect(report.paintings == 5 && report.results == 5 && report.missing.isEmpty)
    let own = records.pictures.filter { $0.subject.description == "simulated-2" }
    let gray = Dictionary(uniqueKeysWithValues: made.pictures.map { ($0.image, $0.gray) })
    for record in own {
      let path = scratch.file("design/\(try #require(gray[record.task.image]))")
      let file = "last/simulated-2-\(record.task.position).png"
      #expect(
        try scratch.data(file) == Data(expected(path, record.result, fullSize: false)))
    }
    // Every step, by another method: without colour where the method has none.
    let steps = try replay.write(
      into: scratch.file("steps"), kit: MethodKit(),
      options: .init(method: "gray", rendersSteps: true, painter: "simulated-2"))
    #expect(steps.results == own.reduce(0) { $0 + $1.events.count })
    for (name, data) in try scratch.files(below: "steps") where name.hasSuffix(".png") {
      #expect(isGray(try ImageFile.decode([UInt8](data), name: name)), "\(name)")
    }
    #expect(try scratch.rows("steps/replay.csv").count == 1 + steps.results)
    #expect(throws: PaintStudyError.self) {
      try replay.write(
        into: scratch.file("none"), kit: MethodKit(), options: .init(painter: "9"))
    }
  }

  @Test func freePaintingIsDoneAgainToo() async throws {
    let scratch = try Scratch()
    try ScenePictures.write(2, to: scratch.file("pictures"))
    let server = try await RunningPaintServer.start(
      FreePainting(scratch.file("pictures"), method: "levin2004-ab"), kit: MethodKit(),
      options: PaintServerOptions(port: 0, database: scratch.file("free.sqlite")))
    let painter = try await HandPainter(server.address)
    let events = [event(.open, 0, points(0)), event(.add, 900, points(2), source: .gamut)]
    #expect(try await painter.note(events, of: painter.pictures[1]) == 200)
    try await server.stop()
    let log = try PaintingLog(existing: scratch.file("free.sqlite"))
    defer { log.close() }
    let report = try PaintingReplay(log: log, images: scratch.file("pictures")).write(
      into: scratch.file("out"), kit: MethodKit())
    #expect(report.results == 1 && report.missing.isEmpty)
    let path = scratch.file("pictures/scene-1.png")
    let result = try #require(scratch.files(below: "out").first { $0.key.hasSuffix(".png") }?.value)
    #expect(result == Data(try expected(path, points(2), fullSize: false)))
    // Without the folder the picture is not at hand.
    let error = #expect(throws: PaintStudyError.self) {
      try PaintingReplay(log: log, images: nil).write(
        into: scratch.file("none"), kit: MethodKit())
    }
    #expect(error?.exitCode == 66)
  }

  @Test func otherLogsAreRefused() async throws {
    let (scratch, _) = try await painted()
    var other = smallStudy(training: 1)
    other.seed = 99
    try design(other, scratch, "other")
    let error = #expect(throws: PaintStudyError.self) {
      try StudyRecords(
        scratch.file("other"), database: scratch.file("design/simulated.sqlite"))
    }
    #expect(error?.exitCode == 65)
    #expect(throws: PaintStudyError.missing(scratch.file("other/paintings.sqlite"))) {
      try StudyRecords(scratch.file("other"))
    }
    try Data("no database".utf8).write(to: URL(fileURLWithPath: scratch.file("text")))
    let damaged = #expect(throws: PaintStudyError.self) {
      try StudyRecords(scratch.file("design"), database: scratch.file("text"))
    }
    #expect(damaged?.exitCode == 65)
  }
}
