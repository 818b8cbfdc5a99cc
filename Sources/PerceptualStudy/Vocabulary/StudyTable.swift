import Foundation
import Tables

/// Tables of a study, read with their header checked.
enum StudyTable {
  /// The rows below the header, each with its number in the file, from 2.
  static func rows(
    _ path: String, header: [String], limit: Int
  ) throws(PerceptualStudyError) -> [(row: Int, fields: [String])] {
    let (found, rows) = try rows(path, limit: limit)
    guard found == header else {
      throw .invalidTable(
        file: path, row: 1,
        explanation: "the first line should be \(header.joined(separator: ","))")
    }
    return rows
  }

  /// The header and the rows below it, each as long as the header.
  static func rows(
    _ path: String, limit: Int
  ) throws(PerceptualStudyError) -> (header: [String], rows: [(row: Int, fields: [String])]) {
    func invalid(_ row: Int, _ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: path, row: row, explanation: explanation)
    }
    let data: Data
    do throws(PerceptualStudyError) {
      data = try SmallFile.read(path, limit: limit)
    } catch {
      if case .unusable(_, let explanation) = error { throw invalid(1, explanation) }
      throw error
    }
    guard let rows = CSVReader.rows(of: data) else {
      throw invalid(1, "the file is not CSV: quoting is broken")
    }
    guard let header = rows.first else { throw invalid(1, "the file is empty") }
    var numbered: [(row: Int, fields: [String])] = []
    numbered.reserveCapacity(rows.count)
    for (index, fields) in rows.enumerated().dropFirst() {
      guard fields.count == header.count else {
        throw invalid(index + 1, "has \(fields.count) fields instead of \(header.count)")
      }
      numbered.append((index + 1, fields))
    }
    return (header, numbered)
  }
}
