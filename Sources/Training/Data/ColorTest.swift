import Colorimetry
import Imaging

/// When a crop has too little colour to learn from.
public enum ColorTest: Sendable, Hashable {
  /// `RGBImage.meanColorSpread`, the mean over pixels of the largest minus the smallest sRGB sample,
  /// samples in 0…1, must be at least this.
  case spread(atLeast: Double)
  /// The range of a* plus the range of b* over the crop must be at least this, in Lab units: 5 in the
  /// published training program of Zhang et al. 2017.
  case range(atLeast: Double)
  /// Every crop is good, grey ones too.
  case none

  /// Whether a crop has enough colour.
  func accepts(_ picture: RGBImage) -> Bool {
    switch self {
    case .spread(let least): picture.meanColorSpread >= least
    case .range(let least): Self.chrominanceRange(picture) >= least
    case .none: true
    }
  }

  private static func chrominanceRange(_ picture: RGBImage) -> Double {
    let count = picture.height * picture.width
    var lab = [Float](repeating: 0, count: 3 * count)
    lab.withUnsafeMutableBufferPointer { lab in
      guard let start = lab.baseAddress else { return }
      FloatLab.shared.measure(
        picture, isMirrored: false, lightness: start, a: start + count, b: start + 2 * count)
    }
    return [1, 2].reduce(0) { sum, plane in
      let values = lab[(plane * count)..<((plane + 1) * count)]
      return sum + Double((values.max() ?? 0) - (values.min() ?? 0))
    }
  }
}
