import Colorimetry
import Colorization
import Experiments
import Imaging
import Painting
import Testing

/// Work ahead for the next point is the session's own, and what it leaves there stays.
@Suite struct PreparingEaselTests {
  /// A method whose sessions colour every pixel by the number of times they were prepared.
  private struct CountingMethod: ColorSuggesting {
    /// Whether preparing fails.
    var fails = false
    var canSuggest: Bool

    var identity: MethodIdentity { MethodIdentity(name: "counting", version: 1) }

    func session(for lightness: Plane) -> any ColorizationSession {
      Session(lightness: lightness, fails: fails)
    }

    func suggestingSession(for lightness: Plane) -> any ColorSuggestingSession {
      Session(lightness: lightness, fails: fails)
    }

    struct Session: ColorSuggestingSession {
      let lightness: Plane
      let fails: Bool
      var count = 0
      let distribution: ColorDistribution? = nil

      mutating func prepareForNextPoint() throws {
        if fails { throw ExperimentError.noMethods(study: "counting") }
        count += 1
      }

      func colorize(_ hints: Hints) -> Colorization {
        let plane = Plane(
          height: lightness.height, width: lightness.width, repeating: Double(10 * count))
        return .chrominance(Chrominance(a: plane, b: plane))
      }
    }
  }

  @Test(arguments: [false, true]) func theSessionIsPrepared(_ canSuggest: Bool) throws {
    let picture = try openScene(1)
    let easel = try Easel(picture, method: CountingMethod(canSuggest: canSuggest))
    for count in 0..<3 {
      let plane = Plane(height: 256, width: 256, repeating: Double(10 * count))
      let expected = Colorization.chrominance(Chrominance(a: plane, b: plane))
      let painting = try easel.paint(state("counting", points: count))
      #expect(painting.picture == expected.rendered(lightness: picture.lightness))
      try easel.prepareForNextPoint()
    }
  }

  @Test func whatGoesWrongIsExplained() throws {
    let easel = try Easel(openScene(1), method: CountingMethod(fails: true, canSuggest: true))
    let message = ExperimentError.noMethods(study: "counting").message
    #expect(throws: PaintingError.methodFailed(message, exitCode: 65)) {
      try easel.prepareForNextPoint()
    }
  }

  /// Most methods have nothing to do ahead; results are the same either way.
  @Test(arguments: ["gray", "levin2004-ab"]) func preparingChangesNoResult(_ method: String) throws
  {
    let picture = try openScene(2)
    let (prepared, plain) = (
      try Easel(picture, method: MethodKit().colorizer(named: method)),
      try Easel(picture, method: MethodKit().colorizer(named: method))
    )
    for count in [0, 1, 4] {
      let wish = state(method, points: count)
      try prepared.prepareForNextPoint()
      #expect(try prepared.paint(wish).picture == plain.paint(wish).picture)
    }
  }
}
