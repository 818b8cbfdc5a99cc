/// An upright rectangle on the picture.
struct Box {
  var low: Point
  var high: Point

  init(low: Point, high: Point) {
    self.low = low
    self.high = high
  }

  init(center: Point, half: Point) {
    self.init(low: center - half, high: center + half)
  }

  var center: Point { (low + high) * 0.5 }
  var size: Point { high - low }

  /// The place that lies the given fractions across and down.
  func at(_ across: Float, _ down: Float) -> Point {
    low + size * Point(across, down)
  }

  func grown(by margin: Float) -> Box {
    Box(low: low - margin, high: high + margin)
  }

  func union(_ other: Box) -> Box {
    Box(
      low: pointwiseMin(low, other.low),
      high: pointwiseMax(high, other.high))
  }
}
