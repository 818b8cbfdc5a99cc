import Files
import Foundation
import SeededChance
import Tables

/// A study to be published: answers under names without meaning, what each column means, and no
/// pictures.
public struct StudyArchive: Sendable {
  /// What the description says beside the data.
  public struct Credits: Sendable {
    /// The licence's address, such as https://spdx.org/licenses/CC-BY-4.0.html.
    public var licence: String
    /// Who made the study.
    public var creator: String
    /// Where the archive will be.
    public var url: String
    /// The day of publication, `YYYY-MM-DD`.
    public var date: String

    /// Says that rights are not determined: https://rightsstatements.org.
    public static let undetermined = "https://rightsstatements.org/vocab/UND/1.0/"

    /// Names them.
    public init(licence: String, creator: String, url: String, date: String) {
      self.licence = licence
      self.creator = creator
      self.url = url
      self.date = date
    }
  }

  private let design: StudyDesign
  private let judgements: [Judgement]
  private let credits: Credits

  /// Reads a design and the answers to it.
  ///
  /// - Throws: what reading throws, and ``PerceptualStudyError/unusable(file:explanation:)`` for
  ///   answers to another design.
  public init(
    design folder: String, answers: String, credits: Credits
  ) throws(PerceptualStudyError) {
    design = try DesignFolder.verify(folder)
    judgements = try AnswersFile.read(answers)
    self.credits = credits
    let isDate =
      credits.date.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
    guard isDate else {
      throw .invalidOption(name: "--date", explanation: "should be YYYY-MM-DD")
    }
    let known = Set(design.schedules.lazy.flatMap(\.trials).map(Self.pair))
    for judgement in judgements where !known.contains(Self.pair(judgement.trial)) {
      throw .unusable(
        file: answers,
        explanation: "judge '\(judgement.judge)' answers '\(judgement.trial.image)' by "
          + "'\(judgement.trial.method)', which this design does not show"
          + (design.normalFormRemark(on: judgement.trial).map { "; \($0)" } ?? ""))
    }
  }

  private static func pair(_ trial: Trial) -> ExactName {
    ExactName([trial.kind.rawValue, trial.image, trial.method].joined(separator: "\u{0}"))
  }

  /// Writes the archive, whole or not at all.
  ///
  /// - Returns: the names of the files.
  public func write(into output: String) throws(PerceptualStudyError) -> [String] {
    let staged = try StagedFolder(output)
    var bare = design
    bare.pictures = []
    let columns = Codebook.answers + Codebook.trials + Codebook.methods
    let csv = "text/csv"
    let files: [(name: String, type: String, bytes: Data)] = [
      ("answers.csv", csv, AnswersFile.data(renamed)),
      (DesignFolder.trialsFile, csv, TrialsFile.data(design.schedules)),
      ("methods.csv", csv, methods),
      (DesignFolder.designFile, "application/json", try DesignHash.canonical(bare)),
      (Codebook.fileName, csv, Codebook.table(columns)),
      (
        Codebook.dictionaryName, "text/markdown",
        Codebook.dictionary(columns, title: "The tables of \(design.study)")
      ),
      ("README.md", "text/markdown", Data(readme.utf8)),
    ]
    for file in files { try staged.write(file.bytes, to: file.name) }
    let description = CroissantDescription(
      design: design, credits: credits, files: files, columns: columns)
    try staged.write(try description.data(), to: CroissantDescription.fileName)
    try staged.finish(last: CroissantDescription.fileName)
    return files.map(\.name) + [CroissantDescription.fileName]
  }

  /// The answers with judges numbered in an order that says nothing of when they took part.
  private var renamed: [Judgement] {
    let names = Set(judgements.map { ExactName($0.judge) }).sorted()
    var chance = SplitMix64(seed: design.seed, design.study, "archive", design.hash)
    let order = names.shuffled(by: &chance)
    let digits = String(order.count).count
    let numbers = order.enumerated().map { index, name in
      let number = String(index + 1)
      let mark = name.text.hasPrefix(Judgement.simulatedMark) ? Judgement.simulatedMark : ""
      return (name, mark + "J" + String(repeating: "0", count: digits - number.count) + number)
    }
    let renamed = Dictionary(uniqueKeysWithValues: numbers)
    return judgements.map { judgement in
      Judgement(
        judge: renamed[ExactName(judgement.judge)] ?? "", trial: judgement.trial,
        answer: judgement.answer,
        reactionMilliseconds: judgement.reactionMilliseconds)
    }
    .sorted { ($0.judge, $0.trial.position) < ($1.judge, $1.trial.position) }
  }

  private var methods: Data {
    var csv = CSVWriter(header: ["method", "published_rate"])
    for method in design.methods {
      csv.append([method.name, method.publishedRate.map { "\($0)" } ?? ""])
    }
    return csv.data
  }

  private var readme: String {
    """
    # \(design.title)

    \(design.source.map { "After \($0). " } ?? "")A real-vs-fake study: a judge sees a true picture and
    a colorized one, one after the other, and names the fake.

    - `answers.csv`: who answered what, with what each trial showed.
    - `trials.csv`: what was planned for each judge; `methods.csv`: the methods.
    - `design.json`: times, sizes, the exclusion rule and the rest of the design, without pictures. Its
      hash is that of the whole design, pictures included: \(design.hash)
    - `\(Codebook.dictionaryName)` and `\(Codebook.fileName)`: what every column means.
    - `\(CroissantDescription.fileName)`: all this for machines, in Croissant 1.1.

    Judges are numbered in an order drawn by chance. Nothing here points to a person.

    Licence: \(credits.licence)

    """
  }
}
