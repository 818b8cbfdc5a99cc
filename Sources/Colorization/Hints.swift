/// What the user has revealed so far: hint points in the order they were given.
public struct Hints: Sendable, Hashable {
  /// The points, oldest first; later points overwrite earlier ones where they overlap.
  public var points: [HintPoint]

  /// Wraps points, oldest first.
  public init(_ points: [HintPoint] = []) {
    self.points = points
  }

  /// True while nothing is revealed.
  public var isEmpty: Bool { points.isEmpty }

  /// For every pixel the index of the point whose colour it carries, −1 where none does.
  ///
  /// - Returns: H×W indices into `points`, row-major.
  public func ownership(height: Int, width: Int) -> [Int32] {
    var owners = [Int32](repeating: -1, count: height * width)
    for (index, point) in points.enumerated() {
      let (rows, columns) = point.extent(height: height, width: width)
      for row in rows {
        for column in columns { owners[row * width + column] = Int32(index) }
      }
    }
    return owners
  }
}
