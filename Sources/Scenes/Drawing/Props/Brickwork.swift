/// A wall of bricks laid in courses.
struct Brickwork {
  private let tones: [Color]
  private let mortar: Color
  private let brick: Point
  private let grain: Noise
  private let stains: Noise

  init(_ random: inout Random, course: Float) {
    let main = random.pick([
      Swatch(0.5, 0.095, 35), Swatch(0.54, 0.085, 42), Swatch(0.6, 0.06, 58),
      Swatch(0.44, 0.075, 30),
    ]).varied(&random)
    tones = (0..<7).map { _ in main.varied(&random, spread: 1.2).color }
    mortar = Swatch(random.float(0.62...0.78), 0.015, 80).color
    brick = Point(course * 2.7, course)
    grain = Noise(&random)
    stains = Noise(&random)
  }

  /// The wall's colour, and how it is turned to the light around the joints.
  func surface(at point: Point) -> (albedo: Color, normal: Vector) {
    let row = (point.y / brick.y).rounded(.down)
    let shift: Float = Int(row) % 2 == 0 ? 0 : 0.5
    let column = (point.x / brick.x + shift).rounded(.down)
    let inside = Point(
      fraction(point.x / brick.x + shift) * brick.x, fraction(point.y / brick.y) * brick.y)
    let edge =
      min(
        min(inside.x, brick.x - inside.x), min(inside.y, brick.y - inside.y)) / brick.y
    let wear = grain.fractal(point / (0.3 * brick.y), octaves: 3)
    let stain = stains.fractal(point * 3.5, octaves: 4)
    let pick = Int(grain.value(Int(column), Int(row)) * 7)
    let face = tones[min(pick, 6)] * (1 + 0.16 * wear)
    let solid = smoothstep(0.05, 0.13, edge + 0.035 * wear)
    let albedo = mix(mortar * (0.75 + 0.15 * wear), face, solid) * (0.95 + 0.16 * stain)
    let bevel = 0.4 * (1 - smoothstep(0.08, 0.2, edge))
    let above: Float = inside.y < 0.5 * brick.y ? -1 : 1
    return (albedo, Vector(0.06 * wear, bevel * above - 0.1, 1).normalized)
  }
}
