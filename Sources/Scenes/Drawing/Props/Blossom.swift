import Foundation

/// A flower seen from the front or aslant, petal by petal.
struct Blossom {
  let petal: Swatch
  let base: Swatch
  let heart: Swatch
  let petals: Int
  let rings: Int
  /// A petal's width for its length.
  let breadth: Float

  /// A flower of a sort that grows.
  init(_ random: inout Random) {
    let tint = random.pick([
      Swatch(0.6, 0.17, 25), Swatch(0.68, 0.14, 5), Swatch(0.86, 0.06, 350),
      Swatch(0.94, 0.015, 95), Swatch(0.84, 0.15, 92), Swatch(0.72, 0.16, 55),
      Swatch(0.58, 0.13, 300), Swatch(0.62, 0.12, 275), Swatch(0.6, 0.18, 345),
    ])
    let form = random.int(0...3)
    petals = [5, 13, 8, 7][form]
    rings = [1, 1, 2, 4][form]
    breadth = [0.5, 0.2, 0.33, 0.48][form]
    petal = tint.varied(&random)
    base = Swatch(
      petal.lightness + random.float(-0.16...0.08), petal.chroma, petal.hue + random.float(-18...18)
    )
    heart = random.pick([Swatch(0.8, 0.15, 85), Swatch(0.45, 0.07, 60), Swatch(0.68, 0.11, 115)])
  }

  func paint(
    on canvas: inout Canvas, center: Point, radius: Float, light: Light, softness: Float = 0,
    _ random: inout Random
  ) {
    let veins = Noise(&random)
    let squash = random.float(0.72...1)
    let turn = random.float(0...6.283)
    for ring in 0..<rings {
      let reach = radius * (1 - 0.8 * Float(ring) / Float(rings))
      for index in 0..<petals {
        let angle = turn + (Float(index) + 0.5 * Float(ring % 2)) * 6.283 / Float(petals)
        paintPetal(
          on: &canvas, center: center, angle: angle + random.float(-0.08...0.08),
          length: reach * random.float(0.9...1.05), squash: squash, light: light,
          softness: softness, veins: veins, tone: petal.varied(&random, spread: 0.5))
      }
    }
    let middle = radius * (rings > 2 ? 0.1 : 0.24)
    let disc = Shape.ellipse(center, Point(middle, middle * squash))
    canvas.model(disc, roundness: middle, light: light, softness: softness) { point, _ in
      heart.color * (1 + 0.5 * veins(point / (0.12 * middle)))
    }
  }

  private func paintPetal(
    on canvas: inout Canvas, center: Point, angle: Float, length: Float, squash: Float,
    light: Light, softness: Float, veins: Noise, tone: Swatch
  ) {
    let axis = Point(cos(angle), sin(angle) * squash)
    let middle = center + axis * (0.56 * length)
    let reach = axis.length
    let radii = Point(0.48 * length * reach, breadth * length * (0.6 + 0.4 * squash))
    let shape = Shape.ellipse(middle, radii)
      .rotated(by: atan2(axis.y, axis.x), about: middle)
    let (tip, root) = (tone.color, base.color)
    let shadow = light.shadowOffset * (0.05 * length)
    let fallen = Shape.ellipse(middle + shadow, radii)
      .rotated(by: atan2(axis.y, axis.x), about: middle + shadow)
    canvas.darken(
      fallen, softness: max(softness, 0.12 * length), opacity: 0.4, to: light.shadowTint)
    canvas.fill(shape, softness: softness) { point, distance in
      let offset = point - center
      let along = clamp((offset * axis).sum() / (length * reach * reach))
      let across = (offset.x * axis.y - offset.y * axis.x) / (radii.y * reach)
      let fold = veins(Point(across * 4.5, along * 1.2 + angle * 9))
      let rim = smoothstep(-0.12 * length, 0, distance)
      let tilt = Vector(
        0.5 * axis.x * (along - 0.4) + 0.45 * across * axis.y,
        0.5 * axis.y * (along - 0.4) - 0.45 * across * axis.x, 0.8)
      let albedo = mix(root, tip, smoothstep(0.1, 0.75, along))
      let depth = (0.55 + 0.45 * smoothstep(0.05, 0.6, along)) * (1 + 0.14 * fold) + 0.08 * rim
      return light.shade(albedo * depth, normal: tilt.normalized)
    }
  }
}
