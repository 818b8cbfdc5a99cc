/// Flowering grassland before hills and trees.
enum FlowerMeadow: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random)
    let horizon = random.float(0.36...0.5)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    let season = random.unit() * random.unit()
    for layer in 0..<3 {
      paintHills(
        on: &canvas, horizon: horizon, layer: layer, daylight: daylight, season: season, &random)
    }
    let meadow = Meadow(horizon: horizon, daylight: daylight, dryness: 0.7 * season, &random)
    meadow.paint(on: &canvas) { _ in horizon }
    paintTrees(on: &canvas, horizon: horizon, daylight: daylight, season: season, &random)
    meadow.paintBlades(on: &canvas, from: mix(horizon, 1, 0.2), to: 1, &random)
    paintFlowers(on: &canvas, horizon: horizon, daylight: daylight, &random)
    meadow.paintFringe(on: &canvas, height: 0.12, &random)
  }

  private static func paintHills(
    on canvas: inout Canvas, horizon: Float, layer: Int, daylight: Daylight, season: Float,
    _ random: inout Random
  ) {
    let near = Float(layer) / 2
    let crest = Ridgeline(
      &random, over: canvas, base: horizon - 0.05 * (1 - near), rise: 0.09 - 0.03 * near,
      frequency: 1.8 + near)
    let wood = Foliage.swatch(&random, autumn: season).color * 0.75
    let field = Swatch(0.66, 0.085, random.float(92...125)).color
    let noise = Noise(&random)
    canvas.fill(below: { crest($0) }, to: horizon + 0.02) { point, _ in
      let cover = noise.fractal(Point(point.x * 7, point.y * 26), octaves: 3)
      let leaf = noise.fractal(point * 110, octaves: 2)
      let albedo = mix(field, wood, smoothstep(-0.2, 0.1, cover)) * (1 + 0.25 * leaf)
      let lit = daylight.light.shade(albedo, normal: Vector(0.3 * cover, -0.8, 0.5).normalized)
      return daylight.haze(lit, 0.72 - 0.5 * near)
    }
  }

  private static func paintTrees(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, season: Float,
    _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 0.17, &random) {
      var own = stream
      let near = own.float(0.01...0.16)
      let foot = Point(x, mix(horizon, 1, near))
      let height = 0.1 + 0.9 * near
      let tree = Tree(Foliage.swatch(&own, autumn: season), daylight: daylight, &own)
      guard own.chance(0.7) else { continue }
      let shade = foot + daylight.light.shadowOffset * Point(0.3, 0.06) * height
      canvas.darken(
        .ellipse(shade, Point(0.36, 0.06) * height), softness: 0.06 * height,
        to: daylight.light.shadowTint)
      tree.paintBroadleaf(
        on: &canvas, foot: foot, height: height, haze: 0.3 - near, clumps: 18, &own)
    }
  }

  private static func paintFlowers(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    let sorts = (0..<3).map { _ in
      random.pick([
        Swatch(0.58, 0.19, 28), Swatch(0.93, 0.015, 95), Swatch(0.85, 0.16, 95),
        Swatch(0.56, 0.12, 275), Swatch(0.7, 0.12, 350), Swatch(0.62, 0.12, 310),
      ])
    }
    let drifts = Noise(&random)
    for row in 0..<24 {
      let near = (Float(row) + 0.5) / 24
      let size = 0.003 + 0.019 * near * near
      let y = mix(horizon, 1, 0.06 + 0.92 * near * near)
      for (x, stream) in canvas.columns(every: 3.4 * size + 0.004, &random) {
        var own = stream
        let kind = own.int(0...2)
        let drift = drifts.fractal(Point(x * 2 + Float(kind) * 9, y * 4), octaves: 2)
        guard drift + own.float(-0.4...0.4) > 0.1 else { continue }
        let place = Point(x, y + own.float(-1.6...1.6) * size)
        paintFlower(
          on: &canvas, at: place, size: size * own.float(0.7...1.15),
          swatch: sorts[kind].varied(&own), daylight: daylight, &own)
      }
    }
  }

  private static func paintFlower(
    on canvas: inout Canvas, at place: Point, size: Float, swatch: Swatch, daylight: Daylight,
    _ random: inout Random
  ) {
    let light = daylight.light
    let stem = Shape.stroke(place, place + Point(0, 2.6 * size), 0.13 * size, 0.16 * size)
    canvas.fill(stem) { _, _ in
      light.shade(Swatch(0.48, 0.09, 128).color, normal: Vector(0, -0.5, 0.8))
    }
    let petals = swatch.color
    let head = Shape.ellipse(place, Point(1, random.float(0.55...0.85)) * size)
    let lobes = Noise(&random)
    canvas.fill(head.roughened(lobes, scale: 0.5 * size, amount: 0.3 * size, octaves: 1)) {
      point, _ in
      let offset = (point - place) / size
      let normal = Vector(0.6 * offset.x, -0.5 + 0.6 * offset.y, 0.7).normalized
      return light.shade(petals * (0.75 + 0.3 * offset.length), normal: normal)
    }
    canvas.fill(.ellipse(place, Point(0.27, 0.2) * size)) { _, _ in
      light.shade(Swatch(0.72, 0.14, 85).color, normal: Vector(0, -0.6, 0.8))
    }
  }
}
