/// Clouds over open water, with a headland, a boat and rocks.
enum SkyOverSea: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random)
    let horizon = random.float(0.42...0.62)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    paintHeadland(on: &canvas, horizon: horizon, daylight: daylight, &random)
    let water = Water(horizon: horizon, daylight: daylight, &random)
    canvas.wash(from: horizon) { water.color(at: $0) }
    for _ in 0..<random.int(1...3) {
      paintBoat(on: &canvas, horizon: horizon, daylight: daylight, &random)
    }
    paintRocks(on: &canvas, daylight: daylight, &random)
  }

  private static func paintHeadland(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    let side: Float = random.chance(0.5) ? 1 : -1
    let reach = random.float(-0.2...0.3)
    let crest = Ridgeline(
      &random, over: canvas, base: horizon, rise: 0.07, frequency: 2.5)
    let rock = Swatch(0.55, 0.045, 65).varied(&random).color
    let grass = Foliage.swatch(&random).color
    let noise = Noise(&random)
    let line: (Float) -> Float = { x in
      let shore = smoothstep(reach, reach + 0.55, side * (x - 0.5))
      return horizon + 0.01 - shore * (horizon + 0.09 - crest(x))
    }
    canvas.fill(below: line, to: horizon) { point, depth in
      let layer = noise.fractal(Point(point.x * 22, point.y * 60), octaves: 3)
      let green = smoothstep(0.03, 0.005, depth + 0.02 * layer)
      let albedo = mix(rock, grass, green) * (1 + 0.3 * layer)
      let lit = daylight.light.shade(albedo, normal: Vector(0.4 * layer, -0.4, 0.8).normalized)
      return daylight.haze(lit, 0.4)
    }
  }

  private static func paintBoat(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    let near = random.float(0.03...0.2)
    let size = 0.05 + 0.32 * near
    let foot = Point(random.float(0.12...0.88), mix(horizon, 1, near))
    let hull = random.pick([
      Swatch(0.5, 0.15, 27), Swatch(0.9, 0.01, 90), Swatch(0.4, 0.08, 258), Swatch(0.55, 0.08, 60),
    ]).varied(&random).color
    let sail = random.pick([
      Swatch(0.94, 0.015, 90), Swatch(0.62, 0.13, 40), Swatch(0.88, 0.06, 85),
    ]).varied(&random).color
    let light = daylight.light
    let mirrored = Shape.ellipse(foot + Point(0, 0.28 * size), Point(0.16, 0.36) * size)
    canvas.fill(mirrored, softness: 0.25 * size, opacity: 0.35) { _, _ in sail * 0.7 }
    canvas.darken(
      .ellipse(foot, Point(0.42, 0.06) * size), softness: 0.08 * size, to: .gray(0.35))
    let mast = foot - Point(0, 1.25 * size)
    let boom = foot - Point(0, 0.2 * size)
    for (clew, shade) in [(Float(-0.4), Float(0.8)), (0.36, 1)] {
      let cloth = Shape.polygon([mast, boom, boom + Point(clew * size, 0.02 * size)])
      canvas.fill(cloth) { point, _ in
        let belly = (point.x - foot.x) / (clew * size)
        let normal = Vector(0.7 * belly, -0.2, 0.7).normalized
        return light.shade(sail * shade, normal: normal)
      }
    }
    canvas.fill(
      .polygon([
        foot + Point(-0.42, -0.14) * size, foot + Point(0.46, -0.16) * size,
        foot + Point(0.3, 0.03) * size, foot + Point(-0.32, 0.03) * size,
      ])
    ) { point, _ in
      light.shade(hull, normal: Vector(0.2, (point.y - foot.y) / size * 3, 0.8).normalized)
    }
  }

  private static func paintRocks(
    on canvas: inout Canvas, daylight: Daylight, _ random: inout Random
  ) {
    let present = random.chance(0.6)
    let tone = Swatch(0.52, 0.03, 60).varied(&random)
    let moss = Swatch(0.5, 0.07, 118).varied(&random).color
    let noise = Noise(&random)
    for (x, stream) in canvas.columns(every: 0.13, &random) where present {
      var own = stream
      guard own.chance(0.65) else { continue }
      let radius = own.float(0.04...0.1)
      let center = Point(x, own.float(0.96...1.03))
      let stone = tone.varied(&own).color
      let foam = Shape.ellipse(center + Point(0, 0.02), Point(1.25, 0.5) * radius)
        .roughened(noise, scale: 0.02, amount: 0.012)
      canvas.fill(foam, softness: 0.02, opacity: 0.6) { _, _ in daylight.horizon.color }
      let shape = Shape.ellipse(center, Point(radius, 0.75 * radius))
        .roughened(noise, scale: 0.5 * radius, amount: 0.14 * radius, octaves: 3)
      canvas.model(shape, roundness: 0.7 * radius, light: daylight.light, gloss: 0.1) { point, up in
        let grain = noise.fractal(point / 0.02, octaves: 3)
        return mix(stone, moss, smoothstep(-0.2, -0.9, up.y) * 0.6) * (1 + 0.4 * grain)
      }
    }
  }
}
