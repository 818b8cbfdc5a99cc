import Colorimetry
import Colorization
import Foundation
import HintNetwork
import Imaging
import Testing
import Training

/// Samples against the slow, plain truth of the same pictures.
@Suite struct TargetTests {
  private static let side = 64
  /// All colours of sRGB.
  private static let pictures = [noise(side: side, seed: 1), noise(side: side, seed: 2)]

  /// The one sample of a folder with one picture, uncropped.
  private func sample(
    _ image: RGBImage, _ kinds: HintKinds = .points,
    bins: ABBinSet? = .inGamut313, histogramShare: Double = 1, saturationShare: Double = 1
  ) throws -> TrainingBatch {
    let folder = try PhotographFixture()
    try folder.add(image, "picture")
    let plan = BatchPlan(
      count: 1, size: image.height, seed: 3, kinds: kinds, bins: bins,
      augmentation: wholePictures, histogramShare: histogramShare,
      saturationShare: saturationShare)
    return try batches(try folder.data(), plan, 1)[0]
  }

  @Test(arguments: pictures)
  func lightnessAndChrominanceAreLab(_ image: RGBImage) throws {
    let batch = try sample(image)
    let lab = LabImage(image)
    let count = Self.side * Self.side
    var worst = 0.0
    for pixel in 0..<count {
      let lightness = 100 * Double(batch.picture[pixel]) + 50
      worst = max(
        worst, abs(lightness - lab.lightness.values[pixel]),
        abs(Double(batch.chrominance[pixel]) - lab.chrominance.a.values[pixel]),
        abs(Double(batch.chrominance[count + pixel]) - lab.chrominance.b.values[pixel]))
    }
    #expect(worst < 1e-3)
  }

  /// Every grey, where a* and b* are all rounding, and the darkest colours, where f is linear.
  @Test func extremesAreLab() throws {
    var image = RGBImage(height: Self.side, width: Self.side)
    for pixel in 0..<(Self.side * Self.side) {
      for channel in 0..<3 {
        let dark = UInt8((pixel >> (4 * channel)) & 15)
        image.pixels[3 * pixel + channel] = pixel < 256 ? UInt8(pixel) : dark
      }
    }
    try lightnessAndChrominanceAreLab(image)
  }

  @Test(arguments: pictures)
  func binsAreTheTenNearestOfThe313(_ image: RGBImage) throws {
    let batch = try sample(image)
    try expectEncodings(batch) { a, b in ABBins.softEncoding(a: a, b: b) }
  }

  @Test(arguments: pictures)
  func binsAreTheTenNearestOfTheGrid(_ image: RGBImage) throws {
    let batch = try sample(image, bins: .grid529)
    let centers = ABBinSet.grid529.centers
    try expectEncodings(batch) { a, b in
      let squares = centers.map { ($0.a - a) * ($0.a - a) + ($0.b - b) * ($0.b - b) }
      let nearest = squares.indices.sorted { (squares[$0], $0) < (squares[$1], $1) }.prefix(10)
      let weights = nearest.map { exp(-squares[$0] / 50) }
      let total = weights.reduce(0, +)
      return zip(nearest, weights).map { (bin: $0, weight: $1 / total) }
    }
  }

  /// Of every fourth pixel from row and column 2, in the order nearest first.
  private func expectEncodings(
    _ batch: TrainingBatch, _ truth: (Double, Double) -> [(bin: Int, weight: Double)]
  ) throws {
    let count = Self.side * Self.side
    #expect(batch.bins.count == count / 16 * 10)
    #expect(batch.binWeights.count == batch.bins.count)
    var entry = 0
    for row in stride(from: 2, to: Self.side, by: 4) {
      for column in stride(from: 2, to: Self.side, by: 4) {
        let pixel = row * Self.side + column
        let expected = truth(
          Double(batch.chrominance[pixel]), Double(batch.chrominance[count + pixel]))
        let found = batch.bins[entry..<(entry + 10)].map { Int($0) }
        #expect(found == expected.map(\.bin))
        for (found, weight) in zip(batch.binWeights[entry...], expected.map(\.weight)) {
          #expect(abs(Double(found) - weight) < 1e-5)
        }
        entry += 10
      }
    }
  }

  /// Grey pixels lie on a bin's centre but for rounding, halfway between the next ones: ties.
  @Test func tiesGoAsInTheSlowEncoding() throws {
    let batch = try sample(flat(128, 128, 128, side: Self.side))
    try expectEncodings(batch) { a, b in ABBins.softEncoding(a: a, b: b) }
  }

  /// `GlobalHints` measures pictures of 256×256 in double precision; a block mean between two bins
  /// may then count in the other one.
  @Test(arguments: [1, 2, 3])
  func globalStatisticsAreThoseOfGlobalHints(_ seed: UInt64) throws {
    let folder = try PhotographFixture(scenes: 1, height: 256, width: 256, seed: seed)
    let plan = BatchPlan(
      count: 1, size: 256, seed: 3, kinds: .statistics, bins: nil, augmentation: wholePictures,
      histogramShare: 1, saturationShare: 1)
    let batch = try batches(try folder.data(), plan, 1)[0]
    let path = try ImageFolder.list(folder.path).pictures[0]
    let truth = GlobalHints.measured(from: try ImageFile.read(path))
    let shares = try #require(truth.histogram)
    let difference = zip(batch.histogram, shares).reduce(0) { $0 + abs(Double($1.0) - $1.1) }
    #expect(difference <= 4.0 / 4096 + 1e-6)
    #expect(batch.histogram.count == 314 && batch.histogram[313] == 1)
    #expect(batch.saturation[0] == truth.saturation.map { Float($0) })
    #expect(batch.saturation[1] == 1)
    #expect(batch.picture.count == 256 * 256)
    #expect(batch.bins.isEmpty && batch.binWeights.isEmpty)
  }

  @Test func statisticsAreRevealedAtRandomAndZeroOtherwise() throws {
    let folder = try PhotographFixture(scenes: 2)
    let count = 2000
    let plan = BatchPlan(
      count: count, size: 8, seed: 4, kinds: .statistics, bins: nil, histogramShare: 0.25,
      saturationShare: 0.75)
    let batch = try batches(try folder.data(), plan, 1)[0]
    var (histograms, saturations, both) = (0, 0, 0)
    for sample in 0..<count {
      let histogram = batch.histogram[(314 * sample)..<(314 * sample + 313)]
      let hasHistogram = batch.histogram[314 * sample + 313] == 1
      let hasSaturation = batch.saturation[2 * sample + 1] == 1
      #expect(abs(histogram.reduce(0, +) - (hasHistogram ? 1 : 0)) < 1e-5)
      #expect((batch.saturation[2 * sample] > 0) == hasSaturation)
      histograms += hasHistogram ? 1 : 0
      saturations += hasSaturation ? 1 : 0
      both += hasHistogram && hasSaturation ? 1 : 0
    }
    // Four standard errors of a share of 1/4 or 3/4, or of 3/16 if the two are independent.
    #expect(abs(histograms - 500) < 78)
    #expect(abs(saturations - 1500) < 78)
    #expect(abs(both - 375) < 70)
  }

  @Test func localInputsShowTheMeanTrueColourWhereTheMaskIs() throws {
    let folder = try PhotographFixture()
    try folder.add(flat(200, 60, 40, side: 32), "red")
    let plan = BatchPlan(
      count: 64, size: 16, seed: 1, kinds: .points, bins: nil, augmentation: wholePictures)
    let batch = try batches(try folder.data(), plan, 1)[0]
    #expect(batch.picture.count == 64 * 4 * 256)
    #expect(batch.histogram.isEmpty && batch.saturation.isEmpty)
    let color = LabImage(flat(200, 60, 40))[0, 0]
    var revealed = 0
    for sample in 0..<64 {
      for pixel in 0..<256 {
        let start = 4 * 256 * sample + pixel
        let (a, b, mask) = (
          batch.picture[start + 256], batch.picture[start + 512], batch.picture[start + 768]
        )
        if mask == 1 {
          revealed += 1
          #expect(abs(Double(a) - color.a / 110) < 1e-5)
          #expect(abs(Double(b) - color.b / 110) < 1e-5)
        } else {
          #expect(a == 0 && b == 0 && mask == 0)
        }
      }
    }
    #expect(revealed > 1000 && revealed < 64 * 256)
  }
}
