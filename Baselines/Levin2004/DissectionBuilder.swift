/// Divides a grid recursively and lists the fronts in elimination order.
struct DissectionBuilder {
  private let height: Int
  private let width: Int
  private(set) var fronts: [Front] = []
  private(set) var owner: [Int32]
  private(set) var storageCount = 0
  /// Depth in the tree of the line a pixel belongs to, −1 before it is on one.
  private var lineDepth: [Int32]

  init(height: Int, width: Int) {
    self.height = height
    self.width = width
    owner = [Int32](repeating: -1, count: height * width)
    lineDepth = owner
  }

  /// Lists the fronts of a rectangle and returns the index of its top one.
  @discardableResult
  mutating func divide(rows: Range<Int>, columns: Range<Int>, depth: Int32) -> Int {
    let border = self.border(rows: rows, columns: columns)
    guard max(rows.count, columns.count) > NestedDissection.leafSide else {
      let pivots = pixels(rows, columns)
      let shape = LeafShape(height: rows.count, width: columns.count)
      return append(leaf: shape, pivots: pivots, border: border, children: [])
    }
    let line: [Int32]
    let halves: [(rows: Range<Int>, columns: Range<Int>)]
    if rows.count >= columns.count {
      let middle = rows.lowerBound + rows.count / 2
      line = pixels(middle..<middle + 1, columns)
      halves = [
        (rows.lowerBound..<middle, columns), (middle + 1..<rows.upperBound, columns),
      ]
    } else {
      let middle = columns.lowerBound + columns.count / 2
      line = pixels(rows, middle..<middle + 1)
      halves = [
        (rows, columns.lowerBound..<middle), (rows, middle + 1..<columns.upperBound),
      ]
    }
    for pixel in line { lineDepth[Int(pixel)] = depth }
    let children = halves.map { divide(rows: $0.rows, columns: $0.columns, depth: depth + 1) }
    return append(leaf: nil, pivots: line, border: border, children: children)
  }

  /// Tells every front where its border stands in its parent.
  mutating func linkChildren() {
    var local = [Int32](repeating: -1, count: height * width)
    for parent in fronts.indices {
      for (index, pixel) in fronts[parent].pixels.enumerated() { local[Int(pixel)] = Int32(index) }
      for child in fronts[parent].children {
        let map = fronts[child].pixels[fronts[child].pivotCount...].map { local[Int($0)] }
        fronts[child].borderInParent = map
        fronts[child].eliminatedByParent = map.count { $0 < fronts[parent].pivotCount }
        fronts[child].parent = parent
      }
    }
  }

  private mutating func append(
    leaf: LeafShape?, pivots: [Int32], border: [Int32], children: [Int]
  ) -> Int {
    for pixel in pivots { owner[Int(pixel)] = Int32(fronts.count) }
    fronts.append(
      Front(
        leaf: leaf, pixels: pivots + border, pivotCount: pivots.count, storageOffset: storageCount,
        children: children))
    storageCount += (pivots.count + border.count) * (border.count + 2)
    return fronts.count - 1
  }

  private func pixels(_ rows: Range<Int>, _ columns: Range<Int>) -> [Int32] {
    rows.flatMap { row in columns.map { Int32(row * width + $0) } }
  }

  /// The ring of pixels around a rectangle: all on lines of ancestors, deepest line first.
  private func border(rows: Range<Int>, columns: Range<Int>) -> [Int32] {
    var ring: [Int32] = []
    let outerColumns = max(columns.lowerBound - 1, 0)..<min(columns.upperBound + 1, width)
    for row in [rows.lowerBound - 1, rows.upperBound] where row >= 0 && row < height {
      ring += outerColumns.map { Int32(row * width + $0) }
    }
    for column in [columns.lowerBound - 1, columns.upperBound] where column >= 0 && column < width {
      ring += rows.map { Int32($0 * width + column) }
    }
    return ring.sorted {
      let (first, second) = (lineDepth[Int($0)], lineDepth[Int($1)])
      return first == second ? $0 < $1 : first > second
    }
  }
}
