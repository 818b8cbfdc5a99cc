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

  init(height: Int, width: Int) {
    self.height = height
    self.width = width
    var builder = DissectionBuilder(height: height, width: width)
    builder.divide(rows: 0..<height, columns: 0..<width, depth: 0)
    builder.linkChildren()
    fronts = builder.fronts
    owner = builder.owner
    storageCount = builder.storageCount
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
