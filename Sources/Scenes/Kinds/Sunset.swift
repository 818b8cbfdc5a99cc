/// The sun going down over water and hills.
enum Sunset: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let horizon = random.float(0.55...0.68)
    let sun = Point(random.float(0.25...0.75), horizon - random.float(0.03...0.16))
    let low = random.pick([
      Swatch(0.82, 0.13, 72), Swatch(0.76, 0.14, 48), Swatch(0.8, 0.09, 85), Swatch(0.74, 0.11, 25),
    ]).varied(&random)
    let colors = Ramp([
      low, Swatch(0.7, 0.1, low.hue - 18).varied(&random), Swatch(0.58, 0.06, 345).varied(&random),
      Swatch(0.5, 0.065, 275).varied(&random), Swatch(0.42, 0.08, 262).varied(&random),
    ])
    let sky = EveningSky(&random, horizon: horizon, sun: sun, colors: colors)
    canvas.wash(to: horizon + 0.01) { sky.color(at: $0) }
    canvas.fill(.circle(sun, 0.035), softness: 0.012) { _, _ in Color(1.5, 1.2, 0.7) }
    for layer in 0..<2 {
      let near = Float(layer)
      let crest = Ridgeline(
        &random, over: canvas, base: horizon, rise: 0.07 - 0.03 * near, frequency: 1.7 + 1.5 * near)
      let land = Swatch(0.36 - 0.08 * near, 0.035, random.float(290...340)).color
      let noise = Noise(&random)
      canvas.fill(below: { crest($0) }, to: horizon + 0.005) { point, depth in
        let wood = noise.fractal(point * 45, octaves: 3)
        let warm = colors.color(at: 0.1) * (0.35 - 0.12 * near)
        let haze = smoothstep(0.1, 0, depth) * smoothstep(0.7, 0, abs(point.x - sun.x))
        return land * (1 + 0.25 * wood) + warm * haze
      }
    }
    paintWater(on: &canvas, sky: sky, horizon: horizon, sun: sun, &random)
    paintShore(on: &canvas, colors: colors, sun: sun, &random)
  }

  private static func paintWater(
    on canvas: inout Canvas, sky: EveningSky, horizon: Float, sun: Point, _ random: inout Random
  ) {
    let waves = Noise(&random)
    let plane = GroundPlane(horizon: horizon)
    let deep = Swatch(0.34, 0.05, 245).varied(&random).color
    canvas.wash(from: horizon) { point in
      let nearness = plane.nearness(point.y)
      let place = plane.place(point)
      let slope = waves.relief(
        Point(place.x * 8, place.y * 26), toward: Point(0.1, -0.3), octaves: 4)
      let sway = slope * (0.02 + 0.09 * nearness)
      let mirrored = Point(point.x + sway, 2 * horizon - point.y - 0.1 * nearness + 2 * sway)
      let seen = sky.color(at: Point(mirrored.x, clamp(mirrored.y, -0.5, horizon)))
      let grazing = clamp(0.85 - 0.45 * nearness + 0.5 * slope)
      let path = smoothstep(0.05 + 0.12 * nearness, 0, abs(point.x - sun.x + 2 * sway))
      let glitter = path * smoothstep(0.05, 0.5, slope + 0.12)
      return mix(deep, seen * 0.9, grazing) + Color(1.1, 0.72, 0.34) * glitter
    }
  }

  private static func paintShore(
    on canvas: inout Canvas, colors: Ramp, sun: Point, _ random: inout Random
  ) {
    let crest = Ridgeline(
      &random, over: canvas, base: 0.97, rise: 0.07, frequency: 2.2)
    let grass = Noise(&random)
    let soil = Swatch(0.3, 0.045, random.float(70...130)).color
    let rim = colors.color(at: 0.05)
    canvas.fill(below: { crest($0) }, softness: 0.006) { point, depth in
      let tuft = grass.fractal(Point(point.x * 70, point.y * 35), octaves: 3)
      return soil * (1 + 0.5 * tuft) + rim * (0.3 * smoothstep(0.02, 0, depth))
    }
    let backlit = Light(
      from: Vector(sun.x - 0.5, -0.5, -0.3), sun: rim * 0.9, above: colors.color(at: 0.8) * 0.5,
      below: rim * 0.18)
    for (x, stream) in canvas.columns(every: 0.45, &random) {
      var own = stream
      let swatch = Foliage.swatch(&own, autumn: 0.3).lighter(by: -0.1)
      let crown = Foliage(swatch, light: backlit, &own)
      let height = own.float(0.25...0.5)
      let foot = Point(x, crest(x) + 0.02)
      guard own.chance(0.55) else { continue }
      canvas.model(
        .stroke(foot, foot - Point(0.01, 0.6 * height), 0.035 * height, 0.018 * height),
        roundness: 0.02, light: backlit
      ) { _, _ in Swatch(0.35, 0.03, 50).color }
      crown.paintCrown(
        on: &canvas, center: foot - Point(0, 0.66 * height),
        radii: Point(0.36, 0.34) * height, clumps: 26, &own)
    }
  }
}
