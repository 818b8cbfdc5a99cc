import Colorization
import Crypto
import Foundation
import HintNetwork
import Testing

/// The weights in the package.
@Suite struct BundledWeightsTests {
  /// The package's own, not those of the environment.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/HintNetwork/Bundled").standardizedFileURL

  @Test(arguments: [.local, .global] as [HintNetworkArchitecture.Variant])
  func areWhatTheModelCardSays(_ variant: HintNetworkArchitecture.Variant) throws {
    let file = Self.folder.appendingPathComponent(BundledWeights.file(of: variant).name)
    let weights = try HintNetworkWeights.read(file.path)
    #expect(
      weights.architecture
        == HintNetworkArchitecture(variant: variant, width: 32, head: .hypercolumn))
    #expect(weights.pictureSide == 64 && weights.maskCenter == 0)
    #expect(weights.suggestions == SuggestionRecipe(rule: .coverage, softening: 0.8))
    let bytes = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    #expect(try #require(bytes) < 30_000_000)
  }

  /// What the model card says of the numbers: the SHA-256 of all tensors as they lie in the file,
  /// which a change of the metadata leaves alone.
  @Test(
    arguments: [
      (.local, "a87a332dcd8d7b9d1e1ee9416c93c97124958938d6acc3ed8df1b4c7cf5a2589"),
      (.global, "8a89a6bb145735041839fe2a98f5a809ad91f27a96475a12f342adbc538cc51f"),
    ] as [(HintNetworkArchitecture.Variant, String)])
  func haveTheNumbersOfTheModelCard(
    _ variant: HintNetworkArchitecture.Variant, _ expected: String
  ) throws {
    let file = Self.folder.appendingPathComponent(BundledWeights.file(of: variant).name)
    let bytes = try Data(contentsOf: file)
    let header = bytes.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    let hash = SHA256.hash(data: bytes.dropFirst(8 + header))
    #expect(hash.map { String(format: "%02x", $0) }.joined() == expected)
    let card = try String(
      contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(card.contains(expected))
  }

  /// A point's colour comes back where it was put, and little elsewhere is left grey.
  @Test func followAPoint() throws {
    let file = Self.folder.appendingPathComponent(BundledWeights.file(of: .local).name)
    let model = HintNetworkModel(try HintNetworkWeights.read(file.path))
    let session = try HintNetworkSession(
      model, lightness: Picture.waves.lightness(height: 256, width: 256))
    let plain = try session.colorize(Hints())
    let blue = HintPoint(row: 128, column: 128, size: 7, a: 5, b: -35)
    let hinted = try session.colorize(Hints([blue]))
    #expect(hinted.b[128, 128] < -15 && hinted.b[128, 128] < plain.b[128, 128] - 10)
    let change = zip(hinted.b.values, plain.b.values).map { $0 - $1 }.reduce(0, +) / 65_536
    #expect(change < -2, "the rest of the picture follows: \(change)")
  }
}
