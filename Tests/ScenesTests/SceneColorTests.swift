import Scenes
import Testing

@Suite struct SceneColorTests {
  private static let statistics: [SceneKind: [ColorStatistics]] = Dictionary(
    uniqueKeysWithValues: SceneKind.allCases.map { kind in
      let pictures = (0..<4).map { seed in
        ColorStatistics(Scene(kind: kind, seed: UInt64(100 + seed)).render(height: 96, width: 96))
      }
      return (kind, pictures)
    })

  private static func mean(
    _ kind: SceneKind, _ value: (ColorStatistics) -> Double
  ) -> Double {
    let pictures = statistics[kind, default: []]
    return pictures.reduce(0) { $0 + value($1) } / Double(pictures.count)
  }

  @Test(arguments: SceneKind.allCases)
  func coloursAreAsStrongAsPhotographs(_ kind: SceneKind) {
    let chroma = SceneColorTests.mean(kind, \.meanChroma)
    #expect((7...36).contains(chroma), "mean chroma \(chroma)")
  }

  @Test func coloursAreModerateOverAllKinds() {
    let chroma = SceneKind.allCases.map { SceneColorTests.mean($0, \.meanChroma) }
    let mean = chroma.reduce(0, +) / Double(chroma.count)
    #expect((12...25).contains(mean), "mean chroma \(mean)")
  }

  @Test(arguments: SceneKind.allCases)
  func picturesAreNeitherFlatNorFaint(_ kind: SceneKind) {
    #expect(SceneColorTests.mean(kind, \.lightnessDeviation) > 7)
    #expect((25...80).contains(SceneColorTests.mean(kind, \.meanLightness)))
  }

  @Test func grayValuesAloneDoNotTellTheColor() {
    let telling = SceneKind.allCases.filter {
      SceneColorTests.mean($0, \.chromaSpreadWithinLightness) < 7
    }
    #expect(telling.count <= SceneKind.allCases.count / 4, "\(telling)")
  }

  @Test func kindsDifferInHue() {
    let a = SceneKind.allCases.map { SceneColorTests.mean($0, \.meanA) }
    let b = SceneKind.allCases.map { SceneColorTests.mean($0, \.meanB) }
    #expect((a.max() ?? 0) - (a.min() ?? 0) > 12)
    #expect((b.max() ?? 0) - (b.min() ?? 0) > 18)
  }
}
