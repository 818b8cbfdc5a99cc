import Foundation
import GRDB
import PerceptualStudy
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Our own files and databases, and Prolific's export beside them.
@Suite struct HintbenchAnswersTests {
  /// A database with the parts of the server's that importing reads.
  private func makeDatabase(_ path: String, design: StudyDesign) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE study (name TEXT, value TEXT);
          INSERT INTO study VALUES ('salt', 'the salt');
          CREATE TABLE sessions (id INTEGER PRIMARY KEY, judge TEXT, worker TEXT, withdrawn INTEGER,
            usable INTEGER);
          CREATE TABLE answers (judge TEXT, position INTEGER, kind TEXT, image TEXT, method TEXT,
            real_first INTEGER, answer TEXT, reaction_ms REAL);
          CREATE VIEW exported_answers AS SELECT answers.*, withdrawn, usable FROM answers
            JOIN sessions USING (judge) ORDER BY sessions.id, position;
          """)
      for (index, worker) in ["P1", "P2", "P3", nil].enumerated() {
        // HMAC-SHA-256 under "the salt" by Python's hmac module, of "prolific:P1" and so on.
        let hash = worker.map { Self.hashes[$0] ?? "" }
        try database.execute(
          sql: "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)",
          arguments: [index, "j\(index)", hash, index == 2 ? 1 : 0, index == 1 ? 0 : 1])
        for trial in design.schedules[index].trials {
          try database.execute(
            sql: "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
              "j\(index)", trial.position, trial.kind.rawValue, trial.image, trial.method,
              trial.realFirst ? 1 : 0, trial.position % 2 == 0 ? "first" : "second", 512.25,
            ])
        }
      }
    }
  }

  private static let hashes = [
    "P1": "f8deb3c0a238d2dc647421b023b01cec8f214d1c889bee4d8151b03a56fd4f81",
    "P2": "f58318b81d2dab65d176e511a6d4f78882279a75deb9e3203d9e0fffbff7745a",
    "P3": "cb62e6522b9fe352a90d730746d09bd059fd3bde09969294c980d3cb71a0b229",
  ]

  @Test func databasesAreRead() throws {
    let scratch = try Scratch()
    let design = try SharedDesign.report().design
    try makeDatabase(scratch.file("study.sqlite"), design: design)
    let imported = try HintbenchAnswers.read(scratch.file("study.sqlite"), design: design)
    #expect(Set(imported.judgements.map(\.judge)) == ["j0", "j1", "j3"])
    #expect(imported.dropped.map(\.place) == ["judge j2"])
    #expect(imported.dropped.map(\.reason) == ["withdrew their answers"])
    #expect(imported.judgements.prefix(9).map(\.trial) == design.schedules[0].trials)
    #expect(imported.judgements.allSatisfy { $0.reactionMilliseconds == 512.25 })
    #expect(
      imported.notes.count == 1 && imported.notes[0].hasPrefix("1 judge did not finish or falls"))
  }

  @Test func prolificKeepsWhatStands() throws {
    let scratch = try Scratch()
    let design = try SharedDesign.report().design
    try makeDatabase(scratch.file("study.sqlite"), design: design)
    try scratch.put(
      """
      Submission id,Participant id,Status,Completion code
      s1,P1,APPROVED,C1
      s2,P2,TIMED-OUT,
      s4,P9,AWAITING REVIEW,C1
      """, "export.csv")
    let imported = try ProlificExport.read(
      scratch.file("export.csv"), database: scratch.file("study.sqlite"), design: design)
    #expect(Set(imported.judgements.map(\.judge)) == ["j0"])
    #expect(
      imported.dropped.map { "\($0.place): \($0.reason)" } == [
        "judge j2: withdrew their answers", "judge j1: row 3 of the export says TIMED OUT",
        "judge j3: was not sent by a recruiting site",
      ])
    try scratch.put("Name,State\nx,y\n", "export.csv")
    #expect(throws: PerceptualStudyError.self) {
      try ProlificExport.read(
        scratch.file("export.csv"), database: scratch.file("study.sqlite"), design: nil)
    }
  }

  /// A submission that is under way has no completion code yet, and the site leaves the cell out.
  @Test func shortRowsOfProlificAreRead() throws {
    let scratch = try Scratch()
    let design = try SharedDesign.report().design
    try makeDatabase(scratch.file("study.sqlite"), design: design)
    let header = "Submission id,Participant id,Status,Started at,Completion code"
    try scratch.put(
      "\u{FEFF}\(header)\r\ns1,P1,APPROVED\r\ns2,\" P2 \",\" approved \",,\r\n\r\n", "export.csv")
    let imported = try ProlificExport.read(
      scratch.file("export.csv"), database: scratch.file("study.sqlite"), design: design)
    #expect(Set(imported.judgements.map(\.judge)) == ["j0", "j1"])
    for (text, part) in [
      ("\(header)\ns1,P1\n", "row 2: has 2 fields instead of 5: it ends before Status"),
      ("\(header)\ns1,P1,APPROVED,,,more\n", "row 2: has 6 fields instead of 5"),
      (
        header.replacingOccurrences(of: ",", with: ";") + "\ns1;P1;APPROVED;;\n",
        "separated by semicolons"
      ),
    ] {
      try scratch.put(text, "export.csv")
      let error = #expect(throws: PerceptualStudyError.self) {
        try ProlificExport.read(
          scratch.file("export.csv"), database: scratch.file("study.sqlite"), design: nil)
      }
      #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }
  }

  /// A damaged database ends in an error that names it, never in half the answers.
  @Test func damagedDatabasesAreRefused() throws {
    let scratch = try Scratch()
    let design = try SharedDesign.report().design
    try makeDatabase(scratch.file("study.sqlite"), design: design)
    let whole = try scratch.data("study.sqlite")
    let count = try HintbenchAnswers.read(scratch.file("study.sqlite"), design: nil)
      .judgements.count
    for length in [16, 100, 1000, 4096, 5000, whole.count / 2] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: scratch.file("cut.sqlite")))
      do throws(PerceptualStudyError) {
        let read = try HintbenchAnswers.read(scratch.file("cut.sqlite"), design: nil)
        #expect(read.judgements.count == count, "cut to \(length) bytes")
      } catch {
        #expect(error.exitCode == 65 && error.message.contains("cut.sqlite"))
      }
    }
    let queue = try DatabaseQueue(path: scratch.file("study.sqlite"))
    for change in [
      "UPDATE answers SET answer = 'third' WHERE position = 3",
      "UPDATE answers SET answer = 'first', real_first = 2",
      "UPDATE answers SET real_first = 1, position = x'00'",
      "UPDATE answers SET kind = 'mian' WHERE position = 3",
      "UPDATE answers SET position = 1", "DROP VIEW exported_answers",
    ] {
      try queue.write { try $0.execute(sql: change) }
      let error = #expect(throws: PerceptualStudyError.self, "\(change)") {
        try HintbenchAnswers.read(scratch.file("study.sqlite"), design: nil)
      }
      #expect(error?.exitCode == 65)
    }
  }

  @Test func filesOfAStaticStudyAreGathered() throws {
    let scratch = try Scratch()
    let design = try SharedDesign.report().design
    func answers(_ judge: String, _ cell: Int, _ count: Int) -> [Judgement] {
      design.schedules[cell].trials.prefix(count).map {
        Judgement(judge: judge, trial: $0, answer: .first, reactionMilliseconds: 400)
      }
    }
    try FileManager.default.createDirectory(
      atPath: scratch.file("in"), withIntermediateDirectories: true)
    try AnswersFile.write(answers("1-aa", 0, 9), to: scratch.file("in/b.csv"))
    try AnswersFile.write(answers("1-aa", 0, 4), to: scratch.file("in/a.csv"))
    try AnswersFile.write(answers("2-bb", 1, 9), to: scratch.file("in/c.csv"))
    try scratch.put("notes", "in/readme.txt")
    let imported = try HintbenchAnswers.read(scratch.file("in"), design: design)
    #expect(imported.judgements == answers("1-aa", 0, 9) + answers("2-bb", 1, 9))
    #expect(
      imported.dropped.map(\.place) == [
        "judge 1-aa in a.csv", "\(scratch.file("in"))/readme.txt",
      ])
    // Answers to no trial of the design are refused.
    let foreign = Judgement(
      judge: "x",
      trial: Trial(position: 3, kind: .main, image: "?", method: "pale", realFirst: true),
      answer: .first, reactionMilliseconds: nil)
    try AnswersFile.write([foreign], to: scratch.file("in/d.csv"))
    let error = #expect(throws: PerceptualStudyError.self) {
      try HintbenchAnswers.read(scratch.file("in"), design: design)
    }
    #expect(error?.message.contains("judge 'x' at position 3") == true)
  }

  private static let header = "judge,position,kind,image,method,real_first,answer,reaction_ms"

  private func answers(_ rows: [String], in scratch: Scratch, _ name: String) throws {
    try scratch.put(([Self.header] + rows).joined(separator: "\n") + "\n", name)
  }

  /// Endings count without regard to case; what is left out is named, but for hidden files.
  @Test func odditiesOfAFolderAreNamed() throws {
    let scratch = try Scratch()
    let folder = scratch.file("in")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/c.csv", withIntermediateDirectories: true)
    try answers(["1,1,main,a,m,1,first,700"], in: scratch, "in/a.csv")
    try answers(["2,1,main,a,m,1,second,700"], in: scratch, "in/B.CSV")
    try scratch.put("\u{0}\u{5}\u{16}\u{7}Mac OS X", "in/._a.csv")
    try scratch.put("notes", "in/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/gone.csv", withDestinationPath: "nowhere")
    let latin = Array("\(folder)/caf".utf8) + [0xE9] + Array(".csv".utf8) + [0]
    let made = creat(latin.map { CChar(bitPattern: $0) }, 0o600)
    try #require(made >= 0)
    close(made)
    let imported = try HintbenchAnswers.read(folder, design: nil)
    #expect(imported.judgements.map(\.judge) == ["2", "1"])
    #expect(
      imported.dropped.map { "\($0.place.dropFirst(folder.count + 1)) \($0.reason)" } == [
        "c.csv is a folder; what is in it is not looked at",
        "caf\\xE9.csv has a name that is not UTF-8; rename it",
        "gone.csv is a link to a file that is not there; mend or remove it",
        "notes.txt has a name that does not end in .csv",
      ])
    try FileManager.default.removeItem(atPath: "\(folder)/a.csv")
    try FileManager.default.removeItem(atPath: "\(folder)/B.CSV")
    let error = #expect(throws: PerceptualStudyError.self) {
      try HintbenchAnswers.read(folder, design: nil)
    }
    #expect(error?.message.contains("holds no CSV file with answers") == true)
  }

  /// Excel leaves out empty cells at the end; an answer that is cut off is no empty one.
  @Test func shortRowsOfAnswersAreRead() throws {
    let scratch = try Scratch()
    try answers(["1,1,main,a,m,1,first", "1,2,main,b,m,0,second,700,,"], in: scratch, "a.csv")
    let read = try AnswersFile.read(scratch.file("a.csv"))
    #expect(read.map(\.reactionMilliseconds) == [nil, 700])
    for (row, part) in [
      ("1,1,main,a,m,1", "row 2: has 6 fields instead of 8: it ends before answer"),
      ("1,1,main,a,m,1,first,7,x", "row 2: has 9 fields instead of 8"),
    ] {
      try answers([row], in: scratch, "a.csv")
      let error = #expect(throws: PerceptualStudyError.self) {
        try AnswersFile.read(scratch.file("a.csv"))
      }
      #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }
  }

  /// "é" in one letter and in two: judges and images are told apart by their bytes.
  @Test func namesAreComparedByTheirBytes() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let scratch = try Scratch()
    try answers(
      ["\(composed),1,main,a,m,1,first,700", "\(decomposed),1,main,a,m,1,second,700"], in: scratch,
      "a.csv")
    let imported = try HintbenchAnswers.read(scratch.file("a.csv"), design: nil)
    #expect(imported.judgements.count == 2 && imported.judges == 2)
    #expect([composed, "x", decomposed, "x"].sameLettersInOtherBytes() == [composed])
    #expect(["x", "y"].sameLettersInOtherBytes() == [])
  }
}
