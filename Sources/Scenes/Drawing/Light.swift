/// What lights a scene: a lamp or the sun from one side, and glow from above and below.
struct Light {
  /// Towards the lamp, of length 1.
  var direction: Vector
  var sun: Color
  var above: Color
  var below: Color

  init(from direction: Vector, sun: Color, above: Color, below: Color) {
    self.direction = direction.normalized
    self.sun = sun
    self.above = above
    self.below = below
  }

  /// A window to one side and a room around.
  static func indoors(_ random: inout Random) -> Light {
    let side: Float = random.chance(0.5) ? 1 : -1
    let warmth = Swatch(0.97, random.float(0.0...0.045), random.float(60...95)).color
    let room = Swatch(0.75, random.float(0.005...0.03), random.float(40...260)).color
    return Light(
      from: Vector(side * random.float(0.4...0.9), -random.float(0.5...0.9), 0.7),
      sun: warmth * random.float(0.9...1.15),
      above: room * random.float(0.6...0.85),
      below: room * 0.3)
  }

  /// The light that a surface sends back; `gloss` adds a highlight.
  func shade(_ albedo: Color, normal: Vector, gloss: Float = 0, visibility: Float = 1) -> Color {
    let facing = max(0, normal.dot(direction)) * visibility
    let around = mix(below, above, 0.5 - 0.5 * normal.y)
    let diffuse = albedo * (sun * facing + around)
    guard gloss > 0 else { return diffuse }
    let half = (direction + Vector(0, 0, 1)).normalized
    var shine = max(0, normal.dot(half))
    for _ in 0..<5 { shine *= shine }
    return diffuse + sun * (gloss * shine * visibility)
  }

  /// Where a shadow falls on flat ground, for each unit of height.
  var shadowOffset: Point {
    Point(-direction.x, 0.35 * abs(direction.z)) / max(0.35, -direction.y)
  }

  /// What a cast shadow leaves of the light on ground.
  var shadowTint: Color {
    let ground = above * 0.9
    return ground / pointwiseMax(ground + sun * max(0.3, -direction.y), .gray(1e-3))
  }
}
