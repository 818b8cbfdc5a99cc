import CCSV
import Foundation

/// Builds a CSV file through libcsv: every field quoted by the library where it has to be.
public struct CSVWriter: Sendable {
  /// The file so far.
  public private(set) var data = Data()

  /// Begins a file with its header.
  public init(header: [String]) { append(header) }

  /// Adds a line. Fields that are plain words and numbers stay bare; libcsv quotes the others.
  public mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { data.append(UInt8(ascii: ",")) }
      data.append(contentsOf: Self.written(field))
    }
    data.append(UInt8(ascii: "\n"))
  }

  private static func written(_ field: String) -> [UInt8] {
    let bytes = Array(field.utf8)
    let needsQuotes =
      bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 } || field.hasPrefix(" ")
    guard needsQuotes else { return bytes }
    var quoted = [UInt8](repeating: 0, count: 2 * bytes.count + 2)
    let count = csv_write(&quoted, quoted.count, bytes, bytes.count)
    return Array(quoted.prefix(count))
  }
}
