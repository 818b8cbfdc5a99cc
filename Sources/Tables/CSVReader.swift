import CCSV
import Foundation

/// Reads CSV through libcsv, in its strict mode.
public enum CSVReader {
  /// Largest file of hand-made rows, in bytes: 16 MiB.
  public static let sizeLimit = 16 << 20

  /// The rows of a file, blank lines left out.
  ///
  /// A byte order mark, as spreadsheets put in front, is skipped. Lines end in LF, CR LF or CR; inside
  /// quotes they belong to the field.
  ///
  /// - Throws: ``CSVFault`` where quoting is broken, and where a spreadsheet has put something else
  ///   than commas between the columns.
  public static func rows(of data: Data) throws(CSVFault) -> [[String]] {
    if let fault = CSVFault(ofWholeFile: data) { throw fault }
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else {
      throw CSVFault(row: 1, explanation: "the file cannot be read for lack of memory")
    }
    defer { csv_free(&parser) }
    let collected = Collected()
    let pointer = Unmanaged.passUnretained(collected).toOpaque()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = [UInt8](data.starts(with: mark) ? data.dropFirst(mark.count) : data)
    let parsed = csv_parse(&parser, bytes, bytes.count, addField, endRow, pointer)
    guard parsed == bytes.count, csv_fini(&parser, addField, endRow, pointer) == 0 else {
      throw CSVFault(
        row: collected.rows.count + 1, explanation: "the file is not CSV: quoting is broken")
    }
    return collected.rows
  }

  private final class Collected {
    var rows: [[String]] = []
    var row: [String] = []
  }

  private static let addField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      field, count, pointer in
      guard let pointer else { return }
      let collected = Unmanaged<Collected>.fromOpaque(pointer).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: field, count: count)
      collected.row.append(String(decoding: bytes, as: UTF8.self))
    }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, pointer in
    guard let pointer else { return }
    let collected = Unmanaged<Collected>.fromOpaque(pointer).takeUnretainedValue()
    collected.rows.append(collected.row)
    collected.row = []
  }
}
