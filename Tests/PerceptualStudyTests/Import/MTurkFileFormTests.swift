import Foundation
import PerceptualStudy
import Testing

/// Results files as the requester site, spreadsheets and people leave them: all mean the same answers.
@Suite struct MTurkFileFormTests {
  private static let header =
    "AssignmentId,WorkerId,AssignmentStatus,RejectionTime,Input.gt_side0,Input.images_left0,"
    + "Input.images_right0,Input.gt_side1,Input.images_left1,Input.images_right1,Answer.comments,"
    + "Answer.selection0,Answer.selection1,Approve,Reject"
  private static let first =
    "A1,W1,Submitted,,left,gt/1.jpg,m/1.jpg,right,m/2.jpg,gt/2.jpg,fine,left,right"
  private static let second =
    "A2,W2,Submitted,,right,m/1.jpg,gt/1.jpg,left,gt/2.jpg,m/2.jpg,,right,right"

  /// The file that the others are held against: every row as long as the header.
  private static let full = "\(header)\n\(first),,\n\(second),,\n"

  private func read(_ text: String) throws -> ImportedAnswers {
    try read(Data(text.utf8))
  }

  private func read(_ data: Data) throws -> ImportedAnswers {
    let scratch = try Scratch()
    try data.write(to: URL(fileURLWithPath: scratch.file("results.csv")))
    return try MTurkResults(design: nil, practice: 1, pseudonyms: Pseudonyms(salt: "12345678"))
      .read(scratch.file("results.csv"))
  }

  /// Real pictures are left, right, right and left; who names them as the fake is fooled.
  @Test func theControlIsRead() throws {
    let imported = try read(Self.full)
    #expect(imported.judgements.map(\.answer) == [.first, .second, .second, .second])
    #expect(imported.judgements.map(\.fooled) == [true, true, true, false])
    #expect(imported.dropped.isEmpty && imported.judges == 2)
  }

  @Test(arguments: [
    ("nobody has reviewed it", "\(header)\n\(first)\n\(second)\n"),
    ("one row is reviewed", "\(header)\n\(first),x,\n\(second)\n"),
    ("a row lacks its last cell", "\(header)\n\(first),\n\(second),,\n"),
    ("the last line does not end", "\(header)\n\(first)\n\(second)"),
    ("blank lines follow", "\(full)\n\n  \n"),
    ("rows of empty cells follow", "\(full),,,,,,,,,,,,,,\n,,\n"),
    ("empty cells follow every row", "\(header),,\n\(first),,,,\n\(second),,,,,\n"),
    ("a byte order mark", "\u{FEFF}\(full)"),
    ("CR LF", full.replacingOccurrences(of: "\n", with: "\r\n")),
    ("CR", full.replacingOccurrences(of: "\n", with: "\r")),
    (
      "a line break in a comment",
      full.replacingOccurrences(of: "fine", with: "\"fine,\r\nthanks\"")
    ),
    ("capitals", full.replacingOccurrences(of: ",fine,left,right", with: ",fine,Left,RIGHT")),
    (
      "blanks around selections and sides",
      full.replacingOccurrences(of: ",fine,left,right", with: ",fine,\" left\",\"right \"")
        .replacingOccurrences(of: "Submitted,,left", with: "Submitted,,\" LEFT \"")
    ),
    ("blanks around a worker", full.replacingOccurrences(of: "W1", with: "\" W1 \"")),
  ])
  func theSameAnswersAreRead(_ why: String, _ text: String) throws {
    let control = try read(Self.full)
    let imported = try read(text)
    #expect(
      AnswersFile.data(imported.judgements) == AnswersFile.data(control.judgements), "\(why)")
    #expect(imported.dropped.isEmpty, "\(why): \(imported.dropped)")
  }

  @Test(arguments: [
    (";", "the columns are separated by semicolons, not by commas"),
    ("\t", "the columns are separated by tabs, not by commas"),
  ])
  func otherSeparatorsAreNamed(_ separator: String, _ part: String) throws {
    let bare = Self.full.replacingOccurrences(of: ",", with: separator)
    let quoted = bare.split(separator: "\n").map { line in
      line.split(separator: Character(separator), omittingEmptySubsequences: false)
        .map { "\"\($0)\"" }.joined(separator: separator)
    }.joined(separator: "\n")
    for text in [bare, quoted, "\u{FEFF}" + quoted, "\r\n" + quoted] {
      let error = #expect(throws: PerceptualStudyError.self) { try read(text) }
      #expect(error?.message.contains("row 1: \(part)") == true, "\(error?.message ?? "")")
      #expect(error?.exitCode == 65)
    }
  }

  @Test func utf16IsNamed() throws {
    let data = try #require(Self.full.data(using: .utf16))
    let error = #expect(throws: PerceptualStudyError.self) { try read(data) }
    #expect(error?.message.contains("UTF-16") == true)
  }

  /// A selection that is no answer stops the import, unless its assignment does not count anyway.
  @Test func unreadableSelectionsOfDroppedRowsDoNotMatter() throws {
    let spoilt = Self.second.replacingOccurrences(of: ",right,right", with: ",both,right")
    let error = #expect(throws: PerceptualStudyError.self) {
      try read("\(Self.header)\n\(Self.first)\n\(spoilt)\n")
    }
    #expect(
      error?.message.contains("row 3: Answer.selection0 'both' should be left or right") == true)
    let rejected = spoilt.replacingOccurrences(of: "Submitted", with: "\" REJECTED\"")
    let imported = try read("\(Self.header)\n\(Self.first)\n\(rejected)\n")
    #expect(imported.judges == 1)
    #expect(imported.dropped.map(\.reason) == ["the assignment was rejected"])
  }

  @Test(arguments: [
    (0, "no pair counts as practice"), (1, "the first pair of each row counts as practice"),
  ])
  func practiceIsToldInWords(_ practice: Int, _ note: String) throws {
    let scratch = try Scratch()
    try scratch.put(Self.full, "results.csv")
    let imported = try MTurkResults(
      design: nil, practice: practice, pseudonyms: Pseudonyms(salt: "12345678")
    ).read(scratch.file("results.csv"))
    #expect(imported.notes == [note])
  }
}
