import Foundation
import NeuralEngine
import Testing

/// Outputs and gradients beside those of PyTorch 2.8, in `pytorch.json` by `make_reference.py`.
@Suite struct ReferenceTests {
  private struct Answer: Decodable {
    let outputs: [String: [Double]]
    let gradients: [String: [Double]]
  }

  private static let answers: [String: Answer] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("pytorch.json")
    let data = (try? Data(contentsOf: file)) ?? Data()
    return (try? JSONDecoder().decode([String: Answer].self, from: data)) ?? [:]
  }()

  private func answer(_ example: ReferenceCase) throws -> Answer {
    try #require(Self.answers[example.description], "pytorch.json has the case")
  }

  @Test func everyCaseIsKnown() {
    #expect(Set(ReferenceCase.all.map(\.description)) == Set(Self.answers.keys))
  }

  /// The largest difference of two lists of numbers.
  private func difference(_ numbers: some Sequence<Double>, _ expected: [Double]) -> Double {
    let numbers = Array(numbers)
    guard numbers.count == expected.count else { return .infinity }
    return zip(numbers, expected).reduce(0) { largest, pair in
      let difference = abs(pair.0 - pair.1)
      return difference.isFinite ? max(largest, difference) : .infinity
    }
  }

  @Test(arguments: ReferenceCase.all)
  func outputsAreThoseOfPyTorch(_ example: ReferenceCase) throws {
    let answer = try answer(example)
    var twin = TwinGraph(
      batch: ReferenceCase.batch, height: ReferenceCase.height, width: ReferenceCase.width)
    example.build(&twin)
    #expect(Set(twin.outputs.keys) == Set(answer.outputs.keys))
    // The naive network, too, which all other tests trust.
    for (name, images) in twin.outputs {
      let error = difference(images.values, answer.outputs[name] ?? []) / images.scale
      #expect(error <= 1e-6, "naive: \(name)")
    }
    for (way, tolerance) in [(Way.direct, 1e-5), (.ruled, 1e-4)] {
      let results = try twin.run(twin.compiled(way.options))
      for (name, expected) in answer.outputs {
        let scale = expected.reduce(0) { max($0, abs($1)) }
        let error = difference((results[name] ?? []).map(Double.init), expected) / scale
        #expect(error <= tolerance, "\(way): \(name)")
      }
    }
  }

  /// To a part of the network's largest gradient.
  @Test(arguments: ReferenceCase.all)
  func gradientsAreThoseOfPyTorch(_ example: ReferenceCase) throws {
    let expected = try answer(example).gradients
    let check = GradientCheck(
      batch: ReferenceCase.batch, height: ReferenceCase.height, width: ReferenceCase.width,
      example.build)
    let learned = try check.learned(CompilationOptions(planning: .direct))
    let gradients = learned.named(weights: learned.gradients, statistics: learned.statistics)
    let scale = expected.values.joined().reduce(0) { max($0, abs($1)) }
    for (name, tensor) in gradients.tensors where !name.contains("running_") {
      let error = difference(tensor.values.map(Double.init), expected[name] ?? []) / scale
      #expect(error <= 1e-5, "\(name)")
    }
    #expect(
      Set(gradients.tensors.keys.filter { !$0.contains("running_") }) == Set(expected.keys))
  }
}
