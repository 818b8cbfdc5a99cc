import Foundation

/// Leaves in masses: the crowns of trees and bushes.
struct Foliage {
  let swatch: Swatch
  let light: Light
  private let edge: Noise
  private let leaves: Noise

  init(_ swatch: Swatch, light: Light, _ random: inout Random) {
    self.swatch = swatch
    self.light = light
    edge = Noise(&random)
    leaves = Noise(&random)
  }

  /// A green, or with `autumn` up to 1 the more often a yellow, orange or red.
  static func swatch(_ random: inout Random, autumn: Float = 0) -> Swatch {
    if random.chance(autumn) {
      return random.pick([
        Swatch(0.68, 0.12, 88), Swatch(0.58, 0.13, 58), Swatch(0.47, 0.13, 36),
        Swatch(0.64, 0.1, 108), Swatch(0.5, 0.07, 62),
      ]).varied(&random)
    }
    return random.pick([
      Swatch(0.46, 0.085, 138), Swatch(0.52, 0.095, 128), Swatch(0.56, 0.1, 120),
      Swatch(0.42, 0.065, 146), Swatch(0.5, 0.06, 116),
    ]).varied(&random)
  }

  /// A crown of many leafy clumps, the lower and inner ones in shade.
  func paintCrown(
    on canvas: inout Canvas, center: Point, radii: Point, clumps: Int, haze: Float = 0,
    airColor: Color = Color(), _ random: inout Random
  ) {
    let size = min(radii.x, radii.y)
    let count = 2 * clumps
    for index in 0..<count {
      let order = 1 - Float(index) / Float(count)
      let angle = random.float(0...6.283)
      let reach = random.unit().squareRoot() * 0.82
      let offset = Point(cos(angle) * reach, 0.75 * sin(angle) * reach + 0.35 * (order - 0.4))
      let middle = center + offset * radii
      let radius = size * random.float(0.14...0.32)
      let tone = swatch.varied(&random, spread: 0.7).lighter(by: 0.1 * (0.4 - order)).color
      let shape = Shape.circle(middle, radius)
        .roughened(edge, scale: 0.2 * radius, amount: 0.5 * radius)
      canvas.fill(shape) { point, _ in
        let local = (point - middle) / radius
        let whole = (point - center) / radii
        let tilt = local * 0.4 + whole * 0.65
        let normal = Vector(tilt.x, tilt.y, 0.65).normalized
        let leaf = leaves.fractal(point / (0.12 * radius), octaves: 2)
        let inner = clamp(0.85 - 0.16 * local.y - 0.25 * whole.y, 0.4, 1.1)
        let albedo = tone * (1 + 0.6 * leaf) * inner
        // Leaves let light through, so that their shaded side is never black.
        let through = albedo * (light.above * 0.5 + light.sun * 0.28)
        return mix(light.shade(albedo, normal: normal) * 0.8 + through, airColor, haze)
      }
    }
  }
}
