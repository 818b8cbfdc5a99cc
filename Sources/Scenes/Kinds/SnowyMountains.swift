/// Snowy mountains above a lake and firs.
enum SnowyMountains: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random, moods: [.clear, .clear, .hazy, .golden])
    let shore = random.float(0.64...0.72)
    Sky(daylight, &random).paint(on: &canvas, horizon: shore - 0.1)
    let crests = [Float(0), 0.5, 1].map { near in
      Ridgeline(
        &random, over: canvas, base: shore - 0.3 + 0.17 * near, rise: 0.24 - 0.08 * near,
        frequency: 1.7 + 0.9 * near, octaves: 6)
    }
    for (layer, crest) in crests.enumerated() {
      let bottom = layer < 2 ? crests[layer + 1].lowest : shore
      paintRange(
        on: &canvas, crest: crest, to: bottom + 0.01, near: Float(layer) / 2, shore: shore,
        daylight: daylight, &random)
    }
    let autumn = random.pick([0, 0.15, 0.5])
    paintSlopes(
      on: &canvas, shore: shore, daylight: daylight, autumn: Float(autumn), &random)
    paintLake(on: &canvas, shore: shore, daylight: daylight, &random)
    paintBank(on: &canvas, daylight: daylight, autumn: Float(autumn), &random)
  }

  private static func paintRange(
    on canvas: inout Canvas, crest: Ridgeline, to bottom: Float, near: Float, shore: Float,
    daylight: Daylight, _ random: inout Random
  ) {
    let rock = Swatch(0.5, 0.025, random.float(45...80)).varied(&random).color
    let meadow = Swatch(0.5, 0.075, 122).varied(&random).color
    let snow = Color(0.9, 0.91, 0.94)
    let (folds, drifts) = (Noise(&random), Noise(&random))
    let snowline = shore - 0.28 + 0.1 * near + random.float(-0.04...0.06)
    let light = daylight.light
    canvas.fill(below: { crest($0) }, to: bottom) { point, depth in
      let place = Point(point.x * 5 + 0.8 * depth, point.y * 3.4)
      let warp = folds(place * 0.7) * 0.5
      let here = folds.ridged(place + warp, octaves: 4)
      let along = folds.ridged(place + warp + Point(0.07, 0), octaves: 4)
      let below = folds.ridged(place + warp + Point(0, 0.07), octaves: 4)
      let normal = Vector((here - along) * 6, -0.35 + (here - below) * 4, 0.8).normalized
      let patch = drifts.fractal(point * 11, octaves: 3)
      let white = smoothstep(
        0.12, -0.1, point.y - snowline + 0.09 * patch + 0.12 * (0.55 - here) - 0.06 * normal.y)
      let grassy = smoothstep(0.02, 0.14, point.y - snowline + 0.05 * patch)
      let ground = mix(rock, meadow, 0.8 * grassy) * (0.75 + 0.35 * here + 0.2 * patch)
      let shadow = Swatch(0.8, 0.045, 258).color
      let frost = mix(shadow, snow, smoothstep(-0.2, 0.5, normal.dot(light.direction)))
      let lit = light.shade(mix(ground, frost, white), normal: normal) * 1.15
      return daylight.haze(lit, 0.5 - 0.42 * near)
    }
  }

  private static func paintSlopes(
    on canvas: inout Canvas, shore: Float, daylight: Daylight, autumn: Float,
    _ random: inout Random
  ) {
    for row in 0..<3 {
      let near = Float(row) / 2
      let line = Ridgeline(
        &random, over: canvas, base: shore + 0.005, rise: 0.05 - 0.03 * near, frequency: 2)
      let turf = Swatch(0.42, 0.065, 128).varied(&random).color
      canvas.fill(below: { line($0) }, to: shore + 0.01) { _, _ in
        daylight.light.shade(turf, normal: Vector(0, -0.7, 0.6)) * 0.8
      }
      for (x, stream) in canvas.columns(every: 0.022 + 0.01 * near, &random) {
        var own = stream
        let swatch =
          own.chance(autumn * 0.6)
          ? Foliage.swatch(&own, autumn: 1) : Swatch(0.38, 0.055, 148).varied(&own)
        let tree = Tree(swatch, daylight: daylight, &own)
        let foot = Point(x, min(line(x) + 0.012, shore))
        tree.paintConifer(
          on: &canvas, foot: foot, height: own.float(0.045...0.08) * (0.8 + 0.5 * near),
          haze: 0.35 - 0.25 * near, &own)
      }
    }
  }

  private static func paintLake(
    on canvas: inout Canvas, shore: Float, daylight: Daylight, _ random: inout Random
  ) {
    let waves = Noise(&random)
    let deep = Swatch(0.45, 0.07, random.float(185...235)).varied(&random).color
    let forest = daylight.light.shade(Swatch(0.4, 0.05, 145).color, normal: Vector(0, -0.5, 0.8))
    let peaks = Ridgeline(
      &random, over: canvas, base: shore + 0.18, rise: -0.12, frequency: 2.2)
    let snow = Color(0.78, 0.8, 0.86) * (daylight.light.above + daylight.light.sun * 0.5)
    canvas.wash(from: shore) { point in
      let depth = point.y - shore
      let slope = waves.relief(
        Point(point.x * 12, 3 / (depth + 0.06)), toward: Point(0.1, 0.25), octaves: 4)
      let shifted = depth + 0.03 * slope
      let x = point.x + 0.02 * slope
      let image = mix(
        forest, snow,
        smoothstep(0.05, 0.09, shifted) * smoothstep(0.02, -0.01, shore + shifted - peaks(x)))
      let seen = mix(
        image, daylight.zenith.color, smoothstep(-0.01, 0.03, shore + shifted - peaks(x)))
      let lit = deep * (daylight.light.above + daylight.light.sun * 0.5)
      return mix(lit, seen, clamp(0.72 - 0.8 * depth + 0.22 * slope))
    }
  }

  private static func paintBank(
    on canvas: inout Canvas, daylight: Daylight, autumn: Float, _ random: inout Random
  ) {
    let line = Ridgeline(
      &random, over: canvas, base: 0.97, rise: 0.08, frequency: 1.6)
    let meadow = Meadow(horizon: 0.75, daylight: daylight, dryness: 0.2 + autumn, &random)
    meadow.paint(on: &canvas) { line($0) }
    for (x, stream) in canvas.columns(every: 0.24, &random) {
      var own = stream
      let swatch =
        own.chance(autumn)
        ? Foliage.swatch(&own, autumn: 1) : Swatch(0.42, 0.065, 143).varied(&own)
      let tree = Tree(swatch, daylight: daylight, &own)
      let height = own.float(0.2...0.46)
      guard own.chance(0.6), abs(x - 0.5) > 0.15 else { continue }
      tree.paintConifer(on: &canvas, foot: Point(x, line(x) + 0.025), height: height, &own)
    }
    meadow.paintFringe(on: &canvas, height: 0.06, &random)
  }
}
