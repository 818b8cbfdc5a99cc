import Colorimetry
import Synchronization

/// Chrominances 5 units apart over ±110, among which ``CoveringColors`` chooses.
///
/// Points are numbered row by row: a* is the row, b* the column, both upward. Four more rows and
/// columns around them stand for nothing, so that every point has all its neighbours within 20 units.
enum ChrominanceLattice {
  /// Units from point to point.
  static let spacing = 5.0
  /// Rows and columns around the chrominances.
  static let margin = 4
  /// Points in a row and in a column, with the margins.
  static let side = 2 * (reach + margin) + 1
  /// Points in all.
  static let count = side * side

  /// Steps to ±110.
  private static let reach = 22
  /// The most that clipping to sRGB may move a colour that counts as inside the gamut.
  private static let tolerance = 3.0

  /// a* and b* of a point.
  static func chrominance(_ index: Int) -> SIMD2<Double> {
    let origin = reach + margin
    return spacing * SIMD2(Double(index / side - origin), Double(index % side - origin))
  }

  /// The points that sRGB can show at a lightness, in ascending order; never none, since grey is
  /// among them.
  ///
  /// - Parameter lightness: L* in 0…100, rounded to whole units.
  static func inside(lightness: Double) -> [Int] {
    let key = Int(min(max(lightness, 0), 100).rounded())
    return known.withLock { known in
      if let found = known[key] { return found }
      let made = points.filter { isShown(chrominance($0), lightness: Double(key)) }
      known[key] = made
      return made
    }
  }

  private static let known = Mutex<[Int: [Int]]>([:])

  /// All points but the margins.
  private static let points: [Int] = {
    let places = margin..<(side - margin)
    return places.flatMap { row in places.map { row * side + $0 } }
  }()

  private static func isShown(_ chrominance: SIMD2<Double>, lightness: Double) -> Bool {
    let srgb = LabColor(lightness: lightness, a: chrominance.x, b: chrominance.y).srgb
    let shown = LabColor(red: srgb.red, green: srgb.green, blue: srgb.blue)
    let (l, a, b) = (shown.lightness - lightness, shown.a - chrominance.x, shown.b - chrominance.y)
    return l * l + a * a + b * b < tolerance * tolerance
  }

  /// The bins around every point: itself, where it is one; else the two or four between which it
  /// lies, as far as the set has them.
  static func bins(of set: ABBinSet) -> [[Int]] {
    switch set {
    case .inGamut313: inGamutBins
    case .grid529: gridBins
    }
  }

  private static let inGamutBins = bins(around: .inGamut313)
  private static let gridBins = bins(around: .grid529)

  private static func bins(around set: ABBinSet) -> [[Int]] {
    let width = 10.0
    let places = Dictionary(
      uniqueKeysWithValues: set.centers.enumerated().map { (SIMD2($1.a, $1.b), $0) })
    return (0..<count).map { index in
      let cell = chrominance(index) / width
      let (low, high) = (cell.rounded(.down), cell.rounded(.up))
      let rows = low.x == high.x ? [low.x] : [low.x, high.x]
      let columns = low.y == high.y ? [low.y] : [low.y, high.y]
      return rows.flatMap { row in columns.compactMap { places[width * SIMD2(row, $0)] } }
    }
  }
}
