import Colorimetry
import Colorization
import ImageMetrics
import Imaging
import Testing

@Suite struct MetricTests {
  @Test func tableIsWellFormed() {
    #expect(
      Metric.all.map(\.name) == [
        "psnr", "ssim", "ciede2000", "ab_rmse", "palette_10", "palette_20", "reference_overlap",
      ])
    #expect(
      Metric.all.map(\.column) == [
        "psnr_db", "ssim", "ciede2000", "ab_rmse", "palette_10_share", "palette_20_share",
        "reference_overlap_share",
      ])
    #expect(Metric.all.map(\.higherIsBetter) == [true, true, false, false, true, true, true])
    #expect(Metric.all.allSatisfy { $0.version >= 1 && $0.description.hasSuffix(".") })
  }

  @Test func valuesAreShownWithTheirUnit() {
    #expect(Metric.all.map(\.judgesSuggestions) == [false, false, false, false, true, true, false])
    #expect(Metric.psnr.display.number(24.1049) == "24.10")
    #expect(Metric.psnr.display.number(.infinity) == "∞")
    #expect(Metric.psnr.display.signed(-0.204) == "−0.20")
    #expect(Metric.psnr.display.signed(-0.004) == "+0.00")
    #expect(
      Metric.palette10.display.number(0.32149) == "32.1" && Metric.palette10.display.unit == "%")
    #expect(Metric.palette10.display.signed(0.0005) == "+0.1")
    #expect(Metric.all.allSatisfy { !$0.label.isEmpty && !$0.label.contains("_") })
  }

  @Test func looksUpByName() throws {
    for metric in Metric.all { #expect(try Metric.named(metric.name).column == metric.column) }
    let error = #expect(throws: MetricError.self) { try Metric.named("PSNR") }
    #expect(error?.message == "unknown metric 'PSNR'; did you mean 'psnr'?")
  }

  @Test func equalPicturesArePerfect() throws {
    for picture in [
      formulaPicture(), formulaPicture(height: 3, width: 5), RGBImage(height: 20, width: 20),
      RGBImage(height: 20, width: 20, filledWith: (255, 255, 255)),
    ] {
      let pair = try JudgedPair(truth: picture, result: picture)
      #expect(Metric.psnr.measure(pair) == .infinity)
      #expect(Metric.ssim.measure(pair) == 1)
      #expect(Metric.ciede2000.measure(pair) == 0)
      #expect(Metric.abRMSE.measure(pair) == 0)
    }
  }

  @Test func trueChrominanceIsPerfect() throws {
    let truth = Truth(formulaPicture())
    let pair = try JudgedPair(truth: truth, colorization: .chrominance(truth.lab.chrominance))
    #expect(Metric.psnr.measure(pair) == .infinity)
    #expect(Metric.ssim.measure(pair) == 1)
    #expect(Metric.ciede2000.measure(pair) == 0)
    #expect(Metric.abRMSE.measure(pair) == 0)
  }

  @Test func blackAgainstWhite() throws {
    let black = RGBImage(height: 16, width: 12)
    let white = RGBImage(height: 16, width: 12, filledWith: (255, 255, 255))
    let pair = try JudgedPair(truth: black, result: white)
    #expect(Metric.psnr.measure(pair) == 0)
    // (C₁)(C₂) / ((255² + C₁)(C₂)) with C₁ = 2.55².
    #expect(abs(try #require(Metric.ssim.measure(pair)) - 6.5025 / (65025 + 6.5025)) < 1e-15)
    #expect(abs(try #require(Metric.ciede2000.measure(pair)) - 100) < 1e-3)
  }

  @Test func psnrOfAConstantDifference() throws {
    let black = RGBImage(height: 5, width: 9)
    let pair = try JudgedPair(
      truth: black, result: RGBImage(height: 5, width: 9, filledWith: (51, 51, 51)))
    // 20·log₁₀ 5.
    #expect(abs(try #require(Metric.psnr.measure(pair)) - 13.979400086720375) < 1e-12)
  }

  /// Golden values: an independent NumPy 2.4.6 implementation of the evaluation, scikit-image
  /// 0.26.0's `structural_similarity` (gaussian_weights, σ = 1.5, population moments, range 255)
  /// and `deltaE_ciede2000`, on its truncated pictures; chrominance ab/2 + (r − c)/4, and grey.
  /// Loose, since half of a truth's samples lie on the edge of truncation.
  @Test func agreesWithTheReferenceOnChrominance() throws {
    let truth = Truth(formulaPicture())
    var predicted = truth.lab.chrominance
    for row in 0..<24 {
      for column in 0..<32 {
        let slope = Double(row - column) / 4
        predicted.a[row, column] = predicted.a[row, column] / 2 + slope
        predicted.b[row, column] = predicted.b[row, column] / 2 + slope
      }
    }
    try expect(
      JudgedPair(truth: truth, colorization: .chrominance(predicted)),
      psnr: 15.845338644736184, ssim: 0.7443421995016425, ciede2000: 10.642016428194676,
      abRMSE: 23.306680277289615)
    let grey = Chrominance(neutralWithHeight: 24, width: 32)
    try expect(
      JudgedPair(truth: truth, colorization: .chrominance(grey)),
      psnr: 11.112269152708386, ssim: 0.22900430880195366, ciede2000: 23.281031346447303,
      abRMSE: 45.86519419383931)
  }

  @Test func picturesAreJudgedAsTheyAre() throws {
    let truth = Truth(formulaPicture())
    let result = formulaPicture(shift: 9)
    let pair = try JudgedPair(truth: truth, colorization: .picture(SRGBImage(result)))
    let same = try JudgedPair(truth: formulaPicture(), result: result)
    #expect(pair.picture == result && same.picture == result)
    for metric in Metric.all {
      guard let value = metric.measure(pair), let expected = metric.measure(same) else { continue }
      #expect(abs(value - expected) < 1e-9, "\(metric.name)")
    }
  }

  @Test func refusesUnusableResults() {
    let truth = Truth(formulaPicture())
    let wrong = MetricError.sizeMismatch(
      height: 24, width: 31, expectedHeight: 24, expectedWidth: 32)
    #expect(throws: wrong) {
      try JudgedPair(
        truth: truth, colorization: .chrominance(Chrominance(neutralWithHeight: 24, width: 31)))
    }
    #expect(throws: wrong) {
      try JudgedPair(truth: formulaPicture(), result: formulaPicture(width: 31))
    }
    #expect(wrong.message == "the result has 24×31 pixels, the truth 24×32")
    var odd = truth.lab.chrominance
    odd.a[2, 3] = -.infinity
    #expect(throws: MetricError.resultNotFinite) {
      try JudgedPair(truth: truth, colorization: .chrominance(odd))
    }
    var picture = SRGBImage(formulaPicture())
    picture.samples[17] = .nan
    #expect(throws: MetricError.resultNotFinite) {
      try JudgedPair(truth: truth, colorization: .picture(picture))
    }
  }

  private func expect(
    _ pair: JudgedPair, psnr: Double, ssim: Double, ciede2000: Double, abRMSE: Double
  ) throws {
    #expect(abs(try #require(Metric.psnr.measure(pair)) - psnr) < 0.02)
    #expect(abs(try #require(Metric.ssim.measure(pair)) - ssim) < 0.002)
    #expect(abs(try #require(Metric.ciede2000.measure(pair)) - ciede2000) < 0.02)
    #expect(abs(try #require(Metric.abRMSE.measure(pair)) - abRMSE) < 1e-9)
  }
}
