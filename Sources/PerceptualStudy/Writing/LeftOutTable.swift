import Foundation
import Tables

/// Pictures that a design does without, in `left_out.csv`: header `picture,reason`.
public enum LeftOutTable {
  /// The file's name in a design's folder.
  public static let fileName = "left_out.csv"

  /// The bytes of the file; of a design that leaves nothing out, its header alone.
  ///
  /// - Parameter rows: pictures by their names or stems, each with the reason.
  public static func data(_ rows: [(picture: String, reason: String)]) -> Data {
    var csv = CSVWriter(header: ["picture", "reason"])
    for row in rows { csv.append([row.picture, row.reason]) }
    return csv.data
  }
}
