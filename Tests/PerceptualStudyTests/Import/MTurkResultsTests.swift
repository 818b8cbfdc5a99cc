import Foundation
import PerceptualStudy
import Testing

/// Results files of MTurk are read as the authors' tool reads them, except where it is wrong.
@Suite struct MTurkResultsTests {
  /// `old_tool_results.csv` and `old_tool_reference.csv` are made by `make_reference.py`, which
  /// analyses the file on its own.
  @Test func ratesAreThoseOfTheOldTool() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let imported = try MTurkResults(
      design: nil, practice: nil, pseudonyms: Pseudonyms(salt: "salt of a test")
    ).read(folder + "/old_tool_results.csv")
    #expect(imported.dropped.isEmpty && imported.missing == 0 && imported.judges == 24)
    let reference = try String(contentsOfFile: folder + "/old_tool_reference.csv", encoding: .utf8)
    let lines = reference.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(lines.count == 3)
    for line in lines {
      let answers = imported.judgements.filter {
        $0.trial.kind == .main && $0.trial.method == line[0]
      }
      let fooled = answers.count { $0.fooled == true }
      #expect(answers.count == Int(line[2]))
      #expect(answers.count - fooled == Int(line[1]))
      let rate = try #require(Double(line[3]))
      #expect(abs(Double(fooled) / Double(answers.count) - rate) < 1e-9)
    }
  }

  @Test func whatIsDroppedIsNamed() throws {
    let imported = try read([
      row("A1", "W1", "Approved", "left"), row("A2", "W2", "Rejected", "left"),
      row("A1", "W3", "Approved", "left"), row("A4", "", "Submitted", "left"),
      row("A5", "W5", "Submitted", "unset"), row("A6", "W1", "Approved", "right"),
    ])
    #expect(
      imported.dropped.map { "\($0.place): \($0.reason)" } == [
        "row 3: the assignment was rejected", "row 4: the assignment stands in row 2 already",
        "row 5: it has no WorkerId",
      ])
    #expect(imported.judgements.count == 6 && imported.missing == 1 && imported.judges == 2)
    // The second assignment of W1 goes on at position 3.
    let judges = imported.judgements.map(\.judge)
    #expect(judges[0] == judges[4] && judges[0] != judges[2])
    #expect(imported.judgements.map(\.trial.position) == [1, 2, 1, 2, 3, 4])
    #expect(
      imported.judgements.map(\.trial.kind) == [
        .practice, .main, .practice, .main, .practice, .main,
      ])
    #expect(imported.judgements.map(\.answer) == [.first, .second, nil, .second, .second, .second])
    #expect(imported.judgements[3].reactionMilliseconds == 812.5)
    #expect(judges.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
  }

  /// HMAC-SHA-256 with the key "12345678", of "mturk:W1", by Python's hmac module:
  /// hmac.new(b"12345678", b"mturk:W1", "sha256").hexdigest()[:16]
  @Test func workersAreSaltedHashes() throws {
    let one = try read([row("A1", "W1", "Approved", "left")], salt: "12345678")
    let other = try read([row("A1", "W1", "Approved", "left")], salt: "87654321")
    #expect(one.judgements[0].judge == "405ce5c00da4dc36")
    #expect(other.judgements[0].judge != one.judgements[0].judge)
  }

  @Test(
    arguments: [
      ("left,gt/1.jpg", "middle,gt/1.jpg", "Input.gt_side0 'middle' should be left or right"),
      ("unset", "both", "Answer.selection0 'both' should be left or right"),
      ("gt/1.jpg", "1.jpg", "should be FOLDER/NAME"),
      ("gt/1.jpg", "other/1.jpg", "the real ones before were in 'other'"),
      ("812.5", "soon", "Answer.reaction1 'soon' should be a number from 0"),
      ("812.5", "-3", "Answer.reaction1 '-3' should be a number from 0"),
      ("812.5", "inf", "Answer.reaction1 'inf' should be a number from 0"),
      ("AssignmentId", "WorkerId", "has the column 'WorkerId' twice"),
      ("Input.gt_side1", "Input.gt_side2", "they should count from 0"),
      ("Answer.selection1", "Answer.choice1", "has 2 columns Input.gt_side… and 1 of Answer.sel"),
      ("unset", "\"unset", "quoting is broken"),
      ("812.5", "812.5,more", "fields instead of"),
      (",,812.5", "", "ends before Answer.reaction0"),
      (",right,,812.5", "", "row 2: has 10 fields instead of 13: it ends before Answer.selection1"),
      ("m/2.jpg,gt/2.jpg,unset,right,,812.5", "m/2.jpg", "ends before Input.images_right1"),
      ("Input.gt_side", "Input.side", "has no column Input.gt_side0"),
    ])
  func damagedFilesAreRefused(_ old: String, _ new: String, _ part: String) throws {
    let scratch = try Scratch()
    let text = file([row("A1", "W1", "Approved", "unset")])
    try scratch.put(text.replacingOccurrences(of: old, with: new), "results.csv")
    let error = #expect(throws: PerceptualStudyError.self) {
      try results().read(scratch.file("results.csv"))
    }
    #expect(error?.exitCode == 65)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test func aFileOfNothingButPracticeIsRefused() throws {
    let scratch = try Scratch()
    try scratch.put(file([row("A1", "W1", "Approved", "left")]), "results.csv")
    let error = #expect(throws: PerceptualStudyError.self) {
      try MTurkResults(design: nil, practice: nil, pseudonyms: Pseudonyms(salt: "12345678"))
        .read(scratch.file("results.csv"))
    }
    #expect(error?.message.contains("has 2 pairs, which would all be practice") == true)
  }

  /// A batch of ours comes back as the schedules it was made from.
  @Test func ourOwnBatchComesBack() throws {
    let (source, report) = (try SharedDesign.scratch(), try SharedDesign.report())
    let rows = try source.text("design/mturk_batch.csv").split(separator: "\n").map(String.init)
    let inputs = rows[0].split(separator: ",").map { "Input.\($0)" }
    let selections = (0..<9).map { "Answer.selection\($0)" }
    let header = (["WorkerId", "AssignmentStatus"] + inputs + selections).joined(separator: ",")
    let answered = rows.dropFirst().enumerated().map { index, row in
      "worker \(index),Approved,\(row)," + Array(repeating: "left", count: 9).joined(separator: ",")
    }
    let scratch = try Scratch()
    try scratch.put(([header] + answered).joined(separator: "\n"), "results.csv")
    let imported = try MTurkResults(
      design: report.design, practice: nil, pseudonyms: Pseudonyms(salt: "12345678")
    ).read(scratch.file("results.csv"))
    #expect(imported.judgements.map(\.trial) == report.design.schedules.flatMap(\.trials))
    #expect(imported.judgements.allSatisfy { $0.answer == .first } && imported.notes.isEmpty)
    // Of another design, nothing is taken.
    try scratch.put(file([row("A1", "W1", "Approved", "left")]), "other.csv")
    #expect(throws: PerceptualStudyError.self) {
      try MTurkResults(
        design: report.design, practice: nil, pseudonyms: Pseudonyms(salt: "12345678")
      ).read(scratch.file("other.csv"))
    }
  }

  @Test func saltsAreKept() throws {
    let scratch = try Scratch()
    let made = try Pseudonyms.keptIn(scratch.file("salt"))
    let kept = try Pseudonyms.keptIn(scratch.file("salt"))
    #expect(made.isNew && !kept.isNew)
    let salt = try scratch.text("salt").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(salt.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.file("salt"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    try scratch.put("short", "salt")
    #expect(throws: PerceptualStudyError.self) { try Pseudonyms.keptIn(scratch.file("salt")) }
  }

  private func results(salt: String = "12345678") -> MTurkResults {
    MTurkResults(design: nil, practice: 1, pseudonyms: Pseudonyms(salt: salt))
  }

  private func read(_ rows: [String], salt: String = "12345678") throws -> ImportedAnswers {
    let scratch = try Scratch()
    try scratch.put(file(rows), "results.csv")
    return try results(salt: salt).read(scratch.file("results.csv"))
  }

  private func file(_ rows: [String]) -> String {
    let header =
      "AssignmentId,WorkerId,AssignmentStatus,Input.gt_side0,Input.images_left0,"
      + "Input.images_right0,Input.gt_side1,Input.images_left1,Input.images_right1,"
      + "Answer.selection0,Answer.selection1,Answer.reaction0,Answer.reaction1"
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func row(_ assignment: String, _ worker: String, _ status: String, _ first: String)
    -> String
  {
    "\(assignment),\(worker),\(status),left,gt/1.jpg,m/1.jpg,right,m/2.jpg,gt/2.jpg,"
      + "\(first),right,,812.5"
  }
}
