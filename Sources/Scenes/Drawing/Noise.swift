/// Smooth random texture over the plane: gradient noise, its sums of octaves, and random cells.
struct Noise {
  private let seed: UInt32

  init(_ random: inout Random) {
    seed = UInt32(truncatingIfNeeded: random.next())
  }

  /// Gradient noise of unit frequency, about −1…1.
  func callAsFunction(_ point: Point) -> Float {
    let (column, x) = Noise.split(point.x)
    let (row, y) = Noise.split(point.y)
    let left = UInt32(bitPattern: column) &* 0x9E37_79B1
    let right = left &+ 0x9E37_79B1
    let top = UInt32(bitPattern: row) &* 0x85EB_CA77
    let bottom = top &+ 0x85EB_CA77
    let easeX = x * x * (3 - 2 * x)
    let easeY = y * y * (3 - 2 * y)
    let upper = mix(rise(left ^ top, x, y), rise(right ^ top, x - 1, y), easeX)
    let lower = mix(rise(left ^ bottom, x, y - 1), rise(right ^ bottom, x - 1, y - 1), easeX)
    return 3.8 * mix(upper, lower, easeY)
  }

  /// A sum of octaves, each twice as fine and `gain` times as strong, about −1…1.
  func fractal(_ point: Point, octaves: Int, gain: Float = 0.5) -> Float {
    var sum: Float = 0
    var strength: Float = 1
    var place = point
    for _ in 0..<octaves {
      sum += strength * self(place)
      strength *= gain
      place = Point(1.6 * place.x - 1.2 * place.y, 1.2 * place.x + 1.6 * place.y) + 17.3
    }
    return sum
  }

  /// Octaves of sharp crests, 0…1, for ridges and bark.
  func ridged(_ point: Point, octaves: Int) -> Float {
    var sum: Float = 0
    var strength: Float = 0.5
    var place = point
    for _ in 0..<octaves {
      let crest = 1 - abs(self(place))
      sum += strength * crest * crest
      strength *= 0.5
      place = Point(1.6 * place.x - 1.2 * place.y, 1.2 * place.x + 1.6 * place.y) + 31.7
    }
    return sum
  }

  /// How a bumpy surface of this noise is lit: positive on slopes that face `light`.
  func relief(_ point: Point, toward light: Point, octaves: Int) -> Float {
    fractal(point, octaves: octaves) - fractal(point + light, octaves: octaves)
  }

  /// The nearest of scattered dots, one in each unit cell: how far, and its own random number.
  func cell(_ point: Point) -> (distance: Float, value: Float) {
    let (column, x) = Noise.split(point.x)
    let (row, y) = Noise.split(point.y)
    var nearest: (distance: Float, value: Float) = (9, 0)
    for down in Int32(-1)...1 {
      for across in Int32(-1)...1 {
        let bits = hash(column &+ across, row &+ down)
        let dotX = Float(across) + Float(bits & 0xFFFF) / 65536 - x
        let dotY = Float(down) + Float(bits >> 16) / 65536 - y
        let distance = dotX * dotX + dotY * dotY
        if distance < nearest.distance {
          nearest = (distance, Float((bits &* 0x9E37_79B1) >> 16) / 65536)
        }
      }
    }
    nearest.distance = nearest.distance.squareRoot()
    return nearest
  }

  /// A random number in 0..<1 for a whole-numbered place.
  func value(_ column: Int, _ row: Int) -> Float {
    Float(hash(Int32(truncatingIfNeeded: column), Int32(truncatingIfNeeded: row)) >> 8) / 16_777_216
  }

  private func hash(_ column: Int32, _ row: Int32) -> UInt32 {
    scrambled(UInt32(bitPattern: column) &* 0x9E37_79B1 ^ UInt32(bitPattern: row) &* 0x85EB_CA77)
  }

  @inline(__always)
  private func scrambled(_ bits: UInt32) -> UInt32 {
    var mixed = bits ^ seed
    mixed = (mixed ^ (mixed >> 15)) &* 0x2C1B_3C6D
    mixed = (mixed ^ (mixed >> 12)) &* 0x297A_2D39
    return mixed ^ (mixed >> 15)
  }

  /// The rise from a lattice corner along that corner's random gradient.
  @inline(__always)
  private func rise(_ bits: UInt32, _ x: Float, _ y: Float) -> Float {
    var mixed = bits ^ seed
    mixed = (mixed ^ (mixed &>> 16)) &* 0x2C1B_3C6D
    mixed = (mixed ^ (mixed &>> 15)) &* 0x297A_2D39
    return Noise.centered(mixed) * x + Noise.centered(mixed &<< 14) * y
  }

  /// A number in −0.5..<0.5 from the 23 upper bits, as the fraction of a float from 1 to 2.
  @inline(__always)
  private static func centered(_ bits: UInt32) -> Float {
    Float(bitPattern: (bits &>> 9) | 0x3F80_0000) - 1.5
  }

  /// A coordinate's whole cell and the place inside it.
  @inline(__always)
  private static func split(_ coordinate: Float) -> (cell: Int32, inside: Float) {
    let bounded = min(max(coordinate, -1e6), 1e6)
    var cell = Int32(bounded)
    if Float(cell) > bounded { cell -= 1 }
    return (cell, bounded - Float(cell))
  }
}
