import Files
import Foundation

/// Reads answers of our own making: the server's database, a static page's CSV file, or a folder of
/// such files.
public enum HintbenchAnswers {
  /// Reads a database, a file or a folder.
  ///
  /// - Parameter design: the design that the answers should be to; nil to take any.
  /// - Throws: ``PerceptualStudyError`` for what cannot be used.
  public static func read(
    _ path: String, design: StudyDesign?
  ) throws(PerceptualStudyError) -> ImportedAnswers {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path)
    }
    let imported: ImportedAnswers
    if isFolder.boolValue {
      imported = try readFolder(path)
    } else if try isDatabase(path) {
      imported = try ServerDatabase(path).answers()
    } else {
      var answers = ImportedAnswers()
      answers.judgements = try AnswersFile.read(path)
      imported = answers
    }
    if let design { try check(imported, against: design, file: path) }
    return imported
  }

  private static func isDatabase(_ path: String) throws(PerceptualStudyError) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
    do {
      return try handle.read(upToCount: ServerDatabase.signature.count) == ServerDatabase.signature
    } catch {
      throw .unreadable(path)
    }
  }

  /// The CSV files of a folder, by name; of a judge who stands in several, the fullest. Whatever else
  /// stands there is named as left out, but for files whose names begin with a dot.
  private static func readFolder(_ folder: String) throws(PerceptualStudyError) -> ImportedAnswers {
    let entries: [FolderEntry]
    do { entries = try FolderEntry.list(folder) } catch { throw .unreadable(folder) }
    var kept: [ExactName: (file: String, judgements: [Judgement])] = [:]
    var order: [ExactName] = []
    var imported = ImportedAnswers()
    for entry in entries {
      guard entry.name.lowercased().hasSuffix(".csv"), entry.fault == nil else {
        imported.dropped.append(
          .init(
            place: "\(folder)/\(entry.name)",
            reason: entry.fault ?? "has a name that does not end in .csv"))
        continue
      }
      let judgements = try AnswersFile.read("\(folder)/\(entry.name)")
      for (judge, theirs) in Dictionary(grouping: judgements, by: { ExactName($0.judge) }).sorted(
        by: { $0.key < $1.key })
      {
        guard let other = kept[judge] else {
          order.append(judge)
          kept[judge] = (entry.name, theirs)
          continue
        }
        let isFuller = theirs.count > other.judgements.count
        let (loser, winner) = isFuller ? (other.file, entry.name) : (entry.name, other.file)
        imported.dropped.append(
          .init(place: "judge \(judge) in \(loser)", reason: "stands in \(winner), too"))
        if isFuller { kept[judge] = (entry.name, theirs) }
      }
    }
    guard !order.isEmpty else {
      throw .unusable(
        file: folder,
        explanation: "it holds no CSV file with answers"
          + (imported.dropped.first.map { " (\($0.place) \($0.reason))" } ?? ""))
    }
    imported.judgements = order.flatMap { kept[$0]?.judgements ?? [] }
    return imported
  }

  /// Every answer must be to a trial that some judge of the design has at this position.
  static func check(
    _ imported: ImportedAnswers, against design: StudyDesign, file: String
  ) throws(PerceptualStudyError) {
    let known = Set(design.schedules.lazy.flatMap(\.trials).map(key))
    for judgement in imported.judgements where !known.contains(key(judgement.trial)) {
      throw .unusable(
        file: file,
        explanation: "the answer of judge '\(judgement.judge)' at position "
          + "\(judgement.trial.position) is to no trial of this design"
          + (design.normalFormRemark(on: judgement.trial).map { "; \($0)" } ?? ""))
    }
  }

  private static func key(_ trial: Trial) -> ExactName {
    ExactName(TrialsFile.fields(trial).joined(separator: "\u{0}"))
  }
}
