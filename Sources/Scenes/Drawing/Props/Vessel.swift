/// A bottle, jar, vase or pot, turned about an upright axis.
struct Vessel {
  enum Material: CaseIterable {
    case glass, glazed, clay
  }

  let material: Material
  let profile: [Float]
  private let swatch: Swatch
  private let band: Swatch

  init(_ random: inout Random) {
    material = random.pick(Material.allCases)
    switch material {
    case .glass:
      profile = random.pick([
        [0.2, 0.19, 0.2, 0.55, 0.95, 1, 1, 1, 1, 0.95], [0.2, 0.22, 0.5, 0.9, 1, 1, 1, 0.97],
      ])
      swatch = random.pick([
        Swatch(0.4, 0.07, 140), Swatch(0.42, 0.075, 60), Swatch(0.55, 0.06, 225),
        Swatch(0.75, 0.025, 180),
      ]).varied(&random)
    case .glazed:
      profile = random.pick([
        [0.62, 0.5, 0.45, 0.7, 0.98, 1, 0.9, 0.7, 0.55], [0.7, 0.6, 0.75, 1, 0.98, 0.8, 0.62],
        [1, 0.94, 0.95, 0.96, 0.93, 0.7],
      ])
      swatch = random.pick([
        Swatch(0.45, 0.1, 258), Swatch(0.86, 0.03, 88), Swatch(0.58, 0.08, 190),
        Swatch(0.5, 0.13, 28), Swatch(0.74, 0.11, 85), Swatch(0.4, 0.03, 260),
      ]).varied(&random)
    case .clay:
      profile = [1, 1, 0.86, 0.82, 0.76, 0.7, 0.64]
      swatch = Swatch(0.58, 0.095, 46).varied(&random)
    }
    band = Swatch(0.84, 0.04, 85).varied(&random, spread: 2)
  }

  /// Paints the vessel standing on the middle of its box's lower edge.
  func paint(on canvas: inout Canvas, in box: Box, light: Light, _ random: inout Random) {
    let half = 0.5 * box.size.x
    let outline = profile.map { $0 * half }
    paintShadow(on: &canvas, box: box, light: light)
    let (noise, mottle) = (Noise(&random), Noise(&random))
    let (main, trim) = (swatch.color, band.color)
    let banded = material != .clay && random.chance(0.6)
    let (from, to) = (random.float(0.45...0.55), random.float(0.7...0.85))
    let shape = Shape.turned(in: box, profile: outline)
    canvas.fill(shape, opacity: material == .glass ? 0.9 : 1) { point, _ in
      let down = (point.y - box.low.y) / box.size.y
      let radius = max(1e-4, Shape.width(of: outline, at: down))
      let side = clamp((point.x - box.center.x) / radius, -0.99, 0.99)
      let rise =
        Shape.width(of: outline, at: down + 0.02) - Shape.width(of: outline, at: down - 0.02)
      let tilt = clamp(-rise / (0.04 * box.size.y), -1.5, 1.5)
      let normal = Vector(side, 0.6 * tilt, (1 - side * side).squareRoot()).normalized
      let flow = mottle.fractal(Point(side * 1.2, down * 4), octaves: 3)
      let pore = noise.fractal(point * 120, octaves: 2)
      var albedo = main * (1 + 0.14 * flow + (material == .clay ? 0.16 : 0.03) * pore)
      if banded {
        let label = smoothstep(from, from + 0.012, down) * smoothstep(to + 0.012, to, down)
        albedo = mix(albedo, trim * (1 + 0.12 * flow), label)
      }
      return shade(albedo, normal: normal, side: side, light: light)
    }
    paintMouth(on: &canvas, box: box, radius: outline[0], light: light)
  }

  private func shade(_ albedo: Color, normal: Vector, side: Float, light: Light) -> Color {
    switch material {
    case .clay: return light.shade(albedo, normal: normal)
    case .glazed: return light.shade(albedo, normal: normal, gloss: 0.7)
    case .glass:
      let lamp: Float = light.direction.x > 0 ? 1 : -1
      let streak = smoothstep(0.1, 0, abs(side - 0.6 * lamp))
      let passed = smoothstep(0.2, -0.75, side * lamp)
      let body = albedo * (light.above * (0.7 + 0.5 * passed) + light.sun * (0.25 + 0.5 * passed))
      let edge = 1 - 0.5 * smoothstep(0.8, 1, abs(side))
      return body * edge + light.sun * (0.5 * streak)
    }
  }

  private func paintMouth(on canvas: inout Canvas, box: Box, radius: Float, light: Light) {
    let top = Point(box.center.x, box.low.y)
    let rim = Shape.ellipse(top, Point(radius, 0.22 * radius))
    canvas.fill(rim) { _, distance in
      let inner = smoothstep(-0.02 * radius, -0.12 * radius, distance)
      let lit = light.shade(swatch.color, normal: Vector(0, -0.9, 0.4))
      return lit * (1.1 - 0.8 * inner)
    }
  }

  private func paintShadow(on canvas: inout Canvas, box: Box, light: Light) {
    let foot = Point(box.center.x, box.high.y)
    let half = 0.5 * box.size.x
    let end = foot + Point(light.shadowOffset.x * 0.35, 0.03) * box.size.y
    let fallen = Shape.stroke(foot - Point(0, 0.1 * half), end, 0.7 * half, 0.5 * half)
    let strip = Box(
      low: Point(fallen.bounds.low.x, foot.y - 0.25 * half), high: fallen.bounds.high)
    canvas.darken(
      fallen.cut(to: .box(strip)), softness: 0.35 * half, opacity: 0.8, to: light.shadowTint)
    canvas.darken(
      .ellipse(foot, Point(0.95 * half, 0.18 * half)), softness: 0.25 * half, opacity: 0.7,
      to: light.shadowTint * 0.6)
  }
}
