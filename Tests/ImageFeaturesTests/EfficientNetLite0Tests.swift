import Foundation
import ImageFeatures
import Imaging
import NetworkWeights
import NeuralEngine
import Testing
import WeightFiles

/// The network's shape, what it takes and gives, and which files it refuses.
@Suite struct EfficientNetLite0Tests {
  /// Small numbers by a formula, variances 1.
  private static let tensors = EfficientNetLite0.graph().parameterShapes.map { name, shape in
    let count = shape.reduce(1, *)
    let fan = Float(max(count / shape[0], 1))
    let values = (0..<count).map { index in
      name.hasSuffix("running_var") || name.contains("_bn") && name.hasSuffix(".weight")
        ? 1 : sin(Float(index % 997)) * (2 / fan).squareRoot()
    }
    return (name, WeightTensor(shape: shape, values: values))
  }

  private func parameters(
    _ tensors: [(String, WeightTensor)] = tensors
  ) throws(NetworkWeightsError) -> Parameters {
    try Parameters(
      Dictionary(uniqueKeysWithValues: tensors), named: tensors.map(\.0), of: "lite0.pth",
      for: EfficientNetLite0.graph(), network: "EfficientNet-Lite0")
  }

  /// Table 1 of Tan and Le 2019, without squeeze-and-excitation: 4.65 million weights.
  @Test func weightsAreThePapers() {
    let learned = EfficientNetLite0.graph().parameterShapes
      .filter { !$0.name.contains("running_") }
    #expect(learned.map { $0.shape.reduce(1, *) }.reduce(0, +) == 4_652_008)
  }

  @Test(arguments: [(64, 96), (224, 224), (75, 50)])
  func mapsShrinkByTheirStrides(height: Int, width: Int) throws {
    let compiled = try CompiledGraph(
      EfficientNetLite0.graph(), parameters: parameters(), height: height, width: width)
    let context = try compiled.makeContext()
    let input = try #require(context.input(EfficientNetLite0.Port.picture))
    #expect(input.count == 3 * height * width)
    for index in input.indices { input[index] = cos(Float(index)) }
    try context.run()
    for (stride, channels) in zip(EfficientNetLite0.strides, [16, 24, 40, 112, 320]) {
      let map = try #require(
        context.output(EfficientNetLite0.Port.features(stride: stride)))
      let cells = ((height + stride - 1) / stride) * ((width + stride - 1) / stride)
      #expect(map.count == channels * cells, "stride \(stride)")
      #expect(map.allSatisfy(\.isFinite) && map.contains { $0 != 0 })
    }
    #expect(context.output(EfficientNetLite0.Port.logits)?.count == EfficientNetLite0.classes)
  }

  @Test func numbersAreNormalizedByChannel() {
    let picture = RGBImage(height: 1, width: 2, pixels: [0, 128, 255, 255, 0, 51])
    let numbers = EfficientNetLite0.numbers(of: picture)
    let expected: [Float] = [
      -0.485 / 0.229, 0.515 / 0.229, (128 / 255 - 0.456) / 0.224, -0.456 / 0.224,
      0.594 / 0.225, (0.2 - 0.406) / 0.225,
    ]
    for (number, value) in zip(numbers, expected) { #expect(abs(number - value) < 1e-6) }
    #expect(numbers.count == expected.count)
  }

  @Test func theLikeliestClassesComeFirst() {
    #expect(EfficientNetLite0.classes(of: [1, 3, -2, 3, 2], most: 4) == [1, 3, 4, 0])
  }

  @Test func filesMustHoldExactlyTheNetwork() throws {
    var tensors = Self.tensors
    let (name, tensor) = tensors.removeLast()
    #expect(
      throws: NetworkWeightsError.missingTensor(
        path: "lite0.pth", tensor: name, shape: tensor.shape, network: "EfficientNet-Lite0")
    ) { try parameters(tensors) }
    tensors.append((name, WeightTensor(shape: [1], values: [0])))
    #expect(
      throws: NetworkWeightsError.wrongShape(
        path: "lite0.pth", tensor: name, found: [1], expected: tensor.shape,
        network: "EfficientNet-Lite0")
    ) { try parameters(tensors) }
    #expect(
      throws: NetworkWeightsError.unknownTensor(
        path: "lite0.pth", tensor: "more", network: "EfficientNet-Lite0")
    ) { try parameters(Self.tensors + [("more", WeightTensor(shape: [1], values: [0]))]) }
  }

  @Test func negativeVariancesAreRefused() throws {
    var tensors = Self.tensors
    let index = try #require(tensors.firstIndex { $0.0 == "_bn0.running_var" })
    var values = tensors[index].1.values
    values[3] = -1
    tensors[index].1 = WeightTensor(shape: [values.count], values: values)
    #expect(
      throws: NetworkWeightsError.negativeVariance(
        path: "lite0.pth", tensor: "_bn0.running_var", channel: 3)
    ) { try parameters(tensors) }
  }
}
