/// Trunks, leaves and a path, from spring to autumn.
enum Forest: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random, moods: [.clear, .hazy, .golden])
    let autumn = random.pick([0, 0, 0.25, 0.75])
    let horizon = random.float(0.55...0.64)
    paintBackdrop(
      on: &canvas, to: horizon + 0.03, daylight: daylight, autumn: Float(autumn), &random)
    paintFloor(
      on: &canvas, horizon: horizon, daylight: daylight, autumn: Float(autumn), &random)
    paintThicket(on: &canvas, y: horizon, daylight: daylight, autumn: Float(autumn), &random)
    for layer in 0..<4 {
      paintTrees(
        on: &canvas, near: Float(layer) / 3, horizon: horizon, daylight: daylight,
        autumn: Float(autumn), &random)
    }
    paintCanopy(on: &canvas, daylight: daylight, autumn: Float(autumn), &random)
  }

  private static func paintBackdrop(
    on canvas: inout Canvas, to bottom: Float, daylight: Daylight, autumn: Float,
    _ random: inout Random
  ) {
    let leafy = Foliage.swatch(&random, autumn: autumn)
    let colors = Ramp([
      leafy.lighter(by: -0.18).muted(to: 0.8), leafy.lighter(by: -0.04).muted(to: 0.85),
      leafy.lighter(by: 0.14), leafy.lighter(by: 0.3).muted(to: 0.6),
    ])
    let (masses, leaves) = (Noise(&random), Noise(&random))
    let glade = Point(random.float(0.3...0.7), random.float(0.3...0.5))
    canvas.wash(to: bottom) { point in
      let mass = masses.fractal(point * 5, octaves: 3)
      let clump = leaves.cell(point * Point(34, 42) + mass)
      let leaf = leaves.fractal(point * 60, octaves: 2)
      let open = smoothstep(0.55, 0, ((point - glade) * Point(1, 0.75)).length)
      let shade = 0.24 * (clump.value - 0.5) - 0.22 * clump.distance + 0.08 * leaf
      let tone = colors.color(at: 0.42 + 0.32 * mass + shade + 0.35 * open)
      return mix(tone, daylight.horizon.color, open * (0.3 + 0.25 * clamp(mass)))
    }
  }

  private static func paintFloor(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, autumn: Float,
    _ random: inout Random
  ) {
    let plane = GroundPlane(horizon: horizon)
    let (ground, litter, moss) = (Noise(&random), Noise(&random), Noise(&random))
    let soil = Swatch(0.45, 0.05, 62).varied(&random).color
    let path = Swatch(0.64, 0.045, 75).varied(&random).color
    let green = Swatch(0.48, 0.09, 128).varied(&random).color
    let fallen = Foliage.swatch(&random, autumn: 1).muted(to: 0.85).color
    let bend = random.float(-0.35...0.35)
    canvas.wash(from: horizon) { point in
      let nearness = plane.nearness(point.y)
      let place = plane.place(point)
      let rough = ground.fractal(Point(place.x * 6, place.y * 4), octaves: 4)
      let leaf = litter.cell(Point(point.x / (0.006 + 0.02 * nearness), place.y * 26))
      let sunny = moss.fractal(Point(place.x * 2.4, place.y * 1.6), octaves: 3)
      let middle = 0.5 + bend * (1 - nearness) * (0.4 + nearness)
      let across = abs(point.x - middle) / (0.03 + 0.26 * nearness)
      let trodden = smoothstep(1.15, 0.8, across + 0.3 * rough)
      var albedo = mix(soil, green, smoothstep(-0.3, 0.4, rough + 0.35 - autumn))
      albedo = mix(albedo, fallen * (0.6 + 0.8 * leaf.value), (0.25 + 0.6 * autumn) * leaf.value)
      albedo = mix(albedo, path, trodden * 0.85) * (1 + 0.3 * rough) * (1.15 - 0.4 * leaf.distance)
      let visibility = 0.3 + 0.9 * smoothstep(-0.1, 0.35, sunny)
      let normal = Vector(0.2 * rough, -0.9, 0.4).normalized
      let lit = daylight.light.shade(albedo, normal: normal, visibility: visibility)
      return daylight.haze(lit, 0.4 * (1 - nearness) * (1 - nearness) * (1 - nearness))
    }
  }

  private static func paintTrees(
    on canvas: inout Canvas, near: Float, horizon: Float, daylight: Daylight, autumn: Float,
    _ random: inout Random
  ) {
    let bark = random.pick([
      Swatch(0.4, 0.035, 58), Swatch(0.5, 0.02, 90), Swatch(0.44, 0.06, 48),
      Swatch(0.78, 0.015, 90),
    ])
    let noise = Noise(&random)
    for (x, stream) in canvas.columns(every: 0.1 + 0.2 * near, &random) {
      var own = stream
      let width = (0.007 + 0.03 * near * near) * own.float(0.7...1.4)
      let foot = Point(x, horizon + 0.02 + near * near * 0.33 + own.float(0...0.04))
      guard abs(x - 0.5) > 0.2 * near, own.chance(0.8) else { continue }
      paintTrunk(
        on: &canvas, foot: foot, width: width, near: near, bark: bark.varied(&own),
        daylight: daylight, noise: noise, &own)
      let swatch = Foliage.swatch(&own, autumn: autumn).lighter(by: -0.04)
      let bush = Foliage(swatch, light: daylight.light, &own)
      let size = 0.04 + 0.09 * near
      bush.paintCrown(
        on: &canvas, center: foot + Point(own.float(-1...1) * size, -0.1 * size),
        radii: Point(1.1, 0.5) * size, clumps: 11, haze: 0.15 * (1 - near),
        airColor: daylight.air, &own)
    }
  }

  /// Bushes where the ground meets the leaves behind.
  private static func paintThicket(
    on canvas: inout Canvas, y: Float, daylight: Daylight, autumn: Float, _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 0.055, &random) {
      var own = stream
      let bush = Foliage(Foliage.swatch(&own, autumn: autumn), light: daylight.light, &own)
      bush.paintCrown(
        on: &canvas, center: Point(x, y + own.float(-0.01...0.02)),
        radii: Point(0.05, own.float(0.02...0.05)), clumps: 8, haze: 0.1, airColor: daylight.air,
        &own)
    }
  }

  private static func paintTrunk(
    on canvas: inout Canvas, foot: Point, width: Float, near: Float, bark: Swatch,
    daylight: Daylight, noise: Noise, _ random: inout Random
  ) {
    let lean = random.float(-0.06...0.06)
    let top = Point(foot.x + lean, -0.05)
    let fork = mix(foot, top, random.float(0.45...0.65))
    let side: Float = random.chance(0.5) ? 1 : -1
    let branch = Shape.stroke(
      fork, fork + Point(side * random.float(0.12...0.25), -0.25), 0.45 * width, 0.15 * width)
    let flare = Shape.stroke(foot, foot - Point(0, 2.4 * width), 1.4 * width, 0.9 * width)
    let above = Shape.box(Box(low: Point(foot.x - 1, -1), high: foot + Point(1, 0)))
    let bole = Shape.stroke(foot, top, width, 0.65 * width)
      .joined(with: flare, blend: width).cut(to: above)
    let shade = foot + daylight.light.shadowOffset * Point(6, 0.7) * width
    canvas.darken(
      .stroke(foot, shade, 1.2 * width, 0.9 * width), softness: 1.5 * width, opacity: 0.7,
      to: daylight.light.shadowTint)
    let (tone, lichen) = (bark.color, Swatch(0.55, 0.06, 120).color)
    for shape in near < 0.3 ? [bole] : [branch, bole] {
      canvas.model(shape, roundness: width, light: daylight.light) { point, normal in
        let place = Point(point.x / (0.4 * width), point.y / (2.4 * width))
        let furrow = noise.ridged(place, octaves: 3)
        let mossy = smoothstep(0.1, 0.6, noise(point * 9) - normal.x * 0.4)
        let albedo = mix(tone * (0.45 + 0.8 * furrow), lichen, 0.35 * mossy)
        return daylight.haze(albedo, 0.5 * (1 - near) * (1 - near))
      }
    }
  }

  private static func paintCanopy(
    on canvas: inout Canvas, daylight: Daylight, autumn: Float, _ random: inout Random
  ) {
    for (x, stream) in canvas.columns(every: 0.2, &random) {
      var own = stream
      let swatch = Foliage.swatch(&own, autumn: autumn)
      let crown = Foliage(swatch, light: daylight.light, &own)
      crown.paintCrown(
        on: &canvas, center: Point(x, own.float(-0.06...0.1)),
        radii: Point(0.2, own.float(0.1...0.17)), clumps: 16, &own)
    }
  }
}
