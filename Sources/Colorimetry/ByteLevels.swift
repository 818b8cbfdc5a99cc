/// Linear light to truncated 8-bit samples without a power: level k begins where
/// `255 · Companding.compress` reaches k, found once by bisection over the doubles, and moved by a
/// last bit where the reference implementations differ.
///
/// Level boundaries are at least 3.0e-4 apart, more than one cell of the coarse table, so that one
/// look-up and one comparison decide.
struct ByteLevels: Sendable {
  static let shared = ByteLevels()

  private static let cells = 4096.0
  /// Above every boundary; keeps infinite light inside the coarse table.
  private static let ceiling = 1 + 1 / (2 * cells)

  /// The least linear light of each level; an unreachable one closes the list.
  private let boundaries: [Double]
  /// The level at the lower edge of each cell.
  private let coarse: [UInt8]

  private init() {
    var boundaries = (0...255).map(Self.boundary(ofLevel:))
    boundaries.append(.infinity)
    self.boundaries = boundaries
    var level = 0
    coarse = (0...Int(Self.cells)).map { cell in
      while boundaries[level + 1] <= Double(cell) / Self.cells { level += 1 }
      return UInt8(level)
    }
  }

  /// Runs `body` with a function from linear light ≥ 0 to a truncated 8-bit sample.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    boundaries.withUnsafeBufferPointer { boundaries in
      coarse.withUnsafeBufferPointer { coarse in
        body(Lookup(boundaries: boundaries, coarse: coarse))
      }
    }
  }

  private static func boundary(ofLevel level: Int) -> Double {
    if level == 0 { return 0 }
    var below: UInt64 = 0
    var reached = ceiling.bitPattern
    while reached - below > 1 {
      let middle = below + (reached - below) / 2
      if 255 * Companding.compress(Double(bitPattern: middle)) >= Double(level) {
        reached = middle
      } else {
        below = middle
      }
    }
    let boundary = Double(bitPattern: reached)
    if raised.contains(level) { return boundary.nextUp }
    return lowered.contains(level) ? boundary.nextDown : boundary
  }

  /// Levels that NumPy's vectorized power (2.4, AVX-512) reaches one double later, or earlier, than
  /// the nearest power would; see ``Companding/linear``.
  private static let raised: Set = [
    12, 16, 23, 31, 62, 68, 70, 112, 133, 148, 161, 185, 203, 207, 210, 216, 228, 230, 234, 245,
    248, 252,
  ]
  private static let lowered: Set = [109, 232]

  /// The tables while they are borrowed.
  struct Lookup {
    let boundaries: UnsafeBufferPointer<Double>
    let coarse: UnsafeBufferPointer<UInt8>

    /// The truncated sample of linear light ≥ 0.
    @inline(__always)
    func level(_ linear: Double) -> UInt8 {
      let light = linear < ByteLevels.ceiling ? linear : ByteLevels.ceiling
      let level = coarse[Int(light * ByteLevels.cells)]
      return light >= boundaries[Int(level) + 1] ? level + 1 : level
    }
  }
}
