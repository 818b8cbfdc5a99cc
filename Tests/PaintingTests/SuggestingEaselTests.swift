import Colorimetry
import Colorization
import Experiments
import HintNetwork
import Imaging
import PaintFixtures
import Painting
import ScratchFolders
import Testing

/// Suggestions come where the network has a distribution, whatever guides it; elsewhere it paints
/// without.
@Suite struct SuggestingEaselTests {
  private static let place = Place(row: 100, column: 50)

  /// A random network of a variant, with or without its palette head, as a kit.
  private func network(
    _ variant: HintNetworkArchitecture.Variant, suggests: Bool,
    _ body: (MethodKit, HintNetworkModel) throws -> Void
  ) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/random.safetensors"
    try RandomNetwork.write(variant, width: 8, suggests: suggests, to: path)
    let model = HintNetworkModel(try HintNetworkWeights.read(path))
    try body(try MethodKit(weights: [path]), model)
  }

  /// What the network's own distribution gives at the place.
  private func expected(
    _ session: HintNetworkSession, _ picture: OpenPicture
  ) throws -> [SuggestedColor] {
    let distribution = try #require(session.distribution)
    struct Known: ColorSuggestingSession {
      let distribution: ColorDistribution?
      mutating func colorize(_ hints: Hints) throws -> Colorization {
        .chrominance(Chrominance(neutralWithHeight: 1, width: 1))
      }
    }
    return Known(distribution: distribution).suggestions(
      row: Self.place.row, column: Self.place.column,
      lightness: picture.lightness[Self.place.row, Self.place.column], count: Palette.defaultCount)
  }

  /// With no global wish yet, with one, and with another: each has its own suggestions.
  @Test(arguments: ["global-hints", "global-hints-saturation"])
  func aGlobalNetworkSuggestsUnderItsWish(_ method: String) throws {
    try network(.global, suggests: true) { kit, model in
      let picture = try openScene(1)
      let easel = try Easel(picture, method: kit.colorizer(named: method))
      let session = try HintNetworkSession(
        model, lightness: picture.lightness, withDistribution: true)
      var found: [[SuggestedColor]] = []
      let histogram = (0..<313).map { $0 == 20 ? 1.0 : 0 }
      let wishes = [
        GlobalWish(), GlobalWish(saturation: 0.9), GlobalWish(histogram: histogram),
        GlobalWish(),
      ]
      for wish in wishes {
        var state = state(method, points: 2)
        state.global = wish
        let painting = try easel.paint(state, selected: Self.place)
        let chrominance = try session.colorize(wish.hints())
        #expect(
          painting.picture
            == Colorization.chrominance(chrominance).rendered(lightness: picture.lightness))
        #expect(painting.suggestions == (try expected(session, picture)))
        #expect((2...9).contains(painting.suggestions.count))
        found.append(painting.suggestions)
        #expect(try easel.paint(state).suggestions.isEmpty)
      }
      #expect(found[0] == found[3] && found[0] != found[1] && found[1] != found[2])
    }
  }

  /// A network without a palette head paints all the same, and suggests nothing.
  @Test(arguments: [
    (HintNetworkArchitecture.Variant.local, "local-hints"), (.local, "automatic"),
    (.global, "global-hints"),
  ])
  func aNetworkWithoutPaletteHeadPaints(
    _ variant: HintNetworkArchitecture.Variant, _ method: String
  ) throws {
    try network(variant, suggests: false) { kit, _ in
      let picture = try openScene(2)
      let colorizer = try kit.colorizer(named: method)
      #expect((colorizer as? any ColorSuggesting)?.canSuggest == false)
      let state = state(method, points: 3)
      let painting = try Easel(picture, method: colorizer).paint(state, selected: Self.place)
      #expect(painting.suggestions.isEmpty)
      var session = try colorizer.session(for: picture.lightness)
      let hints = Hints(try state.points.map { try $0.hint(side: OpenPicture.side) })
      #expect(
        painting.picture == (try session.colorize(hints).rendered(lightness: picture.lightness)))
    }
  }
}
