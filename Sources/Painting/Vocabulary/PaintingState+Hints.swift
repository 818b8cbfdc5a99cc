import Colorization

extension PaintingState {
  /// The points as a method takes them, in the working size.
  ///
  /// - Throws: ``PaintingError/tooManyPoints(_:)``, and what ``PaintedPoint/hint(side:)`` throws for
  ///   a point out of range.
  public func hints() throws(PaintingError) -> Hints {
    guard points.count <= Self.mostPoints else { throw .tooManyPoints(points.count) }
    var hints = Hints()
    for point in points { hints.points.append(try point.hint(side: OpenPicture.side)) }
    return hints
  }
}
