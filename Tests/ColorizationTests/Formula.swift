import Imaging

/// A pseudo-random number in [0, 1) for an index, from 32-bit integer arithmetic; `hashed` of
/// `make_reference.py`.
func hashed(_ index: Int) -> Double {
  var x = (UInt64(index) * 2_654_435_761) & 0xFFFF_FFFF
  x ^= x >> 16
  x = (x * 2_246_822_519) & 0xFFFF_FFFF
  x ^= x >> 13
  return Double(x) / 4_294_967_296
}

/// A plane of hashed numbers, the first index at the top left.
func hashedPlane(height: Int, width: Int, from index: Int, scale: Double, offset: Double) -> Plane {
  Plane(
    height: height, width: width,
    values: (0..<(height * width)).map { scale * hashed(index + $0) + offset })
}

/// The largest difference of two planes of one size.
func largestDifference(_ first: Plane, _ second: Plane) -> Double {
  zip(first.values, second.values).map { abs($0 - $1) }.max() ?? 0
}

/// The root of the mean square difference of two planes of one size.
func rootMeanSquare(_ first: Plane, _ second: Plane) -> Double {
  let squares = zip(first.values, second.values).map { ($0 - $1) * ($0 - $1) }
  return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
}
