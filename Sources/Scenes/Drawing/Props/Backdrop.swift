/// A wall behind things: plastered, papered or panelled.
struct Backdrop {
  private let tone: Swatch
  private let plaster: Noise
  private let brush: Noise
  private let lamp: Point
  private let panel: Float

  init(_ random: inout Random) {
    tone = random.pick([
      Swatch(0.6, 0.035, 70), Swatch(0.52, 0.05, 235), Swatch(0.6, 0.05, 155),
      Swatch(0.45, 0.06, 30), Swatch(0.78, 0.05, 88), Swatch(0.4, 0.03, 270),
      Swatch(0.68, 0.04, 20), Swatch(0.72, 0.02, 220), Swatch(0.5, 0.03, 60),
    ]).varied(&random)
    plaster = Noise(&random)
    brush = Noise(&random)
    lamp = Point(random.float(0.1...0.9), random.float(0...0.4))
    panel = random.chance(0.35) ? random.float(0.12...0.22) : 0
  }

  func paint(on canvas: inout Canvas, to bottom: Float = 1, light: Light) {
    let (main, pale) = (tone.color, tone.lighter(by: 0.1).muted(to: 0.8).color)
    canvas.wash(to: bottom) { point in
      let blotch = plaster.fractal(point * 2.6, octaves: 4)
      let stroke = brush.relief(
        Point(point.x * 14, point.y * 9), toward: Point(0.3, -0.3), octaves: 3)
      let pool = smoothstep(0.95, 0.05, (point - lamp).length)
      var albedo = mix(main, pale, clamp(0.4 + 0.5 * blotch)) * (1 + 0.09 * stroke)
      if panel > 0 {
        let seam = fraction(point.x / panel)
        albedo *= 1 - 0.4 * smoothstep(0.035, 0, min(seam, 1 - seam))
      }
      let normal = Vector(0.1 * stroke, -0.05, 1).normalized
      return light.shade(albedo, normal: normal, visibility: 0.3 + 0.8 * pool) * (0.7 + 0.3 * pool)
    }
  }
}
