import ImageMetrics
import Imaging
import Testing

/// The truth is black wherever a number must be exact: black goes through CIELAB unchanged.
@Suite struct SSIMTests {
  /// Golden value: scikit-image 0.26.0, `structural_similarity(black, formula,
  /// gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255,
  /// channel_axis=2)`.
  @Test func agreesWithScikitImage() throws {
    #expect(abs(try ssimOfBlack(against: formulaPicture()) - 4.255885605211848e-06) < 1e-15)
  }

  /// Golden values: SciPy 1.17.1, `correlate2d` in mode valid with the Gaussian cut to 5×5, 5×5 and
  /// 1×1 and made to sum to 1.
  @Test func smallPicturesUseTheLargestWindowThatFits() throws {
    #expect(
      abs(try ssimOfBlack(against: crop(height: 5, width: 7)) - 0.0001660607644170286) < 1e-15)
    #expect(
      abs(try ssimOfBlack(against: crop(height: 6, width: 20)) - 3.483440488937833e-05) < 1e-15)
    #expect(
      abs(try ssimOfBlack(against: crop(height: 1, width: 1, column: 1)) - 0.040006297658095755)
        < 1e-15)
  }

  @Test(arguments: [1, 2, 3, 9, 10, 11, 12, 13])
  func isANumberAtEverySize(_ side: Int) throws {
    for (height, width) in [(side, side), (side, 23), (23, side)] {
      let result = crop(height: height, width: width)
      for color in [(0, 0, 0), (255, 255, 255)] as [(UInt8, UInt8, UInt8)] {
        let truth = RGBImage(height: height, width: width, filledWith: color)
        let value = try #require(Metric.ssim.measure(try JudgedPair(truth: truth, result: result)))
        #expect(value > -1 && value < 1)
      }
    }
  }

  private func ssimOfBlack(against result: RGBImage) throws -> Double {
    let black = RGBImage(height: result.height, width: result.width)
    return try #require(Metric.ssim.measure(try JudgedPair(truth: black, result: result)))
  }

  private func crop(height: Int, width: Int, column: Int = 0) -> RGBImage {
    let picture = formulaPicture(width: 33)
    var pixels: [UInt8] = []
    for row in 0..<height {
      let start = 3 * (row * picture.width + column)
      pixels += picture.pixels[start..<(start + 3 * width)]
    }
    return RGBImage(height: height, width: width, pixels: pixels)
  }
}
