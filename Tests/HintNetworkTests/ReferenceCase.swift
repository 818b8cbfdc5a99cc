import Colorization
import HintNetwork
import Imaging
import Testing

/// A network, a picture, hints, and what PyTorch makes of them; `local` and `overall` of
/// `make_reference.py`.
struct ReferenceCase: Sendable, CustomTestStringConvertible {
  let name: String
  let variant: HintNetworkArchitecture.Variant
  let head: HintNetworkArchitecture.PaletteHead
  let width: Int
  let seed: UInt64
  let height: Int
  let columns: Int
  let picture: Picture
  let points: [HintPoint]
  let maskCenter: Float
  let scale: Float
  let usesHistogram: Bool
  let saturation: Double?
  let expected: Expected

  var testDescription: String { name }

  /// Numbers of the reference: of ab the points' centres and then every 7919th pixel, of the logits
  /// every 104729th cell, round and round.
  struct Expected: Sendable {
    let a: [Double]
    let b: [Double]
    let meanA: Double
    let meanB: Double
    let meanMagnitude: Double
    let logits: [Double]
    let meanLogit: Double
    let largestLogit: Double
  }

  /// The network, from a file that says what is not usual.
  func weights() throws -> HintNetworkWeights {
    var metadata: [String: String] = [:]
    if maskCenter != 0 { metadata["mask_center"] = "\(maskCenter)" }
    if scale != 110 { metadata["ab_scale"] = "\(scale)" }
    return try SyntheticNetwork(variant, head, width: width, seed: seed).weights(metadata: metadata)
  }

  /// L* of the picture.
  var lightness: Plane { picture.lightness(height: height, width: columns) }

  /// What the network is told, for the global variant.
  var globalHints: GlobalHints {
    get throws {
      let shares = (0..<313).map { (bin: Int) -> Double in
        let number = bin * 37 % 11
        return Double(number * number)
      }
      let total = shares.reduce(0, +)
      return try GlobalHints(
        histogram: usesHistogram ? shares.map { $0 / total } : nil, saturation: saturation)
    }
  }

  /// Where ab was sampled.
  var pixels: [Int] {
    let centers = points.filter { $0.row < height && $0.column < columns }
      .map { $0.row * columns + $0.column }
    return centers
      + (0..<expected.a.count - centers.count).map {
        ($0 * 7919 + 13) % (height * columns)
      }
  }

  /// Where the logits were sampled.
  func cells(of count: Int) -> [Int] {
    expected.logits.indices.map { ($0 * 104_729 + 7) % count }
  }
}
