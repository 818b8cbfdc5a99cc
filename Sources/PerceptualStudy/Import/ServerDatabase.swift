import Files
import Foundation
import GRDB

/// The database of the study server, opened for reading only.
struct ServerDatabase {
  private let queue: DatabaseQueue
  private let path: String

  /// How an SQLite file begins.
  static let signature = Data("SQLite format 3\u{0}".utf8)
  /// Most answers read.
  private static let mostAnswers = 20_000_000

  /// Opens a database.
  init(_ path: String) throws(PerceptualStudyError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    } catch {
      throw Self.explained(error, path)
    }
  }

  /// A judge of the database.
  struct Judge {
    let name: String
    /// The salted hash of the worker's name; nil where no recruiting site sent them.
    let worker: String?
  }

  /// The salt of workers' names.
  func salt() throws(PerceptualStudyError) -> String {
    let found = try read {
      try String.fetchOne($0, sql: "SELECT value FROM study WHERE name = 'salt'")
    }
    guard let found else { throw .unusable(file: path, explanation: "it holds no salt") }
    return found
  }

  /// Everybody who began.
  func judges() throws(PerceptualStudyError) -> [Judge] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT judge, worker FROM sessions ORDER BY id")
        .compactMap { row in
          String.fromDatabaseValue(row["judge"]).map {
            Judge(name: $0, worker: String.fromDatabaseValue(row["worker"]))
          }
        }
    }
  }

  /// The answers, and whether each judge withdrew and is usable.
  func answers() throws(PerceptualStudyError) -> ImportedAnswers {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql:
          "SELECT \(AnswersFile.header.joined(separator: ", ")), withdrawn, usable FROM exported_answers LIMIT ?",
        arguments: [Self.mostAnswers + 1])
    }
    guard rows.count <= Self.mostAnswers else {
      throw .unusable(file: path, explanation: "it holds over \(Self.mostAnswers) answers")
    }
    var imported = ImportedAnswers()
    var withdrawn: Set<String> = []
    var unusable: Set<String> = []
    var seen: Set<ExactName> = []
    for (index, row) in rows.enumerated() {
      let judgement = try Judgement(row, file: path, number: index + 1)
      guard seen.insert(judgement.place).inserted else {
        throw .invalidTable(
          file: path, row: index + 1,
          explanation: "judge '\(judgement.judge)' answers position "
            + "\(judgement.trial.position) a second time")
      }
      if Bool.fromDatabaseValue(row["withdrawn"]) != false {
        if withdrawn.insert(judgement.judge).inserted {
          imported.dropped.append(
            .init(place: "judge \(judgement.judge)", reason: "withdrew their answers"))
        }
        continue
      }
      if Bool.fromDatabaseValue(row["usable"]) != true { unusable.insert(judgement.judge) }
      imported.judgements.append(judgement)
    }
    if !unusable.isEmpty {
      let (judges, are) =
        unusable.count == 1
        ? ("1 judge did not finish or falls", "the answers are")
        : ("\(unusable.count) judges did not finish or fall", "their answers are")
      imported.notes.append(
        "\(judges) under the exclusion rule; \(are) kept, and the analysis tells both")
    }
    return imported
  }

  private func read<Value>(
    _ body: (Database) throws -> Value
  ) throws(PerceptualStudyError) -> Value {
    do { return try queue.read(body) } catch { throw Self.explained(error, path) }
  }

  private static func explained(_ error: any Error, _ path: String) -> PerceptualStudyError {
    let reason = (error as? DatabaseError)?.message ?? "\(error)"
    return .unusable(
      file: path,
      explanation: "it cannot be read as a database of 'hintbench judge serve': \(reason)")
  }
}
