/// A window in a wall: frame, panes, curtains, sill and flower box.
struct Window {
  let daylight: Daylight
  let frame: Swatch

  func paint(on canvas: inout Canvas, in box: Box, _ random: inout Random) {
    let light = daylight.light
    let wood = light.shade(frame.color, normal: Vector(0, -0.1, 1))
    canvas.darken(
      .box(Box(low: box.low - 0.012, high: box.high + Point(0.02, 0.03))), softness: 0.03,
      opacity: 0.6, to: light.shadowTint)
    canvas.fill(.box(box.grown(by: 0.01), corner: 0.003)) { _, _ in wood }
    paintGlass(on: &canvas, box: box, &random)
    let bars = [
      Box(center: box.center, half: Point(0.004, 0.5 * box.size.y)),
      Box(center: box.at(0.5, 0.36), half: Point(0.5 * box.size.x, 0.004)),
    ]
    for bar in bars { canvas.fill(.box(bar)) { _, _ in wood * 0.9 } }
    let sill = Box(low: box.at(-0.16, 1.04), high: box.at(1.16, 1.12))
    canvas.darken(
      .box(Box(low: sill.low, high: sill.high + Point(0, 0.03))), softness: 0.03,
      to: light.shadowTint)
    canvas.fill(.box(sill)) { point, _ in
      light.shade(.gray(0.5), normal: Vector(0, -0.8, 0.5)) * (1.1 - 8 * (point.y - sill.low.y))
    }
    if random.chance(0.5) { paintFlowerBox(on: &canvas, above: sill, &random) }
  }

  private func paintGlass(on canvas: inout Canvas, box: Box, _ random: inout Random) {
    let curtain = random.pick([
      Swatch(0.85, 0.03, 85), Swatch(0.6, 0.09, 25), Swatch(0.6, 0.05, 230), Swatch(0.72, 0.07, 80),
    ]).varied(&random).color
    let drawn = random.float(0.1...0.4)
    let reflections = Noise(&random)
    canvas.fill(.box(box)) { point, distance in
      let across = (point.x - box.low.x) / box.size.x
      let down = (point.y - box.low.y) / box.size.y
      let cloud = reflections.fractal(Point(across * 1.8, down * 1.3), octaves: 3)
      let sky = mix(daylight.zenith.color, daylight.horizon.color, clamp(0.3 + 0.5 * cloud))
      let room = mix(Color(0.035, 0.03, 0.025), sky, clamp(0.42 + 0.3 * cloud - 0.3 * down))
      let fold = reflections(Point(across * 26, 3))
      let hung = smoothstep(0.02, -0.02, min(across, 1 - across) - drawn * (1.1 - 0.4 * down))
      let cloth = curtain * daylight.light.above * (0.75 + 0.25 * fold)
      let inner = mix(room, cloth + sky * 0.08, hung * 0.85)
      return inner * (0.45 + 0.55 * smoothstep(0, -0.018, distance))
    }
  }

  private func paintFlowerBox(on canvas: inout Canvas, above sill: Box, _ random: inout Random) {
    let plants = Foliage(Swatch(0.48, 0.09, 130), light: daylight.light, &random)
    let petals = random.pick([
      Swatch(0.58, 0.19, 22), Swatch(0.7, 0.15, 350), Swatch(0.8, 0.15, 85),
    ])
    plants.paintCrown(
      on: &canvas, center: sill.at(0.5, -0.5), radii: Point(0.5 * sill.size.x, 0.026), clumps: 18,
      &random)
    for _ in 0..<24 {
      let place = sill.at(random.float(0.03...0.97), random.float(-1.9...0.4))
      let tone = petals.varied(&random).color
      canvas.fill(.circle(place, random.float(0.004...0.0075))) { _, _ in
        daylight.light.shade(tone, normal: Vector(0, -0.5, 0.8))
      }
    }
  }
}
