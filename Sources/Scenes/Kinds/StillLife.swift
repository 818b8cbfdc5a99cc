/// Bottles, pots and books on a shelf.
enum StillLife: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let light = Light.indoors(&random)
    Backdrop(&random).paint(on: &canvas, light: light)
    let grain = Woodgrain(&random, plank: random.float(0.1...0.2))
    let shelf = random.float(0.34...0.4)
    paintBoard(on: &canvas, y: shelf, depth: 0.05, grain: grain, light: light)
    paintGroup(on: &canvas, y: shelf + 0.012, scale: 0.85, light: light, &random)
    let table = random.float(0.78...0.82)
    paintBoard(on: &canvas, y: table, depth: 0.3, grain: grain, light: light)
    paintGroup(on: &canvas, y: table + 0.06, scale: 1.15, light: light, &random)
    paintFruit(on: &canvas, y: table + 0.13, light: light, &random)
  }

  private static func paintBoard(
    on canvas: inout Canvas, y: Float, depth: Float, grain: Woodgrain, light: Light
  ) {
    let front = y + depth * 0.6
    canvas.darken(
      .box(Box(low: Point(canvas.left - 1, y), high: Point(canvas.right + 1, y + depth + 0.07))),
      softness: 0.07, opacity: 0.8, to: light.shadowTint)
    canvas.wash(from: y, to: y + depth) { point in
      let edge = smoothstep(front - 0.003, front + 0.003, point.y)
      let place = Point(point.x, point.y * mix(2.2, 1, edge))
      let normal = Vector(0, mix(-0.95, -0.1, edge), mix(0.3, 1, edge)).normalized
      let back = 0.6 + 0.4 * smoothstep(0, 0.03, point.y - y)
      return light.shade(grain.color(at: place) * back, normal: normal)
    }
  }

  private static func paintGroup(
    on canvas: inout Canvas, y: Float, scale: Float, light: Light, _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 0.16 * scale, &random) {
      var own = stream
      guard own.chance(0.85) else { continue }
      if own.chance(0.38) {
        paintBooks(on: &canvas, foot: Point(x, y), scale: scale, light: light, &own)
        continue
      }
      let vessel = Vessel(&own)
      let half = own.float(0.04...0.065) * scale
      let tall =
        (vessel.material == .glass ? own.float(0.2...0.28) : own.float(0.11...0.19)) * scale
      let foot = Point(x, y + own.float(0...0.02))
      let box = Box(low: foot - Point(half, tall), high: foot + Point(half, 0))
      vessel.paint(on: &canvas, in: box, light: light, &own)
      if vessel.material == .clay {
        let plant = Foliage(Foliage.swatch(&own), light: light, &own)
        plant.paintCrown(
          on: &canvas, center: box.at(0.5, -0.22), radii: Point(1.15 * half, 0.07 * scale),
          clumps: 20, &own)
      }
    }
  }

  private static func paintBooks(
    on canvas: inout Canvas, foot: Point, scale: Float, light: Light, _ random: inout Random
  ) {
    var x = foot.x - 0.06 * scale
    for _ in 0..<random.int(3...6) {
      let thick = random.float(0.014...0.034) * scale
      let tall = random.float(0.15...0.24) * scale
      let cover = random.pick([
        Swatch(0.42, 0.11, 26), Swatch(0.38, 0.07, 255), Swatch(0.45, 0.07, 150),
        Swatch(0.72, 0.08, 82), Swatch(0.52, 0.07, 55), Swatch(0.34, 0.03, 300),
        Swatch(0.82, 0.03, 90), Swatch(0.55, 0.09, 200),
      ]).varied(&random).color
      let gold = Swatch(0.8, 0.09, 88).varied(&random).color
      let box = Box(low: Point(x, foot.y - tall), high: Point(x + thick, foot.y))
      let wear = Noise(&random)
      let title = random.float(0.15...0.35)
      canvas.darken(
        .box(Box(low: box.low, high: box.high + Point(0.02, 0.008)).grown(by: 0.004)),
        softness: 0.025, opacity: 0.6, to: light.shadowTint)
      canvas.model(.box(box, corner: 0.004 * scale), roundness: 0.5 * thick, light: light) {
        point, _ in
        let down = (point.y - box.low.y) / tall
        let rub = wear.fractal(point * 80, octaves: 3)
        let text = abs(down - title) < 0.09 && wear(Point(point.y * 240, 2)) > -0.1
        let ruled = text || abs(down - 0.06) < 0.008 || abs(down - 0.9) < 0.008
        let inset = abs(point.x - box.center.x) < 0.3 * thick || !text
        return (ruled && inset ? gold : cover) * (1 + 0.18 * rub)
      }
      x += thick + 0.001
    }
  }

  private static func paintFruit(
    on canvas: inout Canvas, y: Float, light: Light, _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 0.22, &random) {
      var own = stream
      let fruit = Fruit(own.pick(Fruit.Sort.allCases), &own)
      guard own.chance(0.6) else { continue }
      fruit.paint(
        on: &canvas, foot: Point(x, y + own.float(-0.02...0.02)),
        radius: own.float(0.042...0.058), light: light, &own)
    }
  }
}
