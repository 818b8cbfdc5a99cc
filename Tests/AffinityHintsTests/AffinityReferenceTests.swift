import AffinityHints
import Colorization
import Foundation
import Imaging
import NeuralEngine
import Testing

/// The network against an independent implementation in PyTorch, with the bundled weights:
/// `make_reference.py`.
@Suite struct AffinityReferenceTests {
  struct Kept: Decodable {
    let step: Int
    let values: [Float]

    /// The largest difference, relative to the largest number.
    func distance(to numbers: some Collection<Float>) -> Float {
      let found = numbers.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
      guard found.count == values.count else { return .infinity }
      return zip(found, values).map { abs($0 - $1) }.reduce(0) {
        $1.isFinite ? max($0, $1) : .infinity
      }
    }

    var largest: Float { values.map(abs).max() ?? 0 }
  }

  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    let side: Int
    let points: Int
    let ab: Kept
    let logits: Kept
    let features: [Kept]?

    var testDescription: String { "\(side)×\(side), \(points) points" }
  }

  private struct Reference: Decodable {
    let cases: [Case]
  }

  static let cases: [Case] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("reference.json")
    guard let data = try? Data(contentsOf: file),
      let reference = try? JSONDecoder().decode(Reference.self, from: data)
    else { return [] }
    return reference.cases
  }()

  @Test func thereIsAReference() {
    #expect(Self.cases.count == 12)
  }

  @Test(arguments: cases) func encoderAndDecoderAgree(_ item: Case) throws {
    typealias Port = AffinityNetwork.Port
    let side = item.side
    let parameters = try bundledWeights().parameters
    let lightness = formulaLightness(height: side, width: side).values.map { Float($0) }
    let encoder = try CompiledGraph(
      AffinityNetwork.encoderGraph(), parameters: parameters, height: side, width: side
    ).makeContext()
    try fill(encoder, Port.picture, AffinityInputs.picture(lightness))
    try encoder.run()
    let decoder = try CompiledGraph(
      AffinityNetwork.decoderGraph(isGlobal: false), parameters: parameters, height: side,
      width: side
    ).makeContext()
    for (index, stride) in AffinityNetwork.strides.enumerated() {
      let map = Array(try #require(encoder.output(Port.features(stride))))
      if let expected = item.features?[index] {
        #expect(expected.distance(to: map) < 1e-4 * expected.largest)
      }
      try fill(decoder, Port.features(stride), map)
    }
    let shown = patches(
      formulaHints(item.points, height: side, width: side), height: side, width: side)
    for (stride, numbers) in AffinityInputs.hints(shown, height: side, width: side) {
      try fill(decoder, Port.hints(stride), numbers)
    }
    try fill(decoder, Port.points, AffinityInputs.points(shown))
    try fill(
      decoder, Port.lightness, AffinityInputs.halved(lightness, height: side, width: side))
    try decoder.run()
    #expect(item.ab.distance(to: try #require(decoder.output(Port.chrominance))) < 0.01)
    let logits = try #require(decoder.output(Port.logits))
    #expect(item.logits.distance(to: logits) < 1e-4 * item.logits.largest)
  }

  /// The session computes the same with kernels that are cut in two, and again from hint to hint.
  @Test(arguments: [128, 192, 256]) func sessionsAgree(_ side: Int) throws {
    let model = AffinityModel(try bundledWeights(), options: CompilationOptions(threads: 2))
    let session = try AffinitySession(
      model, lightness: formulaLightness(height: side, width: side), withDistribution: true)
    for item in Self.cases.reversed() where item.side == side {
      let hints = formulaHints(item.points, height: side, width: side)
      let result = try session.predict(hints)
      let numbers = [result.a, result.b].flatMap {
        $0.resized(height: side, width: side).values.map { Float($0) }
      }
      #expect(item.ab.distance(to: numbers) < 0.01, "\(item.testDescription)")
      let logits = try #require(session.distribution).logits
      #expect(item.logits.distance(to: logits) < 1e-4 * item.logits.largest)
    }
  }

  private func fill(_ context: NetworkContext, _ name: String, _ numbers: [Float]) throws {
    let input = try #require(context.input(name), "no input \(name)")
    #expect(input.count == numbers.count)
    _ = input.update(fromContentsOf: numbers)
  }
}
