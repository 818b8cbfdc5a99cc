import Foundation
import GRDB
import PerceptualStudy
import Testing

/// Reads a study's database as another program would.
enum Records {
  static func read<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
    try DatabaseQueue(path: path).read(body)
  }

  static func count(_ table: String, _ path: String) throws -> Int {
    try read(path) { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  static func judgements(_ path: String) throws -> [Judgement] {
    try read(path) { database in
      try Row.fetchAll(database, sql: "SELECT * FROM exported_answers").map { row in
        Judgement(
          judge: row["judge"],
          trial: Trial(
            position: row["position"], kind: try #require(TrialKind(rawValue: row["kind"])),
            image: row["image"], method: row["method"], realFirst: row["real_first"]),
          answer: NamedFake(rawValue: row["answer"]), reactionMilliseconds: row["reaction_ms"])
      }
    }
  }

  /// Whether the answers of each judge are usable.
  static func usable(_ path: String) throws -> [String: Bool] {
    try read(path) { database in
      try Row.fetchAll(database, sql: "SELECT DISTINCT judge, usable FROM exported_answers")
        .reduce(into: [:]) { $0[$1["judge"]] = $1["usable"] }
    }
  }
}
