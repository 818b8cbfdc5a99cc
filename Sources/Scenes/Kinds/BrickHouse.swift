/// The front of a brick house with its windows and door.
enum BrickHouse: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random).facingViewer
    Sky(daylight, &random).paint(on: &canvas, horizon: 0.3)
    let eaves = random.float(0.12...0.2)
    let ground = random.float(0.82...0.87)
    paintRoof(on: &canvas, eaves: eaves, daylight: daylight, &random)
    paintWall(on: &canvas, from: eaves, to: ground, daylight: daylight, &random)
    let joinery = random.pick([
      Swatch(0.92, 0.015, 90), Swatch(0.42, 0.07, 160), Swatch(0.45, 0.07, 250),
      Swatch(0.88, 0.04, 88),
    ]).varied(&random)
    let pane = Window(daylight: daylight, frame: joinery)
    let pitch = random.float(0.25...0.4)
    let half = Point(random.float(0.065...0.3 * pitch), random.float(0.09...0.115))
    let (doorway, start) = (random.int(0...2), random.float(0...pitch))
    for (x, stream) in canvas.columns(every: pitch, &random) {
      var own = stream
      let column = Int((x / pitch).rounded(.down))
      let center = start + Float(column) * pitch
      let upper = Point(center, mix(eaves, ground, 0.25))
      let lower = Point(center, mix(eaves, ground, 0.7))
      pane.paint(on: &canvas, in: Box(center: upper, half: half), &own)
      if (column - doorway) % 3 == 0 {
        paintDoor(on: &canvas, x: center, ground: ground, daylight: daylight, &own)
      } else {
        pane.paint(on: &canvas, in: Box(center: lower, half: half * 1.1), &own)
      }
    }
    paintGround(on: &canvas, from: ground, daylight: daylight, &random)
  }

  private static func paintRoof(
    on canvas: inout Canvas, eaves: Float, daylight: Daylight, _ random: inout Random
  ) {
    let tile = random.pick([Swatch(0.48, 0.1, 38), Swatch(0.42, 0.02, 260), Swatch(0.46, 0.05, 50)])
      .varied(&random)
    let top = eaves - random.float(0.1...0.15)
    let noise = Noise(&random)
    let tones = (0..<5).map { _ in tile.varied(&random).color }
    canvas.wash(from: top, to: eaves) { point in
      let row = ((point.y - top) / 0.022).rounded(.down)
      let shift: Float = Int(row) % 2 == 0 ? 0 : 0.5
      let across = point.x / 0.03 + shift
      let bulge = fraction(across) - 0.5
      let down = fraction((point.y - top) / 0.022)
      let tone = tones[min(4, Int(noise.value(Int(across.rounded(.down)), Int(row)) * 5))]
      let wear = noise.fractal(point * 60, octaves: 3)
      let normal = Vector(1.2 * bulge, -0.7, 0.6).normalized
      return daylight.light.shade(tone * (1 + 0.25 * wear) * (0.5 + 0.6 * down), normal: normal)
    }
  }

  private static func paintWall(
    on canvas: inout Canvas, from eaves: Float, to ground: Float, daylight: Daylight,
    _ random: inout Random
  ) {
    let bricks = Brickwork(&random, course: random.float(0.019...0.026))
    let plinth = Swatch(0.6, 0.015, 80).varied(&random).color
    let noise = Noise(&random)
    canvas.wash(from: eaves, to: ground + 0.01) { point in
      var (albedo, normal) = bricks.surface(at: point)
      let low = smoothstep(ground - 0.056, ground - 0.052, point.y)
      albedo = mix(albedo, plinth * (1 + 0.25 * noise.fractal(point * 70, octaves: 3)), low)
      normal = low > 0.5 ? Vector(0, 0, 1) : normal
      let eave = smoothstep(eaves + 0.045, eaves + 0.015, point.y)
      let grime = 1 - 0.3 * smoothstep(ground - 0.2, ground, point.y)
      return daylight.light.shade(albedo * grime, normal: normal, visibility: 1 - eave)
        * (1.25 - 0.45 * eave)
    }
    canvas.wash(from: eaves - 0.012, to: eaves + 0.006) { point in
      daylight.light.shade(.gray(0.55), normal: Vector(0, -0.5, 0.8)) * (1 - 20 * (point.y - eaves))
    }
  }

  private static func paintDoor(
    on canvas: inout Canvas, x: Float, ground: Float, daylight: Daylight, _ random: inout Random
  ) {
    let paint = random.pick([
      Swatch(0.42, 0.1, 28), Swatch(0.45, 0.08, 155), Swatch(0.42, 0.09, 255),
      Swatch(0.5, 0.08, 55),
      Swatch(0.75, 0.12, 88),
    ]).varied(&random).color
    let box = Box(low: Point(x - 0.075, ground - 0.3), high: Point(x + 0.075, ground))
    let light = daylight.light
    let grain = Noise(&random)
    canvas.darken(.box(box.grown(by: 0.014)), softness: 0.02, to: light.shadowTint)
    canvas.fill(.box(box.grown(by: 0.012), corner: 0.004)) { _, _ in
      light.shade(Swatch(0.88, 0.02, 88).color, normal: Vector(0, 0, 1))
    }
    canvas.fill(.box(box)) { point, distance in
      let fibre = grain.fractal(Point(point.x * 140, point.y * 9), octaves: 2)
      return light.shade(paint * (1 + 0.12 * fibre), normal: Vector(0, 0, 1))
        * (0.6 + 0.4 * smoothstep(0, -0.02, distance))
    }
    for row in 0..<3 {
      for side in 0..<2 {
        let low = box.at(0.12 + 0.42 * Float(side), 0.07 + 0.31 * Float(row))
        let panel = Box(low: low, high: low + box.size * Point(0.34, 0.24))
        canvas.model(.box(panel, corner: 0.003), roundness: 0.012, light: light) { _, _ in
          row == 0 ? daylight.zenith.color * 0.35 : paint * 0.92
        }
      }
    }
    canvas.model(.circle(box.at(0.88, 0.55), 0.007), roundness: 0.007, light: light, gloss: 0.9) {
      _, _ in Swatch(0.75, 0.1, 85).color
    }
    canvas.fill(.box(Box(low: box.at(-0.2, 1), high: box.at(1.2, 1.09)))) { point, _ in
      light.shade(.gray(0.4 + 0.06 * grain(point * 60)), normal: Vector(0, -0.7, 0.6))
    }
  }

  private static func paintGround(
    on canvas: inout Canvas, from ground: Float, daylight: Daylight, _ random: inout Random
  ) {
    let lawn = Meadow(horizon: ground - 0.25, daylight: daylight, dryness: 0.15, &random)
    lawn.paint(on: &canvas) { _ in ground + 0.022 }
    for (x, stream) in canvas.columns(every: 0.16, &random) {
      var own = stream
      let bush = Foliage(Foliage.swatch(&own, autumn: 0.15), light: daylight.light, &own)
      let radii = Point(own.float(0.07...0.11), own.float(0.05...0.1))
      let center = Point(x, ground + 0.02)
      let petals = own.pick([
        Swatch(0.62, 0.16, 15), Swatch(0.93, 0.01, 90), Swatch(0.66, 0.12, 320),
      ])
      guard own.chance(0.6) else { continue }
      canvas.darken(
        .ellipse(center + Point(0, 0.03), radii * Point(1.2, 0.5)), softness: 0.04,
        to: daylight.light.shadowTint)
      bush.paintCrown(on: &canvas, center: center, radii: radii, clumps: 16, &own)
      for _ in 0..<own.int(0...14) {
        let place = center + Point(own.float(-0.8...0.8), own.float(-0.7...0.5)) * radii
        let tone = petals.varied(&own).color
        canvas.fill(.circle(place, own.float(0.004...0.008))) { _, _ in
          daylight.light.shade(tone, normal: Vector(0, -0.5, 0.8))
        }
      }
    }
  }
}
