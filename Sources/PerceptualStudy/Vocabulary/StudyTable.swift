import Foundation
import Tables

/// Tables of a study, read with their header checked.
enum StudyTable {
  /// The rows below the header, each with its number in the file, from 2.
  static func rows(
    _ path: String, header: [String], limit: Int
  ) throws(PerceptualStudyError) -> [(row: Int, fields: [String])] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
    let data: Data?
    do { data = try FileHandle(forReadingAtPath: path)?.read(upToCount: limit + 1) ?? nil } catch {
      throw .unreadable(path)
    }
    guard let data else { throw .unreadable(path) }
    func invalid(_ row: Int, _ explanation: String) -> PerceptualStudyError {
      .invalidTable(file: path, row: row, explanation: explanation)
    }
    guard data.count <= limit else { throw invalid(1, "the file is over \(limit >> 20) MiB") }
    guard let rows = CSVReader.rows(of: data) else {
      throw invalid(1, "the file is not CSV: quoting is broken")
    }
    guard rows.first == header else {
      throw invalid(1, "the first line should be \(header.joined(separator: ","))")
    }
    var numbered: [(row: Int, fields: [String])] = []
    numbered.reserveCapacity(rows.count)
    for (index, fields) in rows.enumerated().dropFirst() {
      guard fields.count == header.count else {
        throw invalid(index + 1, "has \(fields.count) fields instead of \(header.count)")
      }
      numbered.append((index + 1, fields))
    }
    return numbered
  }
}
