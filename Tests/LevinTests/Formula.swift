import Colorization
import Foundation
import Imaging
import Levin2004
import Testing

/// A lightness with edges, gradients and texture at any size: the one behind the golden values.
func formulaLightness(height: Int, width: Int) -> Plane {
  var plane = Plane(height: height, width: width)
  for row in 0..<height {
    for column in 0..<width {
      let (r, c) = (Double(row), Double(column))
      let texture = 0.02 * Double((row * 7 + column * 13) % 101)
      plane[row, column] = 50 + 25 * sin(r / 17) * cos(c / 23) + 15 * sin((r + c) / 9) + texture
    }
  }
  return plane
}

/// Points of a formula, some at borders and some overlapping; sides of 7, 1, 3 and 15 pixels.
func formulaHints(_ count: Int, height: Int, width: Int) -> Hints {
  Hints(
    (0..<count).map { k in
      HintPoint(
        row: (37 * k * k + 19 * k + 11) % height, column: (53 * k * k + 7 * k + 5) % width,
        size: [7, 1, 3, 15][k % 4], a: Double((k * 29) % 81 - 40), b: Double((k * 43) % 101 - 50))
    })
}

/// What a fresh session makes of hints.
func colorized(
  _ lightness: Plane, _ hints: Hints, by reading: Levin2004.Reading = .chrominance
) throws -> Colorization {
  var session = try Levin2004(reading).session(for: lightness)
  return try session.colorize(hints)
}

/// The a and b planes that `levin2004-ab` gives.
func propagated(_ lightness: Plane, _ hints: Hints) throws -> (a: [Double], b: [Double]) {
  guard case .chrominance(let result) = try colorized(lightness, hints) else {
    throw UnexpectedKind()
  }
  return (result.a.values, result.b.values)
}

/// The finished picture that `levin2004` gives, interleaved.
func painted(_ lightness: Plane, _ hints: Hints) throws -> [Double] {
  guard case .picture(let result) = try colorized(lightness, hints, by: .published) else {
    throw UnexpectedKind()
  }
  return result.samples
}

/// A reading returned the other kind of result.
struct UnexpectedKind: Error {}

/// All numbers of a result as bits: equal only when every last bit is.
func bits(_ colorization: Colorization) -> [UInt64] {
  switch colorization {
  case .chrominance(let result): (result.a.values + result.b.values).map(\.bitPattern)
  case .picture(let result): result.samples.map(\.bitPattern)
  }
}

/// The largest difference of two lists; infinite when their lengths differ or a number is none.
func distance(_ first: [Double], _ second: [Double]) -> Double {
  guard first.count == second.count else { return .infinity }
  return zip(first, second).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}
