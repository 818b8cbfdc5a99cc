import AffinityHints
import Colorization
import Foundation
import Imaging

/// A lightness with edges, gradients and texture: that of `make_reference.py`.
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

/// Points of a formula, their 7×7 patches inside the picture: those of `make_reference.py`.
func formulaHints(_ count: Int, height: Int, width: Int) -> Hints {
  Hints(
    (0..<count).map { k in
      HintPoint(
        row: 3 + (37 * k * k + 19 * k + 11) % (height - 6),
        column: 3 + (53 * k * k + 7 * k + 5) % (width - 6), size: 7,
        a: Double((k * 29) % 81 - 40), b: Double((k * 43) % 101 - 50))
    })
}

/// The patches of hints as the network is shown them at their own size.
func patches(_ hints: Hints, height: Int, width: Int) -> [AffinityInputs.Patch] {
  hints.points.map { point in
    let (rows, columns) = point.extent(height: height, width: width)
    return AffinityInputs.Patch(
      rows: rows, columns: columns, a: Float(point.a), b: Float(point.b), height: height,
      width: width)
  }
}

/// The bundled weights, beside the sources.
func bundledWeights() throws -> AffinityWeights {
  try AffinityWeights.read(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Baselines/AffinityHints/Bundled/affinity.safetensors")
      .standardized.path)
}

/// The largest difference of two lists; infinite when their lengths differ or a number is none.
func distance(_ first: some Collection<Double>, _ second: some Collection<Double>) -> Double {
  guard first.count == second.count else { return .infinity }
  return zip(first, second).map { abs($0 - $1) }.reduce(0) { $1.isFinite ? max($0, $1) : .infinity }
}
