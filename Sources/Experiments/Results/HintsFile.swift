import Colorization
import Foundation
import Tables

/// Hint points in `hints.csv`: header `row,column,size,a,b`.
public enum HintsFile {
  private static let header = ["row", "column", "size", "a", "b"]

  /// The bytes of a file of points, oldest first, as many digits as the numbers have.
  public static func data(_ hints: Hints) -> Data {
    var csv = CSVWriter(header: header)
    for point in hints.points {
      csv.append([
        "\(point.row)", "\(point.column)", "\(point.size)", "\(point.a)", "\(point.b)",
      ])
    }
    return csv.data
  }

  /// Reads points, oldest first.
  ///
  /// - Parameters:
  ///   - path: of the CSV file.
  ///   - height: rows of the picture that the points are for; their centres must lie inside.
  ///   - width: columns of the picture.
  /// - Throws: ``ExperimentError/invalidHints(file:row:explanation:)`` with the row counted from 1,
  ///   the header being row 1.
  public static func read(_ path: String, height: Int, width: Int) throws(ExperimentError) -> Hints
  {
    let data = try SmallFile.read(path, limit: CSVReader.sizeLimit)
    func invalid(_ row: Int, _ explanation: String) -> ExperimentError {
      .invalidHints(file: path, row: row, explanation: explanation)
    }
    guard data.count <= CSVReader.sizeLimit else { throw invalid(1, "is over 16 MB") }
    let rows: [[String]]
    do throws(CSVFault) { rows = try CSVReader.rows(of: data) } catch {
      throw invalid(error.row, error.explanation)
    }
    guard rows.first == header else {
      throw invalid(1, "the first line should be \(header.joined(separator: ","))")
    }
    var points: [HintPoint] = []
    for (index, fields) in rows.enumerated().dropFirst() {
      guard fields.count == header.count else {
        throw invalid(index + 1, "has \(fields.count) fields instead of \(header.count)")
      }
      guard let row = Int(fields[0]), (0..<height).contains(row) else {
        throw invalid(index + 1, "row '\(fields[0])' should be a whole number in 0..<\(height)")
      }
      guard let column = Int(fields[1]), (0..<width).contains(column) else {
        throw invalid(index + 1, "column '\(fields[1])' should be a whole number in 0..<\(width)")
      }
      guard let size = Int(fields[2]), (1...4095).contains(size), size % 2 == 1 else {
        throw invalid(index + 1, "size '\(fields[2])' should be an odd whole number in 1...4095")
      }
      guard let a = Double(fields[3]), let b = Double(fields[4]), abs(a) <= 128, abs(b) <= 128
      else {
        throw invalid(index + 1, "a '\(fields[3])' and b '\(fields[4])' should be in -128...128")
      }
      points.append(HintPoint(row: row, column: column, size: size, a: a, b: b))
    }
    return Hints(points)
  }
}
