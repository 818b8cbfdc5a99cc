import Experiments
import Foundation
import Testing

/// Every mistake in a study file is named with its line and key.
@Suite struct StudyMistakeTests {
  @Test(arguments: Mistake.inValues + Mistake.inLists + Mistake.inQuestion + Mistake.inParts)
  func namesLineAndKey(_ mistake: Mistake) {
    let found = problems(Data(tinyText([mistake.key: mistake.line]).utf8))
    #expect(found.count == 1)
    #expect(found.first?.line == mistake.saidLine)
    #expect(found.first?.key == mistake.saidKey)
    #expect(found.first?.explanation.contains(mistake.said) == true, "\(found)")
  }

  @Test func aPatchLargerThanThePictureIsRefused() {
    let found = problems(Data(tinyText(["patch": "patch: 33", "points": "points: [0, 1]"]).utf8))
    #expect(found.map(\.key) == ["patch"] && found.map(\.line) == [11])
    #expect(found.first?.explanation.contains("does not fit into size 32") == true)
    #expect(
      problems(Data(tinyText(["patch": "patch: 31", "points": "points: [0, 1]"]).utf8)).isEmpty)
  }

  @Test func allMistakesAreToldInTheOrderOfLines() {
    let text = tinyText([
      "version": "version: x", "size": "size: 1", "points": "points: [3, 1]", "patch": "path: 3",
    ])
    let found = problems(Data(text.utf8))
    #expect(found.map(\.key) == ["version", "size", "points", "path"])
    #expect(found.map(\.line) == [2, 5, 10, 11])
    let error = ExperimentError.invalidStudy(file: "study.yaml", problems: found)
    #expect(error.exitCode == 65)
    let said = error.message.split(separator: "\n")
    #expect(said.count == 4)
    #expect(said.first?.hasPrefix("study.yaml:2: version: should be a whole number") == true)
  }

  /// What is wrong with a file as a whole: the line that is named, and what is said.
  private static let broken: [(name: String, bytes: Data, line: Int, said: String)] = [
    ("empty", Data(), 1, "is empty"),
    ("only a comment", Data("# nothing\n".utf8), 1, "is empty"),
    ("a list", Data("- a\n- b\n".utf8), 1, "should be a list of 'key: value' lines"),
    ("a word", Data("study\n".utf8), 1, "should be a list of 'key: value' lines"),
    ("Latin-1", Data([0x73, 0x74, 0x3A, 0x20, 0xFC, 0x0A]), 1, "is not UTF-8"),
    ("UTF-16", "study: a".data(using: .utf16) ?? Data(), 1, "is not UTF-8"),
    ("tabs", Data("study: a\n\tversion: 1\n".utf8), 2, "tab"),
    ("a control character", Data("study: a\0b\n".utf8), 1, "is not YAML"),
    ("an open list", Data("study: a\nmethods: [gray\n".utf8), 3, "is not YAML"),
    ("an open quote", Data("study: a\ntitle: \"x\n".utf8), 3, "is not YAML"),
    ("no alias", Data("study: *a\n".utf8), 1, "alias"),
    ("an alias of itself", Data("study: &a [*a]\n".utf8), 1, "alias"),
    ("two documents", Data("---\nstudy: a\n---\nstudy: b\n".utf8), 3, "another document"),
    (
      "a key twice", Data((tinyText() + "size: 32\n").utf8), 5,
      "names a key twice: size"
    ),
    ("over 1 MB", Data(repeating: 0x23, count: 1 << 20 + 1), 1, "is over 1 MB"),
    ("deep flow lists", Data(repeating: 0x5B, count: 100_000), 1, "nesting"),
    ("deep block lists", Data(String(repeating: "- ", count: 100_000).utf8), 1, "nesting"),
    ("deep maps", Data(String(repeating: "{a: ", count: 100_000).utf8), 1, "nesting"),
    (
      "lists 900 deep",
      Data((String(repeating: "[", count: 900) + String(repeating: "]", count: 900)).utf8), 1,
      "should be a list of 'key: value' lines"
    ),
  ]

  @Test(arguments: broken.map(\.name)) func refusesFilesThatAreNoStudy(_ name: String) throws {
    let file = try #require(Self.broken.first { $0.name == name })
    let found = problems(file.bytes)
    #expect(found.count == 1)
    #expect(found.first?.line == file.line)
    #expect(found.first?.explanation.contains(file.said) == true, "\(found)")
  }

  @Test func anAliasBombIsRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let row = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(row)]\n"
    }
    let found = problems(Data((text + "methods: *a12\n" + tinyText(["methods": ""])).utf8))
    #expect(found.count == 1 && found.first?.explanation.contains("alias") == true)
  }

  @Test func starsAndAmpersandsInTextAreNoAliases() throws {
    let titled = tinyText([
      "title": "title: R&D, a * b, c & d and 'e*f'", "source": "source: \"*\"",
    ])
    #expect(try study(titled).title == "R&D, a * b, c & d and 'e*f'")
  }

  @Test func missingAndUnreadableFiles() throws {
    try withFolder { folder in
      #expect(throws: ExperimentError.missing(folder + "/none.yaml")) {
        try StudyFile.read(folder + "/none.yaml")
      }
      #expect(throws: ExperimentError.unreadable(folder)) { try StudyFile.read(folder) }
    }
  }
}
