import Foundation

/// A CSV file that grows line by line, and can be cut back to a checkpoint.
final class GrowingTable {
  private let path: String
  private let handle: FileHandle
  private var waiting = Data()

  /// Bytes that are kept in memory before they are written.
  private static let patience = 1 << 14

  /// Starts or goes on with a table.
  ///
  /// - Parameters:
  ///   - header: the first line.
  ///   - lines: how many lines below the header are kept; nil for all that are whole. 0 starts anew.
  /// - Throws: ``TrainingError/damagedTable(path:reason:)`` where the file has fewer.
  init(_ path: String, header: String, keeping lines: Int?) throws(TrainingError) {
    self.path = path
    let fresh = Data((header + "\n").utf8)
    let found = FileManager.default.contents(atPath: path)
    let kept: Int
    if let found, lines != 0 {
      guard found.starts(with: fresh) else {
        throw .damagedTable(path: path, reason: "does not begin with '\(header)'")
      }
      kept = try Self.end(of: lines, in: found, after: fresh.count, path: path)
    } else if lines ?? 0 == 0 {
      do {
        try fresh.write(to: URL(fileURLWithPath: path))
      } catch {
        throw .unwritable(path, reason: error.localizedDescription)
      }
      kept = fresh.count
    } else {
      throw .damagedTable(path: path, reason: "is not there, and its training is under way")
    }
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw .unwritable(path, reason: "cannot be opened")
    }
    self.handle = handle
    do {
      try handle.truncate(atOffset: UInt64(kept))
      try handle.seek(toOffset: UInt64(kept))
    } catch {
      throw .unwritable(path, reason: error.localizedDescription)
    }
  }

  deinit { try? handle.close() }

  /// Where so many whole lines end.
  private static func end(
    of lines: Int?, in data: Data, after start: Int, path: String
  ) throws(TrainingError) -> Int {
    var (place, count) = (start, 0)
    while count < lines ?? .max, let end = data[place...].firstIndex(of: UInt8(ascii: "\n")) {
      place = end + 1
      count += 1
    }
    guard count >= lines ?? 0 else {
      throw .damagedTable(
        path: path, reason: "has \(count) lines where the checkpoint has seen \(lines ?? 0)")
    }
    return place
  }

  /// Adds a line.
  func append(_ fields: [String]) throws(TrainingError) {
    waiting.append(Data((fields.joined(separator: ",") + "\n").utf8))
    if waiting.count >= Self.patience { try write() }
  }

  /// Writes what waits, and brings it to the disk where `durably`.
  func flush(durably: Bool) throws(TrainingError) {
    try write()
    guard durably else { return }
    do {
      try handle.synchronize()
    } catch {
      throw .unwritable(path, reason: error.localizedDescription)
    }
  }

  private func write() throws(TrainingError) {
    guard !waiting.isEmpty else { return }
    do {
      try handle.write(contentsOf: waiting)
      waiting = Data()
    } catch {
      throw .unwritable(path, reason: error.localizedDescription)
    }
  }
}
