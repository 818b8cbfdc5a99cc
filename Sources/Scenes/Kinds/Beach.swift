import Foundation

/// Sand, surf and parasols.
enum Beach: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random, moods: [.clear, .clear, .hazy, .overcast, .golden])
    let horizon = random.float(0.32...0.42)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    let water = Water(horizon: horizon, daylight: daylight, &random)
    let shore = Ridgeline(
      &random, over: canvas, base: horizon + 0.27, rise: 0.06, frequency: 1.1, octaves: 3)
    canvas.wash(from: horizon, to: horizon + 0.4) { point in
      let off = (shore(point.x) - point.y) / (shore(point.x) - horizon)
      return water.color(at: point, depth: smoothstep(0.0, 0.75, off))
    }
    paintSand(on: &canvas, shore: shore, daylight: daylight, &random)
    paintSurf(on: &canvas, shore: shore, daylight: daylight, &random)
    for row in 0..<2 {
      let near = 0.25 + 0.4 * Float(row)
      for (x, stream) in canvas.columns(every: 0.35 + 0.2 * Float(row), &random) {
        var own = stream
        let foot = Point(x, horizon + 0.3 + 0.3 * near + own.float(0...0.06))
        guard own.chance(0.75) else { continue }
        paintCamp(on: &canvas, foot: foot, size: 0.1 + 0.28 * near, light: daylight.light, &own)
      }
    }
  }

  private static func paintSand(
    on canvas: inout Canvas, shore: Ridgeline, daylight: Daylight, _ random: inout Random
  ) {
    let sand = Swatch(0.8, 0.05, random.float(72...86)).varied(&random)
    let (dry, wet) = (sand.color, sand.lighter(by: -0.22).color)
    let (ripples, grains, prints) = (Noise(&random), Noise(&random), Noise(&random))
    canvas.fill(below: { shore($0) }, softness: 0.012) { point, depth in
      let near = clamp(depth / 0.45)
      let scale = Point(9, 26) / (0.35 + near)
      let relief = ripples.relief(point * scale, toward: Point(0.22, -0.25), octaves: 4)
      let grain = grains.fractal(point * 210, octaves: 2)
      let trodden = prints.cell(Point(point.x * 30, point.y * 46) / (0.4 + near))
      let dent = smoothstep(0.4, 0.12, trodden.distance) * (trodden.value > 0.6 ? 1 : 0)
      let damp = smoothstep(0.075, 0.015, depth + 0.012 * relief)
      let albedo =
        mix(dry, wet, damp) * (1 + 0.07 * grain - 0.2 * dent * smoothstep(0.06, 0.12, depth))
      let normal = Vector(0.35 * relief, -0.9, 0.35).normalized
      let lit = daylight.light.shade(albedo * (1 + 0.22 * relief), normal: normal)
      return mix(lit, daylight.horizon.color, 0.3 * damp)
    }
  }

  private static func paintSurf(
    on canvas: inout Canvas, shore: Ridgeline, daylight: Daylight, _ random: inout Random
  ) {
    let lace = Noise(&random)
    let foam = daylight.light.shade(.gray(0.85), normal: Vector(0, -0.9, 0.4))
    for (offset, width) in [(Float(-0.13), Float(0.012)), (-0.065, 0.02), (-0.004, 0.02)] {
      let row = random.float(0...30)
      let line = Ridgeline(over: canvas) { x in
        shore(x) + offset + 0.012 * lace.fractal(Point(x * 7, row), octaves: 3)
      }
      canvas.wash(from: 0.2, to: 0.8) { _ in
        foam
      } within: { point in
        let depth = point.y - line(point.x)
        guard abs(depth) < 2 * width else { return 0 }
        let bubbles = lace.fractal(Point(point.x * 60, point.y * 110), octaves: 3)
        let trail = smoothstep(-2 * width, 0, depth) * smoothstep(0.25 * width, 0, depth)
        return clamp(trail * (0.8 + bubbles))
      }
    }
  }

  private static func paintCamp(
    on canvas: inout Canvas, foot: Point, size: Float, light: Light, _ random: inout Random
  ) {
    let tint = random.pick([
      Swatch(0.6, 0.17, 27), Swatch(0.62, 0.11, 245), Swatch(0.84, 0.14, 92),
      Swatch(0.64, 0.11, 175),
      Swatch(0.7, 0.14, 50), Swatch(0.66, 0.14, 350),
    ])
    let (bright, pale) = (tint.varied(&random).color, Swatch(0.93, 0.015, 90).color)
    let gores = Float(random.int(3...6))
    let shade = foot + light.shadowOffset * Point(0.5, 0.2) * size + Point(0, 0.03) * size
    canvas.darken(
      .ellipse(shade, Point(0.55, 0.13) * size), softness: 0.08 * size, to: light.shadowTint)
    paintTowel(
      on: &canvas, at: foot + Point(random.float(-0.3...0.3), 0.12) * size, size, light, &random)
    let top = foot - Point(random.float(-0.12...0.12), 1) * size
    canvas.model(
      .stroke(foot, top, 0.017 * size, 0.015 * size), roundness: 0.017 * size, light: light
    ) { _, _ in Swatch(0.8, 0.03, 80).color }
    let rim = top + Point(0, 0.36 * size)
    let dome = Shape.ellipse(rim, Point(0.58, 0.4) * size)
      .without(.ellipse(rim + Point(0, 0.06 * size), Point(0.62, 0.13) * size))
      .cut(to: .box(Box(low: rim - size, high: rim + Point(size, 0.02 * size))))
    canvas.fill(dome) { point, _ in
      let offset = (point - rim) / (Point(0.58, 0.42) * size)
      let round = max(0.05, (1 - offset.y * offset.y)).squareRoot()
      let around = asin(clamp(offset.x / round, -1, 1)) / Float.pi + 0.5
      let share = smoothstep(0.46, 0.54, abs(fraction(around * gores) * 2 - 1))
      let normal = Vector(offset.x, offset.y - 0.2, 0.6).normalized
      return light.shade(mix(bright, pale, share), normal: normal)
    }
  }

  private static func paintTowel(
    on canvas: inout Canvas, at place: Point, _ size: Float, _ light: Light, _ random: inout Random
  ) {
    let cloth = Fabric(&random)
    let half = Point(0.34, 0.07) * size
    let slant = Point(0.12 * size, 0)
    let towel = Shape.polygon([
      place + Point(-half.x, -half.y) + slant, place + Point(half.x, -half.y) + slant,
      place + half - slant, place + Point(-half.x, half.y) - slant,
    ])
    canvas.darken(towel, softness: 0.04 * size, to: .gray(0.6))
    canvas.fill(towel) { point, _ in
      let (albedo, normal) = cloth.surface(at: (point - place) * Point(1, 3) / (3 * size) + 4)
      return light.shade(albedo, normal: normal)
    }
  }
}
