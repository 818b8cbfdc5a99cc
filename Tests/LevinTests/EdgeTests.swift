import Colorimetry
import Colorization
import Gray
import Imaging
import Levin2004
import Testing

/// Hints and pictures at the edges of what is allowed.
@Suite struct EdgeTests {
  private let lightness = formulaLightness(height: 37, width: 29)

  @Test func withoutHintsThePictureIsExactlyGray() throws {
    let result = try propagated(lightness, Hints())
    #expect(result.a.allSatisfy { $0 == 0 } && result.b.allSatisfy { $0 == 0 })
    #expect(try painted(lightness, Hints()) == SRGBImage.gray(fromLightness: lightness).samples)
  }

  @Test func hintsOutsideThePictureAreNoHints() throws {
    let outside = Hints([
      HintPoint(row: -9, column: 5, size: 7, a: 50, b: 50),
      HintPoint(row: 5, column: -4, size: 7, a: 50, b: 50),
      HintPoint(row: 37, column: 5, size: 1, a: 50, b: 50),
      HintPoint(row: 40, column: 33, size: 7, a: 50, b: 50),
    ])
    for reading in Levin2004.Reading.allCases {
      let gray = bits(try colorized(lightness, Hints(), by: reading))
      #expect(bits(try colorized(lightness, outside, by: reading)) == gray)
    }
  }

  @Test func aHintThatReachesInCounts() throws {
    let result = try propagated(
      lightness, Hints([HintPoint(row: -3, column: 5, size: 7, a: 50, b: -20)]))
    #expect(result.a[5] == 50 && result.b[5] == -20)
    #expect(distance(result.a, [Double](repeating: 50, count: 37 * 29)) < 1e-9)
  }

  @Test func everyPixelHintedReturnsTheHints() throws {
    let pixels = 0..<(37 * 29)
    let a: [Double] = pixels.map { Double($0 % 83) * 1.7 - 60.1 }
    let b: [Double] = pixels.map { Double($0 % 59) / 0.7 - 40.3 }
    let points = pixels.map { pixel in
      HintPoint(row: pixel / 29, column: pixel % 29, size: 1, a: a[pixel], b: b[pixel])
    }
    let result = try propagated(lightness, Hints(points))
    #expect(result.a == a)
    #expect(result.b == b)
  }

  @Test func labelledPixelsKeepTheirColors() throws {
    let hints = formulaHints(9, height: 37, width: 29)
    let owners = hints.ownership(height: 37, width: 29)
    let result = try propagated(lightness, hints)
    var labelled = 0
    for (pixel, owner) in owners.enumerated() where owner >= 0 {
      labelled += 1
      #expect(result.a[pixel] == hints.points[Int(owner)].a)
      #expect(result.b[pixel] == hints.points[Int(owner)].b)
    }
    #expect(labelled > 50)
  }

  @Test(arguments: [0.0, 50.0, 100.0])
  func aFlatPictureTakesTheOneColor(_ level: Double) throws {
    let flat = Plane(height: 45, width: 31, repeating: level)
    let hints = Hints([HintPoint(row: 44, column: 0, size: 1, a: 33, b: -71)])
    let result = try propagated(flat, hints)
    #expect(distance(result.a, [Double](repeating: 33, count: 45 * 31)) < 1e-9)
    #expect(distance(result.b, [Double](repeating: -71, count: 45 * 31)) < 1e-9)
  }

  @Test func aHintLargerThanThePictureCoversIt() throws {
    let result = try propagated(
      lightness, Hints([HintPoint(row: 3, column: 28, size: 4095, a: 21, b: -8)]))
    #expect(result.a.allSatisfy { $0 == 21 } && result.b.allSatisfy { $0 == -8 })
  }

  @Test func colorsStayBetweenThoseOfTheHints() throws {
    for count in [1, 3, 8, 14] {
      let hints = formulaHints(count, height: 80, width: 67)
      let owners = Set(hints.ownership(height: 80, width: 67)).subtracting([-1])
      let visible = owners.map { hints.points[Int($0)] }
      let result = try propagated(formulaLightness(height: 80, width: 67), hints)
      for (values, given) in [(result.a, visible.map(\.a)), (result.b, visible.map(\.b))] {
        let (least, most) = (try #require(given.min()), try #require(given.max()))
        #expect(values.allSatisfy { $0 >= least - 1e-9 && $0 <= most + 1e-9 })
      }
    }
  }

  @Test func aGrayHintIsAHint() throws {
    let red = HintPoint(row: 8, column: 8, size: 3, a: 60, b: 30)
    let gray = HintPoint(row: 30, column: 20, size: 3, a: 0, b: 0)
    let alone = try propagated(lightness, Hints([red]))
    let both = try propagated(lightness, Hints([red, gray]))
    let center = 30 * 29 + 20
    #expect(abs(alone.a[center] - 60) < 1e-9)
    #expect(both.a[center] == 0 && both.b[center] == 0)
    #expect(both.a[center + 3] < 59)
    // Laid over a colour it wipes it out.
    let over = HintPoint(row: 8, column: 8, size: 3, a: 0, b: 0)
    #expect(try propagated(lightness, Hints([red, over])).a.allSatisfy { $0 == 0 })
  }

  @Test func publishedPicturesAreInRangeAndKeepTheirSize() throws {
    let samples = try painted(lightness, formulaHints(9, height: 37, width: 29))
    #expect(samples.count == 3 * 37 * 29)
    #expect(samples.allSatisfy { (0...1).contains($0) })
  }

  @Test func methodsAreNamedAfterTheirReading() {
    #expect(Levin2004(.published).identity.name == "levin2004")
    #expect(Levin2004(.chrominance).identity.name == "levin2004-ab")
    #expect(GrayColorizer().identity.name == "gray")
  }

  @Test func grayIgnoresHints() throws {
    var session = GrayColorizer().session(for: lightness)
    let result = try session.colorize(formulaHints(9, height: 37, width: 29)).chrominance
    #expect(result == Chrominance(neutralWithHeight: 37, width: 29))
  }
}
