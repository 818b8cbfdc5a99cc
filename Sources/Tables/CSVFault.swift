import Foundation

/// Why a file is no CSV.
public struct CSVFault: Error, Sendable, Equatable {
  /// The row it shows in, from 1, blank lines not counted.
  public let row: Int
  /// What is wrong and what to do, in a few words.
  public let explanation: String

  init(row: Int, explanation: String) {
    (self.row, self.explanation) = (row, explanation)
  }

  /// What a spreadsheet, set to another language or encoding, has done to a file; nil where nothing
  /// speaks against commas.
  init?(ofWholeFile data: Data) {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      self.init(row: 1, explanation: "the file is text in UTF-16; save it as CSV in UTF-8")
      return
    }
    guard let separator = Self.foreignSeparator(of: data) else { return nil }
    self.init(
      row: 1,
      explanation: "the columns are separated by \(separator), not by commas; save the file again "
        + "with a comma as the separator")
  }

  /// What is between the columns of a first line without a comma: `semicolons` or `tabs`.
  private static func foreignSeparator(of data: Data) -> String? {
    var (semicolons, tabs) = (0, 0)
    var (isQuoted, isBlank) = (false, true)
    for byte in data {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: ","): return nil
      case UInt8(ascii: ";"): semicolons += 1
      case UInt8(ascii: "\t"): tabs += 1
      default: break
      }
      let isEnd = !isQuoted && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
      // Blank lines may come first.
      if isEnd, !isBlank { break }
      isBlank = isBlank && (isEnd || byte == UInt8(ascii: " "))
    }
    guard semicolons + tabs > 0 else { return nil }
    return semicolons >= tabs ? "semicolons" : "tabs"
  }
}
