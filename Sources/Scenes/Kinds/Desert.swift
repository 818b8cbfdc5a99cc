/// Dunes and cacti.
enum Desert: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random, moods: [.clear, .clear, .hazy, .golden])
    let horizon = random.float(0.42...0.52)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    let sand = random.pick([
      Swatch(0.72, 0.085, 66), Swatch(0.64, 0.1, 50), Swatch(0.79, 0.06, 80),
    ]).varied(&random)
    let plain = daylight.light.shade(sand.color, normal: Vector(0, -0.9, 0.4))
    canvas.wash(from: horizon) { _ in daylight.haze(plain, 0.4) }
    paintMesas(on: &canvas, horizon: horizon, daylight: daylight, &random)
    let crests = [Float(0), 0.25, 0.5, 0.75, 1].map { near in
      Ridgeline(
        &random, over: canvas, base: mix(horizon + 0.07, 1, near * (0.05 + 0.85 * near)),
        rise: 0.07 + 0.12 * near, frequency: 1.5 - 0.5 * near, octaves: 2)
    }
    for (layer, crest) in crests.enumerated() {
      let near = Float(layer) / 4
      let bottom = layer < 4 ? crests[layer + 1].lowest + 0.01 : 1
      paintDune(
        on: &canvas, crest: crest, to: bottom, near: near, sand: sand, daylight: daylight,
        &random)
      let plants = random.fork()
      guard layer > 1 else { continue }
      paintPlants(on: &canvas, near: near, horizon: horizon, daylight: daylight, plants)
    }
  }

  private static func paintMesas(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    let rock = Swatch(0.55, 0.09, random.float(34...50)).varied(&random)
    let (red, pale) = (rock.color, rock.lighter(by: 0.16).muted(to: 0.7).color)
    let (outline, strata) = (Noise(&random), Noise(&random))
    let row = random.float(0...9)
    let line: (Float) -> Float = { x in
      let mass = outline.fractal(Point(x * 2.6, row), octaves: 2)
      let flat = smoothstep(0.02, 0.14, mass) + 0.5 * smoothstep(0.3, 0.36, mass)
      return horizon + 0.02 - 0.13 * flat - 0.008 * outline.fractal(Point(x * 30, row), octaves: 3)
    }
    canvas.fill(below: line, to: horizon + 0.04) { point, depth in
      let band = strata.fractal(Point(point.x * 2, point.y * 60), octaves: 3)
      let crack = strata.ridged(Point(point.x * 40, point.y * 7), octaves: 3)
      let albedo = mix(red, pale, clamp(0.4 + 0.6 * band)) * (0.5 + 0.7 * crack)
      let normal = Vector((crack - 0.5) * 1.5, -0.2, 0.9).normalized
      return daylight.haze(daylight.light.shade(albedo, normal: normal), 0.4)
    }
  }

  private static func paintDune(
    on canvas: inout Canvas, crest: Ridgeline, to bottom: Float, near: Float, sand: Swatch,
    daylight: Daylight, _ random: inout Random
  ) {
    let edge = Ridgeline(
      &random, over: canvas, base: 0.05 + 0.1 * near, rise: 0.1 + 0.1 * near, frequency: 2.2,
      octaves: 3)
    let (ripples, grains) = (Noise(&random), Noise(&random))
    let tone = sand.varied(&random, spread: 0.5).color
    let light = daylight.light
    canvas.fill(below: { crest($0) }, to: bottom) { point, depth in
      let slope = (crest(point.x + 0.01) - crest(point.x - 0.01)) / 0.02
      let slip = smoothstep(0, 0.02 + 0.02 * near, depth - edge(point.x + 0.8 * depth))
      let wave = ripples.fractal(Point(point.x * 4, point.y * 5), octaves: 2)
      let scale = 1.1 - 0.85 * near
      let comb = ripples.relief(
        Point(point.x * 14 + 1.5 * wave, point.y * 120) * scale, toward: Point(0.05, 0.3),
        octaves: 2)
      let side: Float = light.direction.x > 0 ? 1 : -1
      let lean = mix(-0.55 * side, 0.5 * side, slip) + 0.7 * slope
      let normal = Vector(lean, -0.75 + 0.12 * comb, 0.45 + 0.15 * wave).normalized
      let grain = grains.fractal(point * 190, octaves: 2)
      let albedo = tone * (1 + 0.06 * grain + 0.13 * comb + 0.06 * wave)
      return daylight.haze(light.shade(albedo, normal: normal), 0.42 * (1 - near) * (1 - near))
    }
  }

  private static func paintPlants(
    on canvas: inout Canvas, near: Float, horizon: Float, daylight: Daylight, _ stream: Random
  ) {
    var random = stream
    let light = daylight.light
    let ground = mix(horizon + 0.09, 0.93, near * near * 0.85 + 0.05 * near)
    for (x, stream) in canvas.columns(every: 0.3, &random) {
      var own = stream
      let size = (0.06 + 0.24 * near) * own.float(0.7...1.15)
      let foot = Point(x, ground + own.float(-0.01...0.05))
      let green = Swatch(0.5, 0.07, own.float(118...150)).varied(&own)
      guard own.chance(0.55) else { continue }
      let shade = foot + light.shadowOffset * Point(0.6, 0.15) * size
      canvas.darken(
        .stroke(foot, shade, 0.12 * size, 0.08 * size), softness: 0.05 * size,
        to: light.shadowTint)
      if own.chance(0.55) {
        paintCactus(on: &canvas, foot: foot, size: size, green: green, light: light, &own)
      } else {
        let scrub = Foliage(green.muted(to: 0.75), light: light, &own)
        scrub.paintCrown(
          on: &canvas, center: foot - Point(0, 0.12 * size), radii: Point(0.34, 0.2) * size,
          clumps: 16, &own)
      }
    }
  }

  private static func paintCactus(
    on canvas: inout Canvas, foot: Point, size: Float, green: Swatch, light: Light,
    _ random: inout Random
  ) {
    let width = 0.1 * size
    let tone = green.color
    var body = Shape.stroke(foot, foot - Point(0, size), width, 0.85 * width)
    for side in [Float(-1), 1] {
      let joint = foot - Point(0, size * random.float(0.3...0.55))
      let elbow = joint + Point(side * 0.26, -0.02) * size
      let tip = elbow - Point(-0.02 * side, random.float(0.2...0.4)) * size
      body = body.joined(with: .stroke(joint, elbow, 0.6 * width, 0.6 * width), blend: 0.4 * width)
        .joined(with: .stroke(elbow, tip, 0.6 * width, 0.55 * width), blend: 0.4 * width)
    }
    let spines = Noise(&random)
    canvas.model(body, roundness: width, light: light) { point, normal in
      let rib = abs(fraction(normal.x * 2.4) * 2 - 1)
      let speck = smoothstep(0.45, 0.7, spines(point / (0.02 * size)))
      return tone * (0.6 + 0.6 * rib) + .gray(0.3 * speck)
    }
  }
}
