import CSuperLU
import Foundation

/// The sparse pattern of an undivided rectangle, analyzed by SuperLU once a process.
final class LeafPattern: Sendable {
  /// One stored entry: row pixel and column pixel inside the leaf, and the step between them.
  struct Entry: Sendable {
    let row: Int
    /// Index into ``LevinWeights/steps``; nil on the diagonal.
    let direction: Int?
  }

  let order: Int
  let columnStarts: [Int32]
  let rowIndices: [Int32]
  /// What stands at each stored position, in the order of `rowIndices`.
  let entries: [Entry]
  let columnOrder: [Int32]
  let eliminationTree: [Int32]

  init(_ shape: LeafShape) throws(LevinError) {
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var entries: [Entry] = []
    for columnPixel in 0..<(shape.height * shape.width) {
      let (r, c) = (columnPixel / shape.width, columnPixel % shape.width)
      // The rows that hold this column are its neighbours, which see it in the opposite direction.
      for (direction, step) in LevinWeights.steps.enumerated() {
        if direction == 4 {
          rows.append(Int32(columnPixel))
          entries.append(Entry(row: columnPixel, direction: nil))
        }
        let (nr, nc) = (r + step.0, c + step.1)
        guard nr >= 0, nr < shape.height, nc >= 0, nc < shape.width else { continue }
        rows.append(Int32(nr * shape.width + nc))
        entries.append(Entry(row: nr * shape.width + nc, direction: 7 - direction))
      }
      starts.append(Int32(rows.count))
    }
    order = shape.height * shape.width
    columnStarts = starts
    rowIndices = rows
    self.entries = entries
    var columnOrder = [Int32](repeating: 0, count: order)
    var tree = columnOrder
    guard hb_superlu_analyze(Int32(order), starts, rows, &columnOrder, &tree) == 0 else {
      throw .outOfMemory
    }
    self.columnOrder = columnOrder
    eliminationTree = tree
  }

  private static let cache = Cache()

  /// The pattern of a rectangle, analyzed once a process.
  static func shared(_ shape: LeafShape) throws(LevinError) -> LeafPattern {
    try cache.pattern(shape)
  }

  private final class Cache: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [LeafShape: LeafPattern] = [:]

    func pattern(_ shape: LeafShape) throws(LevinError) -> LeafPattern {
      lock.lock()
      defer { lock.unlock() }
      if let found = known[shape] { return found }
      let made = try LeafPattern(shape)
      known[shape] = made
      return made
    }
  }
}
