import Foundation

/// A person's head and shoulders, the face turned a little to one side.
struct Person {
  private let light: Light
  private let skin: Swatch
  private let hair: Swatch
  private let eyes: Swatch
  private let lips: Swatch
  private let cloth: Fabric
  private let longHair: Bool
  private let center: Point
  private let turn: Float
  private let face: Point

  init(_ random: inout Random, light: Light) {
    self.light = light
    let depth = random.unit()
    skin = Swatch(
      mix(0.83, 0.44, depth), mix(0.06, 0.068, depth), mix(48, 54, depth)
    ).varied(&random, spread: 0.6)
    let dark = [Swatch(0.24, 0.015, 50), Swatch(0.3, 0.035, 50), Swatch(0.2, 0.01, 280)]
    let fair = [
      Swatch(0.72, 0.075, 82), Swatch(0.48, 0.09, 48), Swatch(0.42, 0.05, 60),
      Swatch(0.7, 0.01, 90),
    ]
    hair = random.pick(depth < 0.45 ? fair + dark : dark).varied(&random)
    eyes = random.pick(
      depth < 0.45
        ? [Swatch(0.55, 0.06, 240), Swatch(0.5, 0.06, 140), Swatch(0.42, 0.06, 60)]
        : [Swatch(0.32, 0.045, 50)])
    lips = Swatch(
      skin.lightness - 0.13, skin.chroma + random.float(0.035...0.07), random.float(16...26))
    cloth = Fabric(&random)
    longHair = random.chance(0.5)
    center = Point(random.float(0.46...0.54), random.float(0.42...0.46))
    turn = random.float(-0.16...0.16)
    face = Point(random.float(0.168...0.188), random.float(0.23...0.25))
  }

  func paint(on canvas: inout Canvas, _ random: inout Random) {
    let strands = Noise(&random)
    let pores = Noise(&random)
    paintBackHair(on: &canvas, strands)
    paintBody(on: &canvas, pores, &random)
    paintHead(on: &canvas, pores)
    for side in [Float(-1), 1] { paintEye(on: &canvas, side: side, strands) }
    paintNose(on: &canvas)
    paintMouth(on: &canvas, strands)
    paintFrontHair(on: &canvas, strands, parting: random.float(-0.5...0.5))
  }

  /// A place on the face, in half-widths and half-heights from its middle, turned with the head.
  private func at(_ x: Float, _ y: Float) -> Point {
    center + Point(x + turn * (1 - x * x), y) * face
  }

  private func paintBackHair(on canvas: inout Canvas, _ strands: Noise) {
    let cap = Shape.ellipse(at(0, -0.28), face * Point(longHair ? 1.22 : 1.12, 1.0))
    let (half, length): (Float, Float) = longHair ? (1.22, 1.75) : (1.02, 0.1)
    let fall = Shape.box(Box(low: at(-half, -0.3), high: at(half, length)), corner: 0.08)
    let mass = cap.joined(with: fall, blend: 0.06).roughened(strands, scale: 0.12, amount: 0.008)
    paintHair(on: &canvas, mass, strands, shade: 0.6)
  }

  private func paintFrontHair(on canvas: inout Canvas, _ strands: Noise, parting: Float) {
    let cap = Shape.ellipse(at(0, -0.34), face * Point(1.16, 0.88))
    let brow = Shape.ellipse(at(parting * 0.25, 0.28), face * Point(0.98, 1.02))
    let top = Shape.box(Box(low: at(-1.6, -1.6), high: at(1.6, longHair ? 0.3 : 0.05)))
    let fringe = cap.without(brow).cut(to: top).roughened(strands, scale: 0.05, amount: 0.004)
    let cast = Shape.ellipse(at(parting * 0.25, -0.66), face * Point(0.72, 0.14))
    canvas.darken(cast, softness: 0.06, opacity: 0.35, to: light.shadowTint)
    paintHair(on: &canvas, fringe, strands, shade: 1)
  }

  private func paintHair(on canvas: inout Canvas, _ shape: Shape, _ strands: Noise, shade: Float) {
    let tone = hair.color
    let crown = at(0, -0.9)
    canvas.fill(shape, softness: 0.008) { point, _ in
      let offset = (point - crown) / face
      let angle = atan2(offset.x, offset.y + 0.6)
      let wave = strands(point * 7)
      let strand = strands.fractal(Point(angle * 26 + wave, offset.length * 1.3), octaves: 3)
      let normal = Vector(offset.x * 0.8, offset.y * 0.7 - 0.25, 0.7).normalized
      let band = smoothstep(0.35, 0, abs(offset.length - 0.55 - 0.12 * strand))
      let lit = light.shade(tone * (1 + 0.5 * strand), normal: normal)
      return shade * (lit + light.sun * tone * (0.6 * band) + .gray(0.012 * band))
    }
  }

  private func paintBody(on canvas: inout Canvas, _ pores: Noise, _ random: inout Random) {
    let base = at(0, 1.5).y
    let torso = Shape.ellipse(Point(center.x, base + 0.48), Point(0.47, 0.52))
    canvas.model(torso, roundness: 0.26, light: light) { point, _ in
      let (albedo, folds) = cloth.surface(at: point)
      return albedo * (1 + 0.5 * folds.x)
    }
    let neck = Shape.stroke(at(0, 0.6), Point(center.x, base + 0.03), 0.088, 0.1)
      .joined(with: .ellipse(Point(center.x, base + 0.03), Point(0.15, 0.07)), blend: 0.05)
    canvas.darken(
      .ellipse(Point(center.x, base + 0.05), Point(0.15, 0.075)), softness: 0.05, opacity: 0.6,
      to: light.shadowTint)
    let tone = skin.color
    canvas.model(neck, roundness: 0.1, light: light) { point, _ in
      let shadow = smoothstep(at(0, 1.5).y, at(0, 0.9).y, point.y)
      return tone * (1 - 0.5 * shadow) * (1 + 0.04 * pores.fractal(point * 40, octaves: 2))
    }
  }

  private func paintHead(on canvas: inout Canvas, _ pores: Noise) {
    let tone = skin.color
    let flush = Swatch(skin.lightness - 0.03, skin.chroma + 0.035, skin.hue - 22).color
    for side in [Float(-1), 1] {
      let ear = Shape.ellipse(at(0, 0) + Point(side * 1.02, 0.12) * face, Point(0.032, 0.06))
      canvas.model(ear, roundness: 0.03, light: light) { _, _ in mix(tone, flush, 0.5) }
    }
    let skull = Shape.ellipse(at(0, -0.22), face * Point(1, 0.8))
    let jaw = Shape.ellipse(at(0, 0.34), face * Point(0.74, 0.68))
    let head = skull.joined(with: jaw, blend: 0.14)
    canvas.model(head, roundness: 0.17, light: light, gloss: 0.05) { point, normal in
      let mottle = pores.fractal(point * 45, octaves: 3)
      let left = smoothstep(0.42, 0, ((point - at(-0.52, 0.26)) / face).length)
      let right = smoothstep(0.42, 0, ((point - at(0.52, 0.26)) / face).length)
      let blush = 0.55 * max(left, right) + 0.25 * (1 - normal.z)
      return mix(tone, flush, blush) * (1 + 0.035 * mottle)
    }
    for side in [Float(-1), 1] {
      let socket = Shape.ellipse(at(side * 0.4, -0.1), face * Point(0.27, 0.16))
      canvas.darken(socket, softness: 0.05, opacity: 0.4, to: flush)
      let fold = Shape.stroke(at(side * 0.28, 0.36), at(side * 0.38, 0.56), 0.004, 0.002)
      canvas.darken(fold, softness: 0.022, opacity: 0.3, to: flush)
    }
  }

  private func paintEye(on canvas: inout Canvas, side: Float, _ strands: Noise) {
    let middle = at(side * 0.4, -0.07)
    let size = 0.036 * face.x / 0.178
    let lids = Shape.ellipse(middle - Point(0, 0.1 * size), Point(1, 0.52) * size)
      .cut(to: .ellipse(middle + Point(0, 0.12 * size), Point(1, 0.54) * size))
    canvas.darken(
      .ellipse(middle - Point(0, 0.12 * size), Point(1.12, 0.66) * size), softness: 0.5 * size,
      opacity: 0.6, to: lips.color)
    canvas.fill(lids) { point, _ in
      let shade = 0.45 + 0.4 * smoothstep(-0.5, 0.3, (point.y - middle.y) / size)
      return light.shade(.gray(0.78), normal: Vector(0, 0, 1)) * shade
    }
    let pupil = middle + Point(turn * 0.03, -0.04 * size)
    let iris = eyes.color
    canvas.fill(Shape.circle(pupil, 0.44 * size).cut(to: lids)) { point, distance in
      let ring = smoothstep(-0.12 * size, 0, distance)
      let rays = strands((point - pupil) / (0.1 * size))
      return iris * ((1.1 + 0.4 * rays) * (1 - 0.65 * ring))
    }
    canvas.fill(Shape.circle(pupil, 0.19 * size).cut(to: lids)) { _, _ in .gray(0.008) }
    let spark = pupil + Point(light.direction.x > 0 ? 0.16 : -0.16, -0.16) * size
    canvas.fill(.circle(spark, 0.1 * size), softness: 0.08 * size) { _, _ in .gray(0.95) }
    let outer = middle + Point(side * 1.02, -0.02) * size
    let inner = middle + Point(-side * 0.98, 0.06) * size
    let crest = middle - Point(0, 0.42 * size)
    let lash = mix(hair.color, .gray(0.01), 0.75)
    for corner in [outer, inner] {
      canvas.fill(.stroke(corner, crest, 0.05 * size, 0.1 * size), softness: 0.12 * size) { _, _ in
        lash
      }
    }
    let brow = mix(hair.color, skin.color * 0.4, 0.3)
    let peak = middle + Point(side * 0.45, -1.38) * size
    for (end, width) in [
      (Point(-side * 0.85, -1.05), Float(0.17)), (Point(side * 1.35, -0.95), 0.05),
    ] {
      let stroke = Shape.stroke(middle + end * size, peak, width * size, 0.15 * size)
        .roughened(strands, scale: 0.1 * size, amount: 0.05 * size)
      canvas.fill(stroke, softness: 0.15 * size, opacity: 0.85) { _, _ in brow }
    }
  }

  private func paintNose(on canvas: inout Canvas) {
    let away: Float = light.direction.x > 0 ? -1 : 1
    let (bridge, tip) = (at(0.02, -0.12), at(turn * 0.35, 0.27))
    let shade = Swatch(skin.lightness * 0.98, skin.chroma + 0.02, skin.hue - 10).color
    let flank = Shape.stroke(
      bridge + Point(away * 0.018, 0), tip + Point(away * 0.026, 0), 0.008, 0.018)
    canvas.darken(flank, softness: 0.035, opacity: 0.8, to: shade)
    canvas.darken(
      .ellipse(tip + Point(0, 0.03), Point(0.036, 0.012)), softness: 0.024, opacity: 0.75, to: shade
    )
    for side in [Float(-1), 1] {
      canvas.darken(
        .ellipse(tip + Point(side * 0.017, 0.022), Point(0.0085, 0.0045)), softness: 0.006,
        opacity: 0.8, to: lips.color * 0.5)
    }
    canvas.glow(at: tip - Point(away * 0.005, 0.004), radius: 0.03, light.sun * skin.color * 0.55)
    canvas.glow(
      at: mix(bridge, tip, 0.5) - Point(away * 0.006, 0), radius: 0.03,
      light.sun * skin.color * 0.4)
  }

  private func paintMouth(on canvas: inout Canvas, _ strands: Noise) {
    let middle = at(turn * 0.2, 0.58)
    let width = 0.38 * face.x
    let tone = lips.color
    canvas.darken(
      .ellipse(middle + Point(0, 0.038), Point(0.6 * width, 0.008)), softness: 0.022, opacity: 0.5,
      to: lips.color * 1.3)
    let upper = Shape.ellipse(middle - Point(0.3 * width, -0.001), Point(0.72 * width, 0.012))
      .joined(with: .ellipse(middle + Point(0.3 * width, 0.001), Point(0.72 * width, 0.012)))
    let lower = Shape.ellipse(middle + Point(0, 0.009), Point(0.78 * width, 0.018))
    for (shape, lightness) in [(lower, Float(1.1)), (upper, 0.85)] {
      canvas.model(shape, roundness: 0.02, light: light, gloss: 0.12, softness: 0.007) { point, _ in
        tone * (lightness * (1 + 0.12 * strands(Point(point.x * 130, point.y * 20))))
      }
    }
    let (left, right) = (middle - Point(width, 0), middle + Point(width, 0))
    for end in [left, right] {
      canvas.fill(
        .stroke(end, middle + Point(0, 0.004), 0.0012, 0.0025), softness: 0.005, opacity: 0.85
      ) { _, _ in tone * 0.22 }
    }
  }
}
