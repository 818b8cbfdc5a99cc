/// Level ground or water that runs to a horizon.
struct GroundPlane {
  let horizon: Float

  /// How near ground at a height of the picture is: 0 at the horizon, 1 at the bottom edge.
  func nearness(_ y: Float) -> Float {
    clamp((y - horizon) / (1 - horizon))
  }

  /// The place on the ground that is seen at a point, 1 apart being the width of the bottom edge.
  func place(_ point: Point) -> Point {
    let distance = 1 / (nearness(point.y) + 0.04)
    return Point((point.x - 0.5) * distance, distance)
  }
}
