import AffinityHints
import Colorimetry
import Colorization
import Imaging
import Testing

/// The methods as the harness sees them.
@Suite struct AffinityMethodTests {
  private static let model = Result { AffinityModel(try bundledWeights()) }

  private func colorized(
    _ lightness: Plane, _ hints: Hints, by method: some Colorizer
  ) throws -> Chrominance {
    var session = try method.session(for: lightness)
    return try session.colorize(hints).chrominance
  }

  @Test func hintsAreMetExactly() throws {
    let (height, width) = (160, 128)
    let lightness = formulaLightness(height: height, width: width)
    let method = AffinityHints(try Self.model.get())
    for count in [1, 6, 25] {
      let hints = formulaHints(count, height: height, width: width)
      let result = try colorized(lightness, hints, by: method)
      for (pixel, owner) in hints.ownership(height: height, width: width).enumerated()
      where owner >= 0 {
        #expect(abs(result.a.values[pixel] - hints.points[Int(owner)].a) < 1e-9)
        #expect(abs(result.b.values[pixel] - hints.points[Int(owner)].b) < 1e-9)
      }
    }
  }

  @Test func resultsDoNotDependOnTheWay() throws {
    let lightness = formulaLightness(height: 96, width: 128)
    let method = AffinityHints(try Self.model.get())
    var used = try method.session(for: lightness)
    for count in [3, 0, 30, 5, 3] {
      let hints = formulaHints(count, height: 96, width: 128)
      let expected = try colorized(lightness, hints, by: method)
      #expect(try used.colorize(hints).chrominance == expected, "\(count) points")
    }
  }

  @Test func automaticIsToldNothing() throws {
    let lightness = formulaLightness(height: 96, width: 96)
    let model = try Self.model.get()
    let hints = formulaHints(4, height: 96, width: 96)
    let automatic = try colorized(
      lightness, hints, by: AffinityHints(model, usesHints: false))
    #expect(automatic == (try colorized(lightness, Hints(), by: AffinityHints(model))))
    #expect(automatic != (try colorized(lightness, hints, by: AffinityHints(model))))
    #expect(AffinityHints(model).identity.name == "affinity-hints")
    #expect(AffinityHints(model, usesHints: false).identity.name == "affinity-automatic")
    #expect(AffinityHints(model).identity.weights == model.weights.sha256)
  }

  /// Smaller than a cell, no multiples of 32, larger than the network sees, larger than is anchored.
  @Test(arguments: [(1, 1), (5, 40), (37, 50), (300, 200), (530, 560)])
  func anySizeWillDo(_ height: Int, _ width: Int) throws {
    let lightness = formulaLightness(height: height, width: width)
    let hints = Hints([
      HintPoint(row: 0, column: 0, size: 3, a: 5, b: 5),
      HintPoint(row: -20, column: 4, size: 7, a: 90, b: 90),
      HintPoint(row: height / 2, column: width / 2, size: 7, a: 30, b: -20),
    ])
    let model = try Self.model.get()
    var session = try AffinityHints(model).suggestingSession(for: lightness)
    let result = try session.colorize(hints).chrominance
    #expect(result.height == height && result.width == width && result.isFinite)
    let distribution = try #require(session.distribution)
    #expect(distribution.height == height && distribution.width == width)
    let sum = distribution.probabilities(row: height - 1, column: width - 1).reduce(0, +)
    #expect(abs(sum - 1) < 1e-9)
    let found = session.suggestions(
      row: height / 2, column: width / 2, lightness: 50, count: 9)
    #expect(!found.isEmpty)
    #expect(abs(result.a[height / 2, width / 2] - 30) < 3)
    #expect(abs(result.b[height / 2, width / 2] + 20) < 3)
  }

  @Test func everyPixelRevealedIsTheTruth() throws {
    let lightness = formulaLightness(height: 64, width: 64)
    let points: [HintPoint] = (0..<4096).map { pixel in
      let (a, b) = (Double(pixel % 83) - 41, Double(pixel % 59) - 29)
      return HintPoint(row: pixel / 64, column: pixel % 64, size: 1, a: a, b: b)
    }
    let result = try colorized(
      lightness, Hints(points), by: AffinityHints(try Self.model.get()))
    #expect(distance(result.a.values, points.map(\.a)) < 1e-9)
    #expect(distance(result.b.values, points.map(\.b)) < 1e-9)
  }

  @Test func ofManyPointsEveryNthIsLookedAt() {
    let hints = formulaHints(401, height: 256, width: 256)
    let all = patches(hints, height: 256, width: 256)
    let count = AffinityNetwork.pointCount
    let numbers = AffinityInputs.points(all)
    #expect(numbers[0] == all[0].row && numbers[count - 1] == all[400].row)
    #expect(numbers[count] == all[0].column && numbers[count + 1] == all[2].column)
    #expect(numbers[(4 * count)...].allSatisfy { $0 == 1 })
    #expect(AffinityInputs.points([]).allSatisfy { $0 == 0 })
  }

  @Test func pooledHintsAreMeansOfWhatIsHinted() throws {
    let patch = AffinityInputs.Patch(
      rows: 0..<3, columns: 30..<34, a: 55, b: -22, height: 64, width: 64)
    let pooled = AffinityInputs.hints([patch], height: 64, width: 64)
    // At 1/32 the patch lies in two cells, six pixels in each.
    let cells = try #require(pooled[32])
    let share = Float(6) / 1024
    let mean = share / (share + 1e-4)
    for cell in 0..<2 {
      #expect(abs(cells[cell] - 0.5 * mean) < 1e-6)
      #expect(abs(cells[4 + cell] + 0.2 * mean) < 1e-6)
      #expect(abs(cells[8 + cell] - share.squareRoot()) < 1e-6)
    }
    #expect(cells[2] == 0 && cells[10] == 0)
    #expect(pooled[2]?.count == 3 * 32 * 32)
  }
}
