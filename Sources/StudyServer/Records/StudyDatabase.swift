import DatabaseFiles
import Foundation
import GRDB
import PerceptualStudy

/// What judges did: sessions, answers and events in an SQLite file.
///
/// The file is in write-ahead mode and synchronous FULL: a transaction that has returned survives the
/// loss of the process and of power (https://www.sqlite.org/pragma.html#pragma_synchronous).
public final class StudyDatabase: Sendable {
  /// The file's name in a design's folder.
  public static let fileName = "judgements.sqlite"

  /// Where the file is.
  public var path: String { store.path }

  let store: DurableStore<Refusal>
  /// Random letters under which names of workers are hashed.
  let salt: String
  /// What opens the experimenter's page.
  let experimenterToken: String
  /// What a judge hands in after the study, the same for all of a study.
  let completionCode: String

  /// Opens the database of a study, or makes it, readable by its owner only.
  public init(path: String, design: StudyDesign) throws(StudyServerError) {
    guard DurableDatabase.make(path) else {
      throw .unwritable(path: path, reason: "it cannot be made")
    }
    do {
      store = try DurableStore(path)
      let texts = try store.pool.write { try StudySchema.prepare($0, design: design) }
      (salt, experimenterToken, completionCode) = (texts.salt, texts.token, texts.completionCode)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Opens an existing database of any study, to change it.
  public init(existing path: String) throws(StudyServerError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    do {
      store = try DurableStore(path)
      let texts = try store.pool.read { try StudySchema.check($0) }
      (salt, experimenterToken, completionCode) = (texts.salt, texts.token, texts.completionCode)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Moves everything into the one file and closes it.
  public func close() { store.close() }

  private static func explain(_ error: any Error, _ path: String) -> StudyServerError {
    switch DatabaseTrouble(error) {
    case .damaged(let reason): .damagedDatabase(path: path, reason: reason)
    case .unwritable(let reason): .unwritable(path: path, reason: reason)
    }
  }
}
