/// Grassland running to a horizon, with tufts and light and dark patches.
struct Meadow {
  let plane: GroundPlane
  let daylight: Daylight
  private let near: Swatch
  private let far: Swatch
  private let patches: Noise
  private let blades: Noise

  init(horizon: Float, daylight: Daylight, dryness: Float, _ random: inout Random) {
    plane = GroundPlane(horizon: horizon)
    self.daylight = daylight
    let green = Swatch(0.5, 0.095, random.float(120...134))
    let straw = Swatch(0.68, 0.08, random.float(84...98))
    near = Swatch(
      mix(green.lightness, straw.lightness, dryness), green.chroma,
      mix(green.hue, straw.hue, dryness)
    ).varied(&random)
    far = Swatch(near.lightness + 0.06, near.chroma, near.hue - 9).varied(&random)
    patches = Noise(&random)
    blades = Noise(&random)
  }

  func paint(on canvas: inout Canvas, below line: (Float) -> Float) {
    let (front, back) = (near.color, far.color)
    let dry = Swatch(near.lightness + 0.1, 0.07, 95).color
    let up = Vector(0, -0.95, 0.3)
    canvas.fill(below: line) { point, _ in
      let nearness = plane.nearness(point.y)
      let place = plane.place(point)
      let patch = patches.fractal(Point(place.x * 2.2, place.y * 1.3), octaves: 4)
      let grain = 1 / (0.006 + 0.03 * nearness)
      let tuft = blades.fractal(Point((point.x - 0.5) * grain, place.y * 11), octaves: 3)
      var albedo = mix(back, front, nearness.squareRoot())
      albedo = mix(albedo, dry, clamp(0.3 + 0.5 * patch) * 0.6)
      albedo *= 1 + 0.38 * tuft * (0.4 + 0.6 * nearness) + 0.16 * patch
      let lit = daylight.light.shade(albedo, normal: up)
      return daylight.haze(lit, 0.4 * (1 - nearness) * (1 - nearness) * (1 - nearness))
    }
  }

  /// Rows of single blades over the ground between two heights of the picture.
  func paintBlades(
    on canvas: inout Canvas, from top: Float, to bottom: Float, _ random: inout Random
  ) {
    for row in 0..<6 {
      let y = mix(top, bottom, (Float(row) + 0.5) / 6)
      let nearness = plane.nearness(y)
      paintBlades(
        on: &canvas, foot: y, scatter: 0.5 * (bottom - top) / 6, height: 0.07 * nearness,
        spacing: 0.004 + 0.011 * nearness, &random)
    }
  }

  /// Blades of grass along the bottom edge, in front of everything.
  func paintFringe(on canvas: inout Canvas, height: Float, _ random: inout Random) {
    paintBlades(on: &canvas, foot: 1.01, scatter: 0, height: height, spacing: 0.008, &random)
  }

  private func paintBlades(
    on canvas: inout Canvas, foot y: Float, scatter: Float, height: Float, spacing: Float,
    _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: spacing, &random) {
      var own = stream
      let tone = near.varied(&own, spread: 1.6).lighter(by: -0.04).color
      let foot = Point(x, y + scatter * own.float(-1...1))
      let tip = foot + Point(own.float(-0.5...0.5), -1) * (height * own.float(0.35...1))
      let knee = mix(foot, tip, 0.55) - Point(0.12 * (tip.x - foot.x), 0)
      let width = own.float(0.016...0.03) * height
      let blade = Shape.stroke(foot, knee, width, 0.8 * width)
        .joined(with: .stroke(knee, tip, 0.8 * width, 0.2 * width))
      canvas.fill(blade) { point, _ in
        let rise = clamp((foot.y - point.y) / height)
        return daylight.light.shade(tone * (0.55 + 0.9 * rise), normal: Vector(0.3, -0.8, 0.5))
      }
    }
  }
}
