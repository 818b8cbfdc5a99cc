import Foundation
import Imaging

extension Metric {
  /// Peak signal-to-noise ratio of the 8-bit pictures in dB: 20·log₁₀(255/√MSE) with the mean over
  /// pixels and channels; infinite for equal pictures.
  ///
  /// As in the published evaluation of Zhang et al. 2017,
  /// https://doi.org/10.1145/3072959.3073703.
  public static let psnr = Metric(
    name: "psnr", column: "psnr_db", unit: "dB", label: "PSNR", display: .plain("dB", digits: 2),
    higherIsBetter: true, version: 1,
    description: "Peak signal-to-noise ratio of the 8-bit RGB pictures; infinite for equal ones."
  ) { $0.psnr }
}

extension JudgedPair {
  /// Peak signal-to-noise ratio in dB, as ``Metric/psnr`` tells it.
  public var psnr: Double {
    let total = Self.squaredError(truth.picture.pixels, picture.pixels)
    if total == 0 { return .infinity }
    let mean = Double(total) / Double(picture.pixels.count)
    return 20 * log10(255 / mean.squareRoot())
  }

  private static func squaredError(_ truth: [UInt8], _ result: [UInt8]) -> Int {
    truth.withUnsafeBufferPointer { truth in
      result.withUnsafeBufferPointer { result in
        var total = 0
        for index in truth.indices {
          let difference = Int32(truth[index]) &- Int32(result[index])
          total &+= Int(difference &* difference)
        }
        return total
      }
    }
  }
}
