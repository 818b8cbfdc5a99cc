import Colorimetry
import Colorization
import HintNetwork
import Imaging
import Testing

/// A network that says it is for smaller pictures gets them reduced, and its chrominance enlarged.
@Suite struct PictureSideTests {
  private static let lightness = Picture.waves.lightness(height: 32, width: 48)

  /// What the same weights make of a picture that was reduced by hand.
  private func expected(of hints: Hints) throws -> Chrominance {
    let small = Self.lightness.resized(height: 16, width: 24)
    let session = try HintNetworkSession(
      HintNetworkModel(try SyntheticNetwork(width: 4).weights()), lightness: small)
    return GuidedUpsampling().enlarge(
      try session.colorize(hints), lightness: small, to: Self.lightness)
  }

  private func session(withDistribution: Bool = false) throws -> HintNetworkSession {
    let weights = try SyntheticNetwork(width: 4).weights(metadata: ["picture_side": "24"])
    return try HintNetworkSession(
      HintNetworkModel(weights), lightness: Self.lightness, withDistribution: withDistribution)
  }

  @Test func noHintsAreNone() throws {
    #expect(try session().colorize(Hints()) == expected(of: Hints()))
  }

  @Test func smallerPicturesAreTakenAsTheyAre() throws {
    let weights = try SyntheticNetwork(width: 4).weights(metadata: ["picture_side": "48"])
    let plain = try SyntheticNetwork(width: 4).weights()
    let results = try [weights, plain].map {
      try HintNetworkSession(HintNetworkModel($0), lightness: Self.lightness).colorize(somePoints)
    }
    #expect(results[0] == results[1])
  }

  @Test func aPatchKeepsItsPlaceAndItsSide() throws {
    // A side of 5 is 2.5 cells, rounded to 3. Its middle at 12.5 pixels is at 6.25 cells, its first
    // row at 4.75, rounded to 5; its first column is 9 for 21.5 / 2 − 1.5.
    let whole = Hints([HintPoint(row: 12, column: 21, size: 5, a: 40, b: -25)])
    let reduced = Hints([HintPoint(row: 6, column: 10, size: 3, a: 40, b: -25)])
    #expect(try session().colorize(whole) == expected(of: reduced))
  }

  @Test func theSmallestPatchIsOneCell() throws {
    let whole = Hints([HintPoint(row: 31, column: 0, size: 1, a: 40, b: -25)])
    let reduced = Hints([HintPoint(row: 15, column: 0, size: 1, a: 40, b: -25)])
    #expect(try session().colorize(whole) == expected(of: reduced))
  }

  @Test func aCellHasTheMeanOfItsPixels() throws {
    // All four pixels of every cell; their mean is what the cell's own point would say.
    let corners = [(0, 0, 10.0), (0, 1, 30.0), (1, 0, -6.0), (1, 1, 2.0)]
    let cells = (0..<16).flatMap { row in (0..<24).map { (row, $0) } }
    let whole = Hints(
      cells.flatMap { row, column in
        corners.map {
          HintPoint(row: 2 * row + $0.0, column: 2 * column + $0.1, size: 1, a: $0.2, b: 2 * $0.2)
        }
      })
    let reduced = Hints(
      cells.map { HintPoint(row: $0, column: $1, size: 1, a: 9, b: 18) })
    #expect(try session().colorize(whole) == expected(of: reduced))
  }

  @Test func laterPointsOverwriteEarlierOnes() throws {
    let first = HintPoint(row: 10, column: 10, size: 5, a: 40, b: -25)
    let second = HintPoint(row: 10, column: 10, size: 5, a: -10, b: 60)
    #expect(
      try session().colorize(Hints([first, second])) == session().colorize(Hints([second])))
  }

  @Test func pointsOutsideThePictureAreNone() throws {
    let outside = Hints([HintPoint(row: -9, column: 70, size: 3, a: 40, b: -25)])
    #expect(try session().colorize(outside) == expected(of: Hints()))
  }

  @Test func theDistributionCoversTheWholePicture() throws {
    let session = try session(withDistribution: true)
    _ = try session.colorize(somePoints)
    let distribution = try #require(session.distribution)
    #expect((distribution.height, distribution.width) == (32, 48))
    #expect((distribution.seenHeight, distribution.seenWidth) == (16, 24))
    let corner = distribution.probabilities(row: 31, column: 47)
    #expect(abs(corner.reduce(0, +) - 1) < 1e-12)
  }
}
