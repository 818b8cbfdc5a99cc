import Foundation
import Tables

/// Tables of a study, read with their header checked.
///
/// Rows are counted from 1, the header being row 1 and blank lines not counting. Spreadsheets and
/// recruiting sites leave out empty cells at the end of a row, as pandas and Python's `csv.DictReader`
/// expect; they are filled in. Empty cells beyond the header are left out, and so are rows of nothing
/// but empty cells.
enum StudyTable {
  /// A row below the header, with its number and as many fields as the header has.
  typealias Row = (row: Int, fields: [String])

  /// The rows below a header that is known.
  ///
  /// - Parameter optional: how many columns at the end a row may lack.
  static func rows(
    _ path: String, header: [String], optional: Int = 0, limit: Int
  ) throws(PerceptualStudyError) -> [Row] {
    try rows(path, limit: limit) { found throws(PerceptualStudyError) in
      guard found == header else {
        throw .invalidTable(
          file: path, row: 1,
          explanation: "the first line should be \(header.joined(separator: ","))")
      }
      return (found, header.count - optional)
    }.rows
  }

  /// What a header says, and the rows below it.
  ///
  /// - Parameter read: reads the header, and tells how many of its columns no row may lack.
  static func rows<Columns>(
    _ path: String, limit: Int,
    read: ([String]) throws(PerceptualStudyError) -> (columns: Columns, needed: Int)
  ) throws(PerceptualStudyError) -> (columns: Columns, rows: [Row]) {
    func invalid(_ row: Int, _ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: path, row: row, explanation: explanation)
    }
    let data = try SmallFile.read(path, limit: limit)
    let rows: [[String]]
    do throws(CSVFault) { rows = try CSVReader.rows(of: data) } catch {
      throw invalid(error.row, error.explanation)
    }
    guard let first = rows.first else { throw invalid(1, "the file is empty") }
    let header = Array(first.prefix((first.lastIndex { !$0.isEmpty } ?? -1) + 1))
    let (columns, needed) = try read(header)
    var numbered: [Row] = []
    numbered.reserveCapacity(rows.count)
    for (index, fields) in rows.enumerated().dropFirst() where !fields.allSatisfy(\.isEmpty) {
      guard fields.dropFirst(header.count).allSatisfy(\.isEmpty) else {
        throw invalid(index + 1, "has \(fields.count) fields instead of \(header.count)")
      }
      guard fields.count >= needed else {
        throw invalid(
          index + 1,
          "has \(fields.count) fields instead of \(header.count): it ends before "
            + "\(header[fields.count])")
      }
      numbered.append((index + 1, fitted(fields, to: header.count)))
    }
    return (columns, numbered)
  }

  /// A row with so many fields.
  private static func fitted(_ fields: [String], to count: Int) -> [String] {
    guard fields.count != count else { return fields }
    return fields.prefix(count) + Array(repeating: "", count: max(count - fields.count, 0))
  }
}
