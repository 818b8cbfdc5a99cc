/// Apples, lemons, plums and their like on a tablecloth.
enum FruitOnCloth: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let light = Light.indoors(&random)
    let edge = random.float(0.3...0.42)
    Backdrop(&random).paint(on: &canvas, to: edge + 0.02, light: light)
    paintTable(on: &canvas, edge: edge, light: light, &random)
    if random.chance(0.6) {
      let vessel = Vessel(&random)
      let foot = Point(random.float(0.2...0.8), edge + 0.14)
      let half = random.float(0.08...0.11)
      let box = Box(
        low: foot - Point(half, random.float(0.3...0.42)), high: foot + Point(half, 0))
      vessel.paint(on: &canvas, in: box, light: light, &random)
    }
    paintRow(on: &canvas, y: edge + 0.2, radius: 0.085, light: light, &random)
    paintGrapes(on: &canvas, y: edge + 0.34, light: light, &random)
    paintRow(on: &canvas, y: edge + 0.42, radius: 0.11, light: light, &random)
  }

  private static func paintTable(
    on canvas: inout Canvas, edge: Float, light: Light, _ random: inout Random
  ) {
    let cloth = Fabric(&random)
    let hem = Noise(&random)
    canvas.darken(
      .box(Box(low: Point(canvas.left - 1, edge - 0.05), high: Point(canvas.right + 1, 1))),
      softness: 0.12, opacity: 0.5, to: .gray(0.5))
    let line: (Float) -> Float = { edge + 0.012 * hem(Point($0 * 3, 0)) }
    canvas.fill(below: line) { point, depth in
      let distance = 1 / (0.55 + depth)
      let place = Point((point.x - 0.5) * distance, distance * 1.2)
      let (albedo, normal) = cloth.surface(at: place)
      let rim = 1 - 0.3 * smoothstep(0.03, 0, depth)
      return light.shade(albedo * rim, normal: normal)
    }
  }

  private static func paintRow(
    on canvas: inout Canvas, y: Float, radius: Float, light: Light, _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 2.3 * radius, &random) {
      var own = stream
      let fruit = Fruit(own.pick(Fruit.Sort.allCases), &own)
      let size = radius * own.float(0.85...1.1)
      let foot = Point(x, y + own.float(-0.03...0.05))
      guard own.chance(0.8) else { continue }
      fruit.paint(on: &canvas, foot: foot, radius: size, light: light, &own)
    }
  }

  private static func paintGrapes(
    on canvas: inout Canvas, y: Float, light: Light, _ random: inout Random
  ) {
    let start = Point(random.float(0.15...0.7), y)
    let sort = random.pick([
      Swatch(0.38, 0.08, 330), Swatch(0.7, 0.1, 118), Swatch(0.3, 0.05, 290),
    ])
    guard random.chance(0.7) else { return }
    canvas.darken(
      .ellipse(start + Point(0.1, 0.03), Point(0.15, 0.05)), softness: 0.06,
      to: light.shadowTint)
    for index in 0..<26 {
      let along = Float(index % 13) / 13
      let spread = 0.05 * (1 - 0.6 * along)
      let layer: Float = index < 13 ? 0.012 : -0.02
      let center =
        start
        + Point(0.2 * along + random.float(-0.01...0.01), layer + random.float(-1...1) * spread)
      let radius = random.float(0.019...0.025)
      let tone = sort.varied(&random, spread: 0.8).color
      canvas.darken(
        .circle(center + Point(0, 0.006), radius * 1.1), softness: 0.02, opacity: 0.6,
        to: .gray(0.3))
      canvas.model(.circle(center, radius), roundness: radius, light: light, gloss: 0.6) {
        _, normal in
        tone * (0.75 + 0.5 * (1 - normal.z)) + .gray(0.03)
      }
    }
  }
}
