import Foundation
import GRDB
import PerceptualStudy
import Tables

extension StudyDatabase {
  /// All answers, as they stand in `exported_answers`.
  func judgements() async throws(Refusal) -> [Judgement] {
    try await store.read { database in
      try Judgement.all(
        in: Row.fetchAll(database, cachedSQL: "SELECT * FROM exported_answers"))
    }
  }

  /// When pictures were to be seen and when they were, a row an answer, as CSV.
  func presentations(_ exposure: Exposure) async throws(Refusal) -> Data {
    let measured = [
      "frame_ms", "first_onset_ms", "first_offset_ms", "second_onset_ms", "second_offset_ms",
    ]
    let firstOnset = exposure.before
    let secondOnset = firstOnset + exposure.picture + exposure.between
    let wished = [
      firstOnset, firstOnset + exposure.picture, secondOnset, secondOnset + exposure.picture,
    ].map { "\($0)" }
    return try await store.read { database in
      var csv = CSVWriter(
        header: ["judge", "position"] + measured + measured.dropFirst().map { "wished_" + $0 }
          + ["dropped_frames", "interruptions", "off_schedule", "input"])
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT answers.* FROM answers JOIN sessions ON sessions.id = answers.session
          ORDER BY sessions.cell, sessions.id, answers.position
          """)
      while let row = try rows.next() {
        csv.append(
          [row["judge"], "\(row["position"] as Int)"]
            + measured.map { String(format: "%.3f", row[$0] as Double) } + wished
            + ["dropped_frames", "interruptions", "off_schedule"].map { "\(row[$0] as Int)" }
            + [row["input"]])
      }
      return csv.data
    }
  }
}
