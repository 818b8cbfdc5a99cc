import Colorization
import Experiments
import Foundation
import Testing

/// Hint points from files.
@Suite struct HintsFileTests {
  private static let header = "row,column,size,a,b\n"

  @Test func readsPointsInTheirOrder() throws {
    let hints = try read(Self.header + "3,4,7,-12.5,30\n0,0,1,128,-128\n63,47,4095,0,1e1\n")
    #expect(
      hints.points == [
        HintPoint(row: 3, column: 4, size: 7, a: -12.5, b: 30),
        HintPoint(row: 0, column: 0, size: 1, a: 128, b: -128),
        HintPoint(row: 63, column: 47, size: 4095, a: 0, b: 10),
      ])
    #expect(try read(Self.header).isEmpty)
    #expect(try read("row,column,size,a,b").isEmpty)
  }

  @Test func lineEndsQuotesAndBlankLinesDoNotMatter() throws {
    let plain = try read(Self.header + "3,4,7,-12.5,30\n5,6,3,1,2\n")
    #expect(try read("row,column,size,a,b\r\n3,4,7,-12.5,30\r\n5,6,3,1,2") == plain)
    #expect(try read(Self.header + "\"3\",\"4\",7,-12.5,30\n\n5,6,3,1,2\n\n") == plain)
    #expect(try read("row,column,size,a,b\n3, 4, 7, -12.5, 30\n5,6,3,1,2\n") == plain)
  }

  /// What is wrong with the second or a later row, and what must be said.
  @Test(
    arguments: [
      ("1,2,3,4", "has 4 fields instead of 5"), ("1,2,3,4,5,6", "has 6 fields"),
      ("x,2,3,4,5", "row 'x'"), ("-1,2,3,4,5", "row '-1'"), ("64,2,3,4,5", "row '64'"),
      ("1.0,2,3,4,5", "row '1.0'"), (",2,3,4,5", "row ''"),
      ("99999999999999999999,2,3,4,5", "row '9999"), ("1,48,3,4,5", "column '48'"),
      ("1,two,3,4,5", "column 'two'"), ("1,2,2,4,5", "size '2'"), ("1,2,0,4,5", "size '0'"),
      ("1,2,-3,4,5", "size '-3'"), ("1,2,4097,4,5", "size '4097'"), ("1,2,3,red,5", "a 'red'"),
      ("1,2,3,4,", "b ''"), ("1,2,3,nan,5", "a 'nan'"), ("1,2,3,4,inf", "b 'inf'"),
      ("1,2,3,129,5", "a '129'"), ("1,2,3,4,-1e9", "b '-1e9'"),
    ])
  func namesTheRowOfAMistake(_ row: String, _ said: String) throws {
    for before in 0...2 {
      let text = Self.header + String(repeating: "1,2,3,4,5\n", count: before) + row + "\n9,x\n"
      let error = failure(text)
      guard case .invalidHints(_, before + 2, let explanation)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(explanation.contains(said), "\(explanation)")
      #expect(error?.exitCode == 65)
    }
  }

  @Test(
    arguments: [
      "", "\n", "row,column,size,a\n", "column,row,size,a,b\n", "1,2,3,4,5\n",
      "ROW,COLUMN,SIZE,A,B\n",
      "row;column;size;a;b\n", "row,column,size,a,b,c\n", "\"row,column,size,a,b\n",
      "\u{0}\u{1}\u{2}",
    ])
  func refusesFilesThatAreNoHints(_ text: String) {
    guard case .invalidHints(_, 1, let explanation)? = failure(text) else {
      Issue.record("\(String(describing: failure(text)))")
      return
    }
    #expect(!explanation.isEmpty)
  }

  @Test(arguments: ["1,2,3,\"4,5\n", "1,2,3,4\"x\"4,5\n"])
  func brokenQuotesAreNamedWithTheirRow(_ row: String) {
    guard case .invalidHints(_, 2, let explanation)? = failure(Self.header + row) else {
      Issue.record("\(String(describing: failure(Self.header + row)))")
      return
    }
    #expect(explanation.contains("quoting is broken"))
  }

  @Test func missingAndUnreadableFiles() throws {
    try withFolder { folder in
      #expect(throws: ExperimentError.missing(folder + "/none.csv")) {
        try HintsFile.read(folder + "/none.csv", height: 8, width: 8)
      }
      #expect(throws: ExperimentError.unreadable(folder)) {
        try HintsFile.read(folder, height: 8, width: 8)
      }
    }
  }

  private func read(_ text: String) throws -> Hints {
    try withFolder { folder in
      try put(text, folder + "/hints.csv")
      return try HintsFile.read(folder + "/hints.csv", height: 64, width: 48)
    }
  }

  private func failure(_ text: String) -> ExperimentError? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? ExperimentError
    }
  }
}
