import GRDB

extension Judgement {
  /// Reads a row of `answers` or `exported_answers` of a server's database, as strictly as a row of a
  /// file: what is no trial and no answer is refused.
  ///
  /// - Parameters:
  ///   - row: with the columns of ``AnswersFile/header``.
  ///   - file: the database, for errors.
  ///   - number: the row's, from 1, for errors.
  /// - Throws: ``PerceptualStudyError/invalidTable(file:row:explanation:)``.
  public init(_ row: Row, file: String, number: Int) throws(PerceptualStudyError) {
    self = try AnswersFile.judgement(
      AnswersFile.header.map { Self.text(row[$0]) }, file: file, row: number)
  }

  /// A value as a file has it; bytes are nothing that a file could have.
  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob: "(bytes)"
    }
  }
}
