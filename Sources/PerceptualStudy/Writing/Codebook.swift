import Foundation
import Tables

/// What each column of a study's tables means.
enum Codebook {
  /// A column.
  struct Entry: Sendable {
    let file: String
    let column: String
    let type: String
    let values: String
    let meaning: String

    init(_ file: String, _ column: String, _ type: String, _ values: String, _ meaning: String) {
      self.file = file
      self.column = column
      self.type = type
      self.values = values
      self.meaning = meaning
    }
  }

  /// The file's name.
  static let fileName = "codebook.csv"
  /// The same for people.
  static let dictionaryName = "data-dictionary.md"

  private static func trial(_ file: String) -> [Entry] {
    [
      Entry(file, "position", "integer", "from 1", "place in the judge's sequence, over all kinds"),
      Entry(
        file, "kind", "text", "practice; main; vigilance",
        "practice has feedback and its own images; main counts; a vigilance fake is plainly false"),
      Entry(file, "image", "text", "file stem", "the image whose two versions were shown"),
      Entry(
        file, "method", "text", "a method's name; vigilance", "what made the fake of the pair"),
      Entry(file, "real_first", "integer", "0; 1", "1 where the real picture was shown first"),
    ]
  }

  static let trials =
    [Entry("trials.csv", "judge", "integer", "from 1", "the cell of the design")]
    + trial("trials.csv")

  static let answers =
    [Entry("answers.csv", "judge", "text", "a name without meaning", "who judged")]
    + trial("answers.csv") + [
      Entry(
        "answers.csv", "answer", "text", "first; second; empty",
        "the picture named as the fake; empty where there was no answer"),
      Entry(
        "answers.csv", "reaction_ms", "number", "milliseconds from 0; empty",
        "from the end of the second picture to the answer; empty where it was not taken"),
    ]

  static let balance = [
    Entry("balance.csv", "image", "text", "file stem", "an image that may stand in main trials"),
    Entry("balance.csv", "method", "text", "a method's name", "what made the fake"),
    Entry("balance.csv", "judgements", "integer", "from 0", "judges who judge this pair"),
    Entry("balance.csv", "real_first", "integer", "from 0", "of these, real picture first"),
    Entry("balance.csv", "fake_first", "integer", "from 0", "of these, fake first"),
    Entry("balance_judges.csv", "judge", "integer", "from 1", "the cell of the design"),
    Entry("balance_judges.csv", "practice", "integer", "from 0", "practice trials"),
    Entry("balance_judges.csv", "main", "integer", "from 1", "main trials"),
    Entry("balance_judges.csv", "vigilance", "integer", "from 0", "vigilance trials"),
    Entry("balance_judges.csv", "real_first", "integer", "from 0", "trials, real picture first"),
    Entry("balance_judges.csv", "fake_first", "integer", "from 0", "trials, fake first"),
    Entry(
      "balance_judges.csv", "longest_run", "integer", "1 to 3",
      "longest run of equal right answers"),
    Entry("balance_judges.csv", "main_METHOD", "integer", "from 0", "main trials of a method"),
  ]

  static let leftOut = [
    Entry(
      LeftOutTable.fileName, "picture", "text", "file stem or name", "a picture that is not shown"),
    Entry(LeftOutTable.fileName, "reason", "text", "free", "why not"),
  ]

  static let methods = [
    Entry("methods.csv", "method", "text", "a method's name", "what made the fakes"),
    Entry(
      "methods.csv", "published_rate", "number", "0 to 1; empty",
      "the fooling rate that the method's paper states"),
  ]

  /// `codebook.csv`: `file,column,type,values,meaning`.
  static func table(_ entries: [Entry]) -> Data {
    var csv = CSVWriter(header: ["file", "column", "type", "values", "meaning"])
    for entry in entries {
      csv.append([entry.file, entry.column, entry.type, entry.values, entry.meaning])
    }
    return csv.data
  }

  /// The same as Markdown, a table a file.
  static func dictionary(_ entries: [Entry], title: String) -> Data {
    var text = "# \(title)\n"
    var file = ""
    for entry in entries {
      if entry.file != file {
        text += "\n## \(entry.file)\n\n| Column | Type | Values | Meaning |\n|---|---|---|---|\n"
        file = entry.file
      }
      text += "| `\(entry.column)` | \(entry.type) | \(entry.values) | \(entry.meaning) |\n"
    }
    return Data(text.utf8)
  }
}
