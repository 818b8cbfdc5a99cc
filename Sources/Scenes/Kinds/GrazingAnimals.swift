/// Cows and sheep in a pasture.
enum GrazingAnimals: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random)
    let horizon = random.float(0.34...0.44)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    let season = random.unit() * random.unit()
    paintWoods(on: &canvas, horizon: horizon, daylight: daylight, season: season, &random)
    let pasture = Meadow(
      horizon: horizon, daylight: daylight, dryness: random.float(0...0.55), &random)
    pasture.paint(on: &canvas) { _ in horizon }
    pasture.paintBlades(on: &canvas, from: mix(horizon, 1, 0.25), to: 1, &random)
    paintFence(on: &canvas, y: horizon + 0.07, daylight: daylight, &random)
    let sheep = random.chance(0.4)
    for row in 0..<3 {
      let near = 0.12 + 0.22 * Float(row)
      let size = 0.07 + 0.36 * near
      for (x, stream) in canvas.columns(every: 2 * size, &random) {
        var own = stream
        let foot = Point(x, mix(horizon, 1, near + own.float(0...0.1)) + 0.3 * size)
        let animal = Animal(sheep ? .sheep : own.pick([.cow, .cow, .horse]), &own)
        guard own.chance(row == 2 ? 0.75 : 0.65) else { continue }
        animal.paint(on: &canvas, foot: foot, size: size, light: daylight.light, &own)
      }
    }
    pasture.paintFringe(on: &canvas, height: 0.07, &random)
  }

  private static func paintWoods(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, season: Float,
    _ random: inout Random
  ) {
    let crest = Ridgeline(
      &random, over: canvas, base: horizon - 0.02, rise: 0.08, frequency: 2)
    let hill = Swatch(0.55, 0.075, random.float(110...128)).color
    let noise = Noise(&random)
    canvas.fill(below: { crest($0) }, to: horizon + 0.01) { point, _ in
      let cover = noise.fractal(Point(point.x * 9, point.y * 30), octaves: 4)
      let lit = daylight.light.shade(hill * (1 + 0.3 * cover), normal: Vector(0, -0.8, 0.5))
      return daylight.haze(lit, 0.5)
    }
    for (x, stream) in canvas.columns(every: 0.1, &random) {
      var own = stream
      let tree = Tree(Foliage.swatch(&own, autumn: season), daylight: daylight, &own)
      let height = own.float(0.09...0.2)
      guard own.chance(0.7) else { continue }
      tree.paintBroadleaf(
        on: &canvas, foot: Point(x, horizon + 0.02), height: height, haze: 0.22, clumps: 14, &own)
    }
  }

  private static func paintFence(
    on canvas: inout Canvas, y: Float, daylight: Daylight, _ random: inout Random
  ) {
    let wood = Swatch(0.56, 0.035, 70).varied(&random).color
    let light = daylight.light
    for (x, stream) in canvas.columns(every: 0.09, &random) {
      var own = stream
      let top = Point(x + own.float(-0.004...0.004), y - own.float(0.052...0.062))
      canvas.model(
        .stroke(Point(x, y), top, 0.0052, 0.005), roundness: 0.005, light: light
      ) { _, _ in wood }
    }
    for height in [Float(0.02), 0.042] {
      let rail = Box(
        low: Point(canvas.left - 1, y - height - 0.0028),
        high: Point(canvas.right + 1, y - height + 0.0028))
      canvas.fill(.box(rail)) { point, _ in
        light.shade(wood, normal: Vector(0, -0.6, 0.8)) * (1 - 60 * (point.y - y + height))
      }
    }
  }
}
