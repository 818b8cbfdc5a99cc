import Foundation

/// Hot-air balloons above fields.
enum Balloons: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    let daylight = Daylight(&random, moods: [.clear, .hazy, .golden])
    let horizon = random.float(0.66...0.76)
    Sky(daylight, &random).paint(on: &canvas, horizon: horizon)
    paintHills(on: &canvas, horizon: horizon, daylight: daylight, &random)
    paintFields(on: &canvas, horizon: horizon, daylight: daylight, &random)
    for layer in 0..<3 {
      let near = Float(layer) / 2
      let radius = 0.035 + 0.1 * near * near
      for (x, stream) in canvas.columns(every: 0.26 + 0.22 * near, &random) {
        var own = stream
        let center = Point(x, own.float(0.12...0.55) - 0.1 * near + 0.06)
        guard own.chance(0.75) else { continue }
        paintBalloon(
          on: &canvas, center: center, radius: radius * own.float(0.8...1.15),
          haze: 0.3 * (1 - near), daylight: daylight, &own)
      }
    }
  }

  private static func paintHills(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    for layer in 0..<2 {
      let near = Float(layer)
      let crest = Ridgeline(
        &random, over: canvas, base: horizon - 0.02 * (1 - near), rise: 0.08 - 0.04 * near,
        frequency: 1.6)
      let tone = Foliage.swatch(&random, autumn: 0.2).color * 0.8
      let noise = Noise(&random)
      canvas.fill(below: { crest($0) }, to: horizon + 0.01) { point, _ in
        let wood = noise.fractal(point * 50, octaves: 3)
        let lit = daylight.light.shade(tone * (1 + 0.3 * wood), normal: Vector(0, -0.7, 0.6))
        return daylight.haze(lit, 0.65 - 0.2 * near)
      }
    }
  }

  private static func paintFields(
    on canvas: inout Canvas, horizon: Float, daylight: Daylight, _ random: inout Random
  ) {
    let plane = GroundPlane(horizon: horizon)
    let crops = [
      Swatch(0.72, 0.1, 92), Swatch(0.52, 0.09, 128), Swatch(0.6, 0.085, 115),
      Swatch(0.55, 0.06, 62),
      Swatch(0.8, 0.12, 100), Swatch(0.46, 0.07, 138), Swatch(0.58, 0.06, 300),
    ].map { $0.varied(&random).color }
    let hedge = Swatch(0.38, 0.06, 138).color
    let (parcels, rows, warp) = (Noise(&random), Noise(&random), Noise(&random))
    canvas.wash(from: horizon) { point in
      let nearness = plane.nearness(point.y)
      let place = plane.place(point)
      let bent = Point(place.x * 2.4, place.y * 0.75) + 0.22 * warp(place * 1.3)
      let parcel = Point(bent.x.rounded(.down), bent.y.rounded(.down))
      let luck = parcels.value(Int(parcel.x), Int(parcel.y))
      let inside = Point(fraction(bent.x), fraction(bent.y))
      let edge = min(min(inside.x, 1 - inside.x), min(inside.y, 1 - inside.y))
      let line = luck > 0.5 ? place.x * 40 : place.y * 22 + place.x * 14
      let furrow = rows(Point(line, luck * 90)) * nearness
      let leaf = rows.fractal(point * 120, octaves: 2)
      let crop = crops[min(6, Int(luck * 7))] * (1 + 0.22 * furrow + 0.16 * leaf)
      let albedo = mix(hedge * (1 + 0.5 * leaf), crop, smoothstep(0.02, 0.06, edge + 0.02 * leaf))
      let lit = daylight.light.shade(albedo, normal: Vector(0.1 * furrow, -0.9, 0.4).normalized)
      return daylight.haze(lit, 0.6 * (1 - nearness) * (1 - nearness))
    }
  }

  private static func paintBalloon(
    on canvas: inout Canvas, center: Point, radius: Float, haze: Float, daylight: Daylight,
    _ random: inout Random
  ) {
    let dyes = [
      Swatch(0.57, 0.18, 27), Swatch(0.82, 0.15, 90), Swatch(0.5, 0.12, 258),
      Swatch(0.62, 0.11, 150),
      Swatch(0.92, 0.015, 90), Swatch(0.68, 0.16, 52), Swatch(0.48, 0.11, 310),
      Swatch(0.66, 0.1, 200),
    ]
    let colors = (0..<3).map { _ in random.pick(dyes).varied(&random).color }
    let gores = Float(random.int(5...9))
    let zigzag = random.float(0...1.6)
    let folds = Noise(&random)
    let mouth = center + Point(0, 1.45 * radius)
    let envelope = Shape.circle(center, radius)
      .joined(with: .stroke(center, mouth, 0.82 * radius, 0.2 * radius), blend: 0.3 * radius)
      .cut(to: .box(Box(low: center - 1.2 * radius, high: mouth + Point(radius, 0.05 * radius))))
    let basket = mouth + Point(0, 0.42 * radius)
    for side in [Float(-1), 1] {
      let rope = Shape.stroke(
        mouth + Point(side * 0.2 * radius, 0), basket + Point(side * 0.11 * radius, 0),
        0.012 * radius, 0.012 * radius)
      canvas.fill(rope) { _, _ in .gray(0.08) }
    }
    let wicker = Swatch(0.5, 0.07, 62).color
    canvas.model(
      .box(Box(center: basket, half: Point(0.13, 0.1) * radius), corner: 0.03 * radius),
      roundness: 0.1 * radius, light: daylight.light
    ) { point, _ in
      daylight.haze(wicker * (1 + 0.4 * folds(point / (0.03 * radius))), haze)
    }
    canvas.model(envelope, roundness: radius, light: daylight.light, gloss: 0.05) { point, normal in
      let offset = (point - center) / radius
      let half =
        offset.y < 0
        ? max(0.05, (1 - offset.y * offset.y)).squareRoot()
        : mix(1, 0.2, clamp(offset.y / 1.45) * clamp(offset.y / 1.45 + 0.25))
      let around = asin(clamp(offset.x / half, -1, 1)) / Float.pi + 0.5
      let seam = abs(fraction(around * gores) * 2 - 1)
      let level = (offset.y + 1) * 1.6 + zigzag * seam
      let pick = (Int(around * gores) + Int(level)) % 3
      let puff = 1 - 0.3 * smoothstep(0.8, 1, seam)
      let crease = folds.fractal(offset * Point(6, 2), octaves: 2)
      return daylight.haze(colors[pick] * (puff * (1 + 0.1 * crease) * 1.1), haze)
    }
  }
}
