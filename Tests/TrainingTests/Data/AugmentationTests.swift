import Colorimetry
import Imaging
import Testing
import Training

@Suite struct AugmentationTests {
  /// Red tells the column and green the row, so that a sample tells its square.
  @Test func squaresAreRandomInAreaPlaceAndDirection() throws {
    var image = RGBImage(height: 256, width: 256)
    for row in 0..<256 {
      for column in 0..<256 {
        let pixel = 3 * (row * 256 + column)
        image.pixels[pixel] = UInt8(column)
        image.pixels[pixel + 1] = UInt8(row)
        image.pixels[pixel + 2] = 128
      }
    }
    let folder = try PhotographFixture()
    try folder.add(image, "ramps")
    let count = 2000
    let plan = BatchPlan(count: count, size: 8, seed: 2, kinds: .statistics, bins: nil)
    let batch = try batches(try folder.data(cached: true), plan, 1)[0]
    var (areas, tops, mirrored) = ([Double](), [Double](), 0)
    for sample in 0..<count {
      let corner = color(batch, sample, 1, 1)
      let opposite = color(batch, sample, 6, 6)
      // The second and the seventh of 8 parts, which the border does not touch, are 5/8 of the side
      // apart.
      let side = (opposite.row - corner.row) * 8 / 5
      #expect(abs(abs(opposite.column - corner.column) * 8 / 5 - side) < 3.5)
      mirrored += opposite.column < corner.column ? 1 : 0
      areas.append(side * side / (256 * 256))
      // Where the square begins, of all places where it could.
      if side < 250 { tops.append((corner.row - side * 3 / 16) / (256 - side)) }
    }
    #expect(areas.allSatisfy { $0 > 0.23 && $0 < 1.03 })
    // Uniform in 0.25…1: deviation 0.75/√12; four standard errors, and 0.01 for rounding.
    let meanArea = areas.reduce(0, +) / Double(count)
    #expect(abs(meanArea - 0.625) < 0.0294)
    // Uniform in 0…1: deviation 1/√12.
    let meanTop = tops.reduce(0, +) / Double(tops.count)
    #expect(abs(meanTop - 0.5) < 0.037)
    #expect(abs(mirrored - count / 2) < 90)
  }

  private func color(
    _ batch: TrainingBatch, _ sample: Int, _ row: Int, _ column: Int
  ) -> (row: Double, column: Double) {
    let pixel = row * 8 + column
    let plane = { (value: Double) in Plane(height: 1, width: 1, values: [value]) }
    let lab = LabImage(
      lightness: plane(100 * Double(batch.picture[64 * sample + pixel]) + 50),
      chrominance: Chrominance(
        a: plane(Double(batch.chrominance[128 * sample + pixel])),
        b: plane(Double(batch.chrominance[128 * sample + 64 + pixel]))))
    let samples = lab.srgb().samples
    return (row: 255 * samples[1], column: 255 * samples[0])
  }

  /// Of a picture whose two halves differ a small square shows one colour or two, the largest always
  /// both.
  @Test func aShareIsTheLargestSquare() throws {
    var image = RGBImage(height: 64, width: 64)
    for pixel in 0..<(64 * 64) { image.pixels[3 * pixel] = pixel < 32 * 64 ? 0 : 200 }
    let folder = try PhotographFixture()
    try folder.add(image, "halves")
    func shareWithBoth(_ wholeShare: Double, area: Double) throws -> Double {
      let plan = BatchPlan(
        count: 1000, size: 8, seed: 2, kinds: .statistics, bins: nil,
        augmentation: Augmentation(
          area: area...area, wholeShare: wholeShare, mirroredShare: 0, colorTest: .none))
      let batch = try batches(try folder.data(cached: true), plan, 1)[0]
      let withBoth = (0..<1000).filter { sample in
        // The first and the last row's a.
        abs(batch.chrominance[128 * sample] - batch.chrominance[128 * sample + 56]) > 10
      }
      return Double(withBoth.count) / 1000
    }
    // A square of 6 pixels lies over the border at 5 of 59 places.
    let small = try shareWithBoth(0, area: 0.01)
    #expect(abs(small - 5.0 / 59) < 0.04)
    let mixed = try shareWithBoth(0.4, area: 0.01)
    #expect(abs(mixed - (0.4 + 0.6 * 5 / 59)) < 0.062)
  }

  @Test func mirroringChangesNothingElse() throws {
    let folder = try PhotographFixture(scenes: 3)
    let plans = [0.0, 1.0].map { share in
      BatchPlan(
        count: 6, size: 16, seed: 9, kinds: .statistics, bins: nil,
        augmentation: Augmentation(mirroredShare: share))
    }
    let data = try folder.data()
    let straight = try batches(data, plans[0], 1)[0]
    let mirrored = try batches(data, plans[1], 1)[0]
    #expect(straight.picture != mirrored.picture)
    for (planes, others) in [
      (straight.picture, mirrored.picture), (straight.chrominance, mirrored.chrominance),
    ] {
      for index in planes.indices {
        #expect(planes[index] == others[index / 16 * 16 + 15 - index % 16])
      }
    }
  }

  @Test func sampleIsPillowsResizeOfTheSquare() throws {
    // The whole of a 60×60 picture, scaled to 16×16.
    let folder = try PhotographFixture(scenes: 1, height: 60, width: 60)
    let plan = BatchPlan(
      count: 1, size: 16, seed: 9, kinds: .statistics, bins: nil, augmentation: wholePictures)
    let batch = try batches(try folder.data(), plan, 1)[0]
    let image = try ImageFile.read(try ImageFolder.list(folder.path).pictures[0])
    let truth = LabImage(image.resized(height: 16, width: 16))
    for (found, expected) in zip(batch.picture, truth.lightness.values) {
      #expect(abs(100 * Double(found) + 50 - expected) < 1e-3)
    }
  }

  @Test(arguments: [(1, 3), (3, 1)])
  func everyPlaceOfASquareIsPossible(_ height: Int, _ width: Int) throws {
    let pixels: [UInt8] = [250, 10, 10, 10, 250, 10, 10, 10, 250]
    let folder = try PhotographFixture()
    try folder.add(RGBImage(height: height, width: width, pixels: pixels), "three")
    let count = 900
    let plan = BatchPlan(
      count: count, size: 8, seed: 3, kinds: .statistics, bins: nil,
      augmentation: Augmentation(area: 1...1))
    let batch = try batches(try folder.data(), plan, 1)[0]
    let seen = Dictionary(grouping: (0..<count).map { batch.chrominance[128 * $0] }) { $0 }
    // 300 ± 4·√(900 · 1/3 · 2/3)
    #expect(seen.count == 3)
    #expect(seen.values.allSatisfy { abs($0.count - 300) < 57 })
  }

  @Test func picturesSmallerThanTheSampleAreEnlarged() throws {
    let folder = try PhotographFixture()
    try folder.add(flat(250, 10, 10, side: 1), "dot")
    let plan = BatchPlan(count: 2, size: 8, seed: 9, kinds: .points, bins: .inGamut313)
    let batch = try batches(try folder.data(), plan, 1)[0]
    #expect(batch.chrominance[0] > 60)
  }

  // MARK: Grey pictures

  @Test func grayPicturesAreDrawnAgain() throws {
    let folder = try PhotographFixture()
    for level in [UInt8(30), 90, 200] { try folder.add(flat(level, level, level), "gray\(level)") }
    try folder.add(flat(250, 10, 10), "red")
    let plan = BatchPlan(count: 100, size: 8, seed: 1, kinds: .statistics, bins: nil)
    let batch = try batches(try folder.data(), plan, 1)[0]
    #expect((0..<100).allSatisfy { batch.chrominance[128 * $0] > 60 })
    let all = BatchPlan(
      count: 100, size: 8, seed: 1, kinds: .statistics, bins: nil,
      augmentation: Augmentation(colorTest: .none))
    let unfiltered = try batches(try folder.data(), all, 1)[0]
    #expect((50...95).contains((0..<100).count { abs(unfiltered.chrominance[128 * $0]) < 1 }))
  }

  @Test func onlyGrayPicturesAreAnErrorThatNamesTheFolder() throws {
    let folder = try PhotographFixture()
    try folder.add(flat(90, 90, 90), "gray")
    try folder.add(bytes: Array("no picture".utf8), "broken.png")
    let source = BatchSource(
      try folder.data(),
      plan: BatchPlan(count: 4, size: 8, seed: 1, kinds: .points, bins: nil))
    for _ in 0..<2 {
      do throws(TrainingDataError) {
        _ = try source.next()
        Issue.record("grey pictures were taken")
      } catch {
        guard case .onlyGray(folder.path, 100, let gray, let damaged) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(gray + damaged == 100 && gray > 20 && damaged > 20)
        #expect(error.message.contains(folder.path) && error.message.contains("grey"))
      }
    }
  }

  /// A flat tint has spread and no range; a grey picture with one red square has range and no spread.
  @Test func bothTestsOfGrayTestWhatTheySay() throws {
    var dotted = flat(128, 128, 128, side: 40)
    (dotted.pixels[0], dotted.pixels[1], dotted.pixels[2]) = (255, 0, 0)
    for (image, passes) in [(flat(150, 120, 110, side: 40), "spread"), (dotted, "range")] {
      let folder = try PhotographFixture()
      try folder.add(image, "picture")
      for (name, test) in [
        ("spread", ColorTest.spread(atLeast: 0.02)), ("range", ColorTest.range(atLeast: 5)),
      ] {
        let augmentation = Augmentation(area: 1...1, colorTest: test)
        let plan = BatchPlan(
          count: 1, size: 40, seed: 1, kinds: .points, bins: nil, augmentation: augmentation)
        let isTaken = (try? batches(try folder.data(), plan, 1)) != nil
        #expect(isTaken == (name == passes))
      }
    }
  }
}
