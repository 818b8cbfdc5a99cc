import Foundation

/// The order in which a grid's pixels are eliminated: rectangles halved by one-pixel lines.
///
/// A. George, *Nested Dissection of a Regular Finite Element Mesh*, 1973,
/// https://doi.org/10.1137/0710032. Depends on the grid's size only, so one serves every picture of
/// a size in a process (``shared(height:width:)``).
final class NestedDissection: Sendable {
  /// Rectangles up to this side are not divided further.
  static let leafSide = 8

  let height: Int
  let width: Int
  /// All fronts, children before parents; the last is the root.
  let fronts: [Front]
  /// For every pixel the index of the front that eliminates it, row-major.
  let owner: [Int32]
  /// Doubles that the fronts keep in all (see ``Front/storageOffset``).
  let storageCount: Int
  /// The most pixels that a front eliminates, and that outlive it.
  let mostPivots: Int
  let mostBorder: Int
  /// Fronts that need nothing of each other: under each of up to eight lines of one depth, in the
  /// order of ``fronts``.
  let branches: [Range<Int>]
  /// The lines above the branches, children before parents.
  let trunk: [Int]

  init(height: Int, width: Int) {
    self.height = height
    self.width = width
    var builder = DissectionBuilder(height: height, width: width)
    builder.divide(rows: 0..<height, columns: 0..<width, depth: 0)
    builder.linkChildren()
    fronts = builder.fronts
    owner = builder.owner
    storageCount = builder.storageCount
    mostPivots = fronts.map(\.pivotCount).max() ?? 0
    mostBorder = fronts.map(\.borderCount).max() ?? 0
    var branches: [Range<Int>] = []
    var trunk: [Int] = []
    Self.divide(fronts.count - 1, of: fronts, first: 0, depth: 3, &branches, &trunk)
    self.branches = branches
    self.trunk = trunk
  }

  /// Takes a front and all under it, which stand from `first` on before it.
  private static func divide(
    _ top: Int, of fronts: [Front], first: Int, depth: Int, _ branches: inout [Range<Int>],
    _ trunk: inout [Int]
  ) {
    guard depth > 0, !fronts[top].children.isEmpty else {
      branches.append(first..<top + 1)
      return
    }
    var start = first
    for child in fronts[top].children {
      divide(child, of: fronts, first: start, depth: depth - 1, &branches, &trunk)
      start = child + 1
    }
    trunk.append(top)
  }

  private static let cache = Cache()

  /// The dissection of a grid, built once a process.
  static func shared(height: Int, width: Int) -> NestedDissection {
    cache.dissection(height: height, width: width)
  }

  private final class Cache: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [[Int]: NestedDissection] = [:]

    func dissection(height: Int, width: Int) -> NestedDissection {
      lock.withLock {
        if let found = known[[height, width]] { return found }
        let made = NestedDissection(height: height, width: width)
        known[[height, width]] = made
        return made
      }
    }
  }
}
