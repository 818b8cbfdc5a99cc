import AffinityHints
import Experiments
import Imaging
import NeuralEngine

/// The affinity network's part: the encoder alone, then the whole network.
extension WeightsCheck {
  private typealias Port = AffinityNetwork.Port

  /// What the network is shown.
  private struct Inputs {
    let height: Int
    let width: Int
    /// The values of inputs by their names.
    var numbers: [String: [Float]] = [:]
  }

  func check(_ read: AffinityWeights) throws {
    let inputs = try inputs()
    printHeader()
    let maps = AffinityNetwork.strides.map(Port.features)
    let encoder = try run(AffinityNetwork.encoderGraph(), read, inputs, outputs: maps)
    for (index, map) in maps.enumerated() {
      guard let output = encoder.output(map) else { continue }
      try compare("f\(index + 1)", output)
    }
    let names = [Port.chrominance, Port.logits]
    let whole = try run(AffinityNetwork.graph(isGlobal: false), read, inputs, outputs: names)
    for name in names {
      guard let output = whole.output(name) else { continue }
      try compare(name, output)
    }
  }

  private func run(
    _ graph: Graph, _ read: AffinityWeights, _ inputs: Inputs, outputs: [String]
  ) throws -> NetworkContext {
    let options = engine.options()
    let context = try CompiledGraph(
      graph, parameters: read.parameters, outputs: outputs, height: inputs.height,
      width: inputs.width, options: options, plans: PlanStore.plans(for: options)
    ).makeContext()
    for (name, numbers) in inputs.numbers {
      _ = context.input(name)?.update(fromContentsOf: numbers)
    }
    try context.run()
    return context
  }

  private func inputs() throws -> Inputs {
    let lightness = try array("lightness")
    guard lightness.shape.count == 2,
      lightness.shape.allSatisfy({
        (1...4096).contains($0) && $0.isMultiple(of: AffinityNetwork.step)
      })
    else { throw misfit("lightness", lightness) }
    let (height, width) = (lightness.shape[0], lightness.shape[1])
    let numbers = lightness.values.map { Float($0) }
    var inputs = Inputs(height: height, width: width)
    inputs.numbers[Port.picture] = AffinityInputs.picture(numbers)
    inputs.numbers[Port.lightness] = AffinityInputs.halved(
      numbers, height: height, width: width)
    let patches = try hintedPixels(height: height, width: width)
    for (stride, numbers) in AffinityInputs.hints(patches, height: height, width: width) {
      inputs.numbers[Port.hints(stride)] = numbers
    }
    inputs.numbers[Port.points] = try points()
    return inputs
  }

  /// Every hinted pixel as a patch of its own.
  private func hintedPixels(height: Int, width: Int) throws -> [AffinityInputs.Patch] {
    let (hint, mask) = (try array("hint"), try array("mask"))
    guard hint.shape == [2, height, width] else { throw misfit("hint", hint) }
    guard mask.shape == [height, width] else { throw misfit("mask", mask) }
    let range = AffinityNetwork.chrominanceRange
    return mask.values.indices.filter { mask.values[$0] > 0.5 }.map { pixel in
      let (row, column) = (pixel / width, pixel % width)
      return AffinityInputs.Patch(
        rows: row..<row + 1, columns: column..<column + 1,
        a: range * Float(hint.values[pixel]),
        b: range * Float(hint.values[height * width + pixel]), height: height, width: width)
    }
  }

  /// The points, a row of five numbers each, as five planes with room for as many as there can be.
  private func points() throws -> [Float] {
    let tokens = try array("tokens")
    let most = AffinityNetwork.pointCount
    guard tokens.shape.count == 2, tokens.shape[1] == 5, tokens.shape[0] <= most else {
      throw misfit("tokens", tokens)
    }
    var planes = [Float](repeating: 0, count: 5 * most)
    for (index, value) in tokens.values.enumerated() {
      planes[index % 5 * most + index / 5] = Float(value)
    }
    return planes
  }

  private func array(_ name: String) throws -> NumPyArray {
    try NumPyFile.read("\(folder)/\(name).npy")
  }

  private func compare(_ name: String, _ output: UnsafeBufferPointer<Float>) throws {
    try compare(name, output, array(name))
  }
}
