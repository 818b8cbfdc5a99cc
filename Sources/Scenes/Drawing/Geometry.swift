/// A place on the picture: y runs from 0 at the top to 1 at the bottom, x is 0.5 in the middle.
typealias Point = SIMD2<Float>

/// A direction in space: x to the right, y down the picture, z towards the viewer.
typealias Vector = SIMD3<Float>

extension SIMD2<Float> {
  var length: Float { (x * x + y * y).squareRoot() }
}

extension SIMD3<Float> {
  var normalized: Vector {
    self / Swift.max(1e-6, (self * self).sum().squareRoot())
  }

  func dot(_ other: Vector) -> Float {
    (self * other).sum()
  }
}

func clamp(_ value: Float, _ low: Float = 0, _ high: Float = 1) -> Float {
  min(max(value, low), high)
}

func mix(_ first: Float, _ second: Float, _ amount: Float) -> Float {
  first + (second - first) * amount
}

func mix(_ first: Color, _ second: Color, _ amount: Float) -> Color {
  first + (second - first) * amount
}

func mix(_ first: Point, _ second: Point, _ amount: Float) -> Point {
  first + (second - first) * amount
}

/// Climbs smoothly from 0 at `low` to 1 at `high`, or down where `high` is the lower.
func smoothstep(_ low: Float, _ high: Float, _ value: Float) -> Float {
  let amount = clamp((value - low) / (high - low))
  return amount * amount * (3 - 2 * amount)
}

/// What is left of a number after the whole part, in 0..<1.
func fraction(_ value: Float) -> Float {
  value - value.rounded(.down)
}
