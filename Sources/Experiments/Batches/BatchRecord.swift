import Files
import Foundation
import Synchronization
import Tables

/// What a folder of colorized pictures was made from: `colorized.csv`, a row a picture.
///
/// A row is added when a picture's files are written; a last row that was cut short is no row. When
/// the work ends the rows are sorted, so that the same work leaves the same bytes.
final class BatchRecord: Sendable {
  /// The file's name.
  static let fileName = "colorized.csv"
  private static let header = ["picture", "output", "key", "output_sha256", "ab_sha256"]

  /// One colorized picture.
  struct Row: Sendable, Equatable {
    /// The picture's file, without its folder.
    let picture: String
    /// The name of its results, without ending.
    let name: String
    /// SHA-256 of all that determines the results.
    let key: String
    /// SHA-256 of the picture written.
    let output: String
    /// SHA-256 of the chrominance written; empty where none was asked for.
    let ab: String

    fileprivate var fields: [String] { [picture, name, key, output, ab] }
  }

  private let path: String
  private let file: FileHandle
  private let rows: Mutex<[ExactName: Row]>

  /// Opens the record of a folder, or begins one.
  ///
  /// - Throws: ``ExperimentError/unwritable(_:reason:)``.
  init(folder: String) throws(ExperimentError) {
    path = "\(folder)/\(Self.fileName)"
    let known = Self.read(path)
    rows = Mutex(known)
    try Self.write(known, to: path)
    guard let file = FileHandle(forWritingAtPath: path), (try? file.seekToEnd()) != nil else {
      throw .unwritable(path, reason: "it cannot be opened")
    }
    self.file = file
  }

  deinit { try? file.close() }

  /// The row of the results of a name.
  func row(of name: String) -> Row? { rows.withLock { $0[ExactName(name)] } }

  /// Adds a row; the picture's files are written by then.
  func add(_ row: Row) throws(ExperimentError) {
    let written = rows.withLock { rows in
      rows[ExactName(row.name)] = row
      return (try? file.write(contentsOf: Self.line(row))) != nil
    }
    guard written else { throw .unwritable(path, reason: "the disk may be full") }
  }

  /// Sorts the file's rows; called when the work has ended.
  func close() throws(ExperimentError) {
    try Self.write(rows.withLock { $0 }, to: path)
  }

  private static func read(_ path: String) -> [ExactName: Row] {
    guard let data = try? SmallFile.read(path, limit: CSVReader.sizeLimit),
      let end = data.lastIndex(of: UInt8(ascii: "\n")),
      let lines = try? CSVReader.rows(of: data[...end]), lines.first == header
    else { return [:] }
    var rows: [ExactName: Row] = [:]
    for fields in lines.dropFirst() where fields.count == header.count {
      // A later row of a name takes the place of an earlier one.
      rows[ExactName(fields[1])] = Row(
        picture: fields[0], name: fields[1], key: fields[2], output: fields[3], ab: fields[4])
    }
    return rows
  }

  private static func write(
    _ rows: [ExactName: Row], to path: String
  ) throws(ExperimentError) {
    var csv = CSVWriter(header: header)
    for (_, row) in rows.sorted(by: { $0.key < $1.key }) { csv.append(row.fields) }
    do {
      try OutputFile.write(csv.data, to: path)
    } catch {
      throw .unwritable(path, reason: error.reason)
    }
  }

  private static func line(_ row: Row) -> Data {
    var csv = CSVWriter(header: header)
    let start = csv.data.count
    csv.append(row.fields)
    return csv.data.dropFirst(start)
  }
}
