/// A straight street between two rows of houses, seen down its middle.
///
/// Its own measures: across −1…1 from wall to wall, up negative, the eye 0.4 above the road.
struct Street {
  private struct Block {
    var end: Float
    var height: Float
    var wall: Color
    var storey: Float
    var bay: Float
  }

  let vanishing: Point
  let ambience: Light
  private let sides: [[Block]]
  private let dusk: Ramp
  private let windows: Noise
  private let grime: Noise
  private static let camera: Float = 0.4
  private static let scale: Float = 0.85

  init(_ random: inout Random, vanishing: Point, dusk: Ramp) {
    self.vanishing = vanishing
    self.dusk = dusk
    ambience = Light(
      from: Vector(0.2, -0.8, 0.5), sun: dusk.color(at: 0.1) * 0.25,
      above: dusk.color(at: 0.6) * 1.6, below: Color(0.12, 0.09, 0.06))
    sides = (0..<2).map { _ in
      var depth: Float = 0
      return (0..<9).map { _ in
        depth += random.float(0.7...1.8)
        let wall = random.pick([
          Swatch(0.52, 0.085, 38), Swatch(0.72, 0.05, 80), Swatch(0.6, 0.03, 250),
          Swatch(0.64, 0.06, 50), Swatch(0.74, 0.02, 100), Swatch(0.56, 0.06, 150),
          Swatch(0.66, 0.06, 15),
        ]).varied(&random)
        return Block(
          end: depth, height: random.float(0.9...1.7), wall: wall.color,
          storey: random.float(0.3...0.38), bay: random.float(0.2...0.27))
      }
    }
    windows = Noise(&random)
    grime = Noise(&random)
  }

  /// Where a place in the street is seen.
  func point(_ across: Float, _ down: Float, depth: Float) -> Point {
    vanishing + Point(across, down) * (Street.scale / depth) * 0.62
  }

  func paint(on canvas: inout Canvas) {
    canvas.wash { point in
      let ray = (point - vanishing) / (Street.scale * 0.62)
      let wallDepth = 1 / max(abs(ray.x), 1e-3)
      let roadDepth = ray.y > 0 ? Street.camera / max(ray.y, 1e-3) : .greatestFiniteMagnitude
      if roadDepth < wallDepth { return road(ray, depth: roadDepth) }
      let height = Street.camera - ray.y * wallDepth
      guard let block = block(left: ray.x < 0, depth: wallDepth), height < block.height + 0.2
      else { return openSky(point) }
      return facade(block, Point(wallDepth, height), left: ray.x < 0)
    }
  }

  private var air: Color { dusk.color(at: 0.12) }

  private func openSky(_ point: Point) -> Color {
    let up = (vanishing.y - point.y) / vanishing.y
    let density = grime.fractal(Point(point.x * 2.2, point.y * 6), octaves: 5)
    let cloud = mix(dusk.color(at: 0.05), dusk.color(at: 0.85), 0.2 + up)
    return mix(dusk.color(at: up), cloud, smoothstep(0, 0.6, density) * 0.7)
  }

  private func block(left: Bool, depth: Float) -> Block? {
    sides[left ? 0 : 1].first { $0.end > depth }
  }

  private func facade(_ block: Block, _ place: Point, left: Bool) -> Color {
    let above = place.y - block.height
    let distance = clamp(place.x / 9)
    let worn = grime.fractal(place * 3.5, octaves: 4)
    let fine = grime.fractal(place * 26, octaves: 2) * (1 - distance)
    let dim = dusk.color(at: 0.55) * 0.8 + .gray(0.05)
    if above > 0 {
      let tile = abs(fraction(place.x * 14) - 0.5)
      let slate = Color(0.16, 0.13, 0.13) * (1 + 0.3 * fine) * (0.6 + 0.8 * tile)
      return mix(slate * dim * 2.4, air, 0.6 * distance)
    }
    var wall = block.wall * (1 + 0.22 * worn + 0.15 * fine)
    wall *= dim + Color(0.5, 0.33, 0.16) * (0.5 * smoothstep(1, 0.1, place.y))
    let storey = place.y / block.storey
    let bay = place.x / block.bay
    let frame = Point(abs(fraction(bay) - 0.5), abs(fraction(storey) - 0.5))
    wall *= 1 - 0.35 * smoothstep(0.44, 0.5, frame.y)
    let shop = storey < 1
    let half = shop ? Point(0.42, 0.4) : Point(0.24, 0.32)
    let inside = min(half.x - frame.x, half.y - frame.y)
    if inside > -0.05 {
      let (column, row) = (Int(bay) + (left ? 100 : 0), Int(storey))
      wall = mix(
        block.wall * dim * 1.35, pane(column, row, shop: shop, place), smoothstep(0, 0.03, inside))
    }
    return mix(wall, air, 0.65 * distance)
  }

  private func pane(_ column: Int, _ row: Int, shop: Bool, _ place: Point) -> Color {
    let luck = windows.value(column, row)
    guard luck < (shop ? 0.75 : 0.42) else {
      return dusk.color(at: 0.3 + 0.5 * luck) * 0.5
    }
    let warm = Color.oklch(0.85, mix(0.04, 0.12, luck * 1.6), mix(60, 95, fraction(luck * 17)))
    let clutter = windows.fractal(place * 24, octaves: 2)
    return warm * (0.75 + 0.3 * clutter)
  }

  private func road(_ ray: Point, depth: Float) -> Color {
    let across = ray.x * depth
    let distance = clamp(depth / 9)
    let wet = clamp(0.5 + 0.6 * grime.fractal(Point(across * 3, depth * 1.2), octaves: 3))
    let grain = grime.fractal(Point(across * 60, depth * 24), octaves: 2) * (1 - distance)
    var stone = Color(0.09, 0.088, 0.095) * (1 + 0.35 * grain)
    if abs(across) > 0.66 {
      let slab = max(abs(fraction(across * 6) - 0.5), abs(fraction(depth * 4) - 0.5))
      stone = Color(0.2, 0.18, 0.165) * (1 + 0.25 * grain) * (1 - 0.4 * smoothstep(0.44, 0.5, slab))
    } else if abs(across) < 0.02 && fraction(depth * 1.4) < 0.5 {
      stone = Color(0.42, 0.4, 0.34)
    }
    let lit = stone * (dusk.color(at: 0.5) * 1.7 + Color(0.5, 0.34, 0.17) * 0.7)
    let shimmer = grime.fractal(Point(across * 9, depth * 3), octaves: 2)
    let mirrored = mix(
      dusk.color(at: 0.2), Color(0.5, 0.3, 0.12), smoothstep(0.3, 0.9, abs(across)))
    let shine = 0.42 * wet * (0.7 + 0.4 * shimmer) * (0.5 + 0.5 * distance)
    return mix(lit + mirrored * shine * 0.6, air, 0.5 * distance)
  }
}
