/// A broad-leaved tree or a conifer, standing at its foot.
struct Tree {
  let foliage: Foliage
  let bark: Swatch
  let daylight: Daylight

  init(_ swatch: Swatch, daylight: Daylight, _ random: inout Random) {
    foliage = Foliage(swatch, light: daylight.light, &random)
    bark = Swatch(0.42, 0.03, 60).varied(&random)
    self.daylight = daylight
  }

  func paintBroadleaf(
    on canvas: inout Canvas, foot: Point, height: Float, haze: Float = 0, clumps: Int = 22,
    _ random: inout Random
  ) {
    paintTrunk(on: &canvas, foot: foot, height: 0.55 * height, width: 0.04 * height, haze: haze)
    let radii = Point(random.float(0.28...0.42), random.float(0.32...0.4)) * height
    foliage.paintCrown(
      on: &canvas, center: foot - Point(0, 0.64 * height), radii: radii, clumps: clumps,
      haze: haze, airColor: daylight.air, &random)
  }

  func paintConifer(
    on canvas: inout Canvas, foot: Point, height: Float, haze: Float = 0, _ random: inout Random
  ) {
    paintTrunk(on: &canvas, foot: foot, height: 0.4 * height, width: 0.03 * height, haze: haze)
    let noise = Noise(&random)
    let tiers = height < 0.15 ? 4 : 6
    for tier in 0..<tiers {
      let share = Float(tier) / Float(tiers)
      let bottom = foot.y - height * (0.1 + 0.75 * share)
      let half = height * 0.24 * (1.05 - share)
      let tone = foliage.swatch.varied(&random, spread: 0.6).color
      let tip = Point(foot.x, bottom - height * 0.3 * (1.1 - 0.5 * share))
      let shape = Shape.polygon([
        tip, Point(foot.x + half, bottom), Point(foot.x, bottom + 0.03 * height),
        Point(foot.x - half, bottom),
      ]).roughened(noise, scale: 0.05 * height, amount: 0.022 * height)
      canvas.fill(shape) { point, _ in
        let side = (point.x - foot.x) / half
        let under = smoothstep(tip.y, bottom, point.y)
        let needles = noise.fractal(Point(point.x * 2, point.y) / (0.02 * height), octaves: 2)
        let normal = Vector(0.8 * side, -0.6 + 0.5 * under, 0.6).normalized
        let albedo = tone * ((1 + 0.4 * needles) * (1.1 - 0.45 * under))
        return daylight.haze(daylight.light.shade(albedo, normal: normal), haze)
      }
    }
  }

  private func paintTrunk(
    on canvas: inout Canvas, foot: Point, height: Float, width: Float, haze: Float
  ) {
    let shape = Shape.stroke(foot, foot - Point(0, height), width, 0.5 * width)
    canvas.model(shape, roundness: width, light: daylight.light) { _, _ in
      daylight.haze(bark.color, haze)
    }
  }
}
