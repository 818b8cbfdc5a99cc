import Colorimetry
import Colorization
import HintNetwork
import Imaging

/// Three points in a small picture.
let somePoints = Hints([
  HintPoint(row: 5, column: 7, size: 7, a: 50, b: -40),
  HintPoint(row: 16, column: 14, size: 3, a: -30, b: 60),
  HintPoint(row: 22, column: 1, size: 5, a: 10, b: 10),
])

/// A small picture of waves.
let somePicture = Picture.waves.lightness(height: 24, width: 24)

/// What a network makes of the small picture, with the points or with a saturation.
func colorized(_ weights: HintNetworkWeights) throws -> Chrominance {
  let session = try HintNetworkSession(HintNetworkModel(weights), lightness: somePicture)
  return weights.architecture.variant == .local
    ? try session.colorize(somePoints) : try session.colorize(GlobalHints(saturation: 0.6))
}

extension Chrominance {
  /// Whether no pixel has a colour that an 8-bit picture would show.
  var isGray: Bool { (a.values + b.values).allSatisfy { abs($0) < 1 } }
}
