/// Stalls of fruit and vegetables under awnings.
enum Market: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let light = Daylight(&random, moods: [.clear, .hazy, .golden]).facingViewer.light
    let wall = Brickwork(&random, course: 0.02)
    canvas.wash(to: 0.46) { point in
      let (albedo, normal) = wall.surface(at: point)
      return light.shade(albedo, normal: normal, visibility: 0.25) * 0.75
    }
    let grain = Woodgrain(&random, plank: 0.06)
    let awning = random.float(0.22...0.27)
    paintShelf(on: &canvas, below: awning, light: light, &random)
    paintCounter(on: &canvas, grain: grain, light: light)
    for row in 0..<3 {
      let near = Float(row) / 2
      paintCrates(on: &canvas, near: near, grain: grain, light: light, &random)
    }
    paintAwning(on: &canvas, edge: awning, light: light, &random)
  }

  private static func paintShelf(
    on canvas: inout Canvas, below awning: Float, light: Light, _ random: inout Random
  ) {
    var dim = light
    dim.sun *= 0.55
    for (x, stream) in canvas.columns(every: 0.13, &random) {
      var own = stream
      let vessel = Vessel(&own)
      let half = own.float(0.035...0.05)
      let foot = Point(x, awning + 0.24)
      let box = Box(low: foot - Point(half, own.float(0.1...0.18)), high: foot + Point(half, 0))
      vessel.paint(on: &canvas, in: box, light: dim, &own)
    }
  }

  private static func paintCounter(on canvas: inout Canvas, grain: Woodgrain, light: Light) {
    canvas.wash(from: 0.45) { point in
      light.shade(grain.color(at: point), normal: Vector(0, -0.4, 0.9)) * (0.75 - 0.3 * point.y)
    }
  }

  private static func paintCrates(
    on canvas: inout Canvas, near: Float, grain: Woodgrain, light: Light, _ random: inout Random
  ) {
    let top = 0.5 + 0.19 * near + 0.03 * near * near
    let width = 0.24 + 0.07 * near
    let depth = 0.13 + 0.03 * near
    for (x, stream) in canvas.columns(every: width, &random) {
      var own = stream
      // Crates stand in line: only the stream of each place is its own.
      let left = (x / width).rounded(.down) * width + 0.03 * near
      let box = Box(low: Point(left, top), high: Point(left + width - 0.012, top + depth))
      canvas.darken(.box(box.grown(by: 0.015)), softness: 0.05, to: light.shadowTint)
      canvas.fill(.box(box, corner: 0.004)) { point, _ in
        light.shade(grain.color(at: point), normal: Vector(0, -0.6, 0.7)) * 0.55
      }
      paintGoods(on: &canvas, box: box, light: light, &own)
      let board = Box(low: box.at(-0.01, 0.74), high: box.at(1.01, 1.06))
      canvas.darken(.box(board), softness: 0.03, to: .gray(0.4))
      canvas.model(.box(board, corner: 0.004), roundness: 0.012, light: light) { point, _ in
        grain.color(at: point * 1.3 + left)
      }
      paintLabel(on: &canvas, at: board.at(own.float(0.3...0.7), 0.1), light: light, &own)
    }
  }

  private static func paintGoods(
    on canvas: inout Canvas, box: Box, light: Light, _ random: inout Random
  ) {
    if random.chance(0.28) {
      let greens = Foliage(
        Swatch(0.6, 0.1, random.float(118...135)).varied(&random), light: light, &random)
      greens.paintCrown(
        on: &canvas, center: box.at(0.5, 0.42), radii: box.size * Point(0.52, 0.55), clumps: 34,
        &random)
      return
    }
    let sort = random.pick(Fruit.Sort.allCases)
    let radius = random.float(0.021...0.032)
    let rows = 4
    let count = Int((box.size.x - 0.01) / (1.75 * radius))
    for row in 0..<rows {
      for index in 0..<count {
        let shift: Float = row % 2 == 0 ? 0.25 : 0.75
        let across = (Float(index) + shift + random.float(-0.1...0.1)) / Float(count)
        let foot = box.at(across, 0.16 + 0.22 * Float(row)) + Point(0, radius)
        Fruit(sort, &random).paint(
          on: &canvas, foot: foot, radius: radius * random.float(0.92...1.08), light: light,
          &random)
      }
    }
  }

  private static func paintLabel(
    on canvas: inout Canvas, at place: Point, light: Light, _ random: inout Random
  ) {
    let card = random.pick([
      Swatch(0.95, 0.01, 90), Swatch(0.9, 0.09, 100), Swatch(0.32, 0.02, 160),
    ])
    let ink: Color = card.lightness > 0.5 ? .gray(0.03) : .gray(0.8)
    let scrawl = Noise(&random)
    let box = Box(center: place, half: Point(0.032, 0.022))
    canvas.darken(.box(box.grown(by: 0.004)), softness: 0.015, to: .gray(0.5))
    canvas.fill(.box(box)) { point, distance in
      let row = abs(fraction((point.y - box.low.y) / 0.0147) - 0.5)
      let written = distance < -0.006 && row < 0.28 && scrawl(point * 240) > 0
      return light.shade(written ? ink : card.color, normal: Vector(0, -0.3, 0.9))
    }
  }

  private static func paintAwning(
    on canvas: inout Canvas, edge: Float, light: Light, _ random: inout Random
  ) {
    let dye = random.pick([
      Swatch(0.54, 0.16, 27), Swatch(0.52, 0.1, 155), Swatch(0.5, 0.1, 252), Swatch(0.76, 0.13, 80),
    ]).varied(&random).color
    let canvasCloth = Swatch(0.92, 0.02, 88).color
    let stripe = random.float(0.05...0.085)
    let wrinkles = Noise(&random)
    let scallop: (Float) -> Float = { x in
      let arc = fraction(x / stripe) * 2 - 1
      return edge + 0.02 * (1 - arc * arc).squareRoot()
    }
    canvas.darken(
      .box(Box(low: Point(canvas.left - 1, -1), high: Point(canvas.right + 1, edge + 0.12))),
      softness: 0.16, opacity: 0.75, to: light.shadowTint)
    let slanted = Box(
      low: Point(canvas.left - 1, -1), high: Point(canvas.right + 1, edge + 0.03))
    let cloth = Shape(bounds: slanted) { $0.y - scallop($0.x) }
    canvas.fill(cloth) { point, _ in
      let hem = smoothstep(edge - 0.033, edge - 0.028, point.y)
      let fan = 0.5 + (point.x - 0.5) * mix(1 / (0.8 + 0.2 * point.y / edge), 1, hem)
      let band: Float = Int((fan / stripe).rounded(.down)) % 2 == 0 ? 1 : 0
      let crease = wrinkles.relief(
        Point(point.x * 9, point.y * 14), toward: Point(0.2, -0.2), octaves: 3)
      let normal = Vector(0.25 * crease, mix(-0.8, -0.05, hem), 0.7).normalized
      let albedo = mix(canvasCloth, dye, band) * (1 + 0.1 * crease)
      return light.shade(albedo, normal: normal)
    }
  }
}
