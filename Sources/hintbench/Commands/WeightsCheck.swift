import ArgumentParser
import Experiments
import Foundation
import HintNetwork
import Imaging
import NeuralEngine

/// Compares a network's outputs with those that another implementation has computed.
struct WeightsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run a network on given inputs and compare its outputs with given ones.",
    discussion: """
      The folder holds input.npy (1,C,H,W), for global hints input_histogram.npy and \
      input_saturation.npy, and the expected ab.npy (2,H,W) and logits.npy (Q,H/4,W/4). For an \
      affinity network it holds lightness.npy (H,W), hint.npy (2,H,W) divided by 110, mask.npy \
      (H,W), tokens.npy (K,5), and expected also f1.npy to f5.npy, the maps of its encoder. CSV: \
      output,maximum_difference,mean_difference,relative_difference (of the greatest difference to \
      the greatest expected number).
      """)

  @Argument(help: "A weights file.")
  var weights: String

  @Argument(help: "The folder of inputs and expected outputs.")
  var folder: String

  @OptionGroup var engine: EngineOptions

  func run() throws {
    switch try NetworkFile.read(weights) {
    case .hintNetwork(let read): try check(read)
    case .affinity(let read): try check(read)
    }
  }

  private func check(_ read: HintNetworkWeights) throws {
    let input = try NumPyFile.read(folder + "/input.npy")
    let channels = read.architecture.variant == .local ? 4 : 1
    let step = HintNetworkArchitecture.step
    guard input.shape.count == 4, input.shape[0] == 1, input.shape[1] == channels,
      input.shape[2...].allSatisfy({ $0 > 0 && $0 <= 4096 && $0 % step == 0 })
    else {
      throw misfit("input", input)
    }
    let options = engine.options()
    let model = HintNetworkModel(
      read, options: options, plans: PlanStore.plans(for: options))
    let graph = try model.compiled(
      height: input.shape[2], width: input.shape[3],
      withDistribution: read.architecture.head != nil)
    let context = try graph.makeContext()
    typealias Port = HintNetworkArchitecture.Port
    try fill(context.input(Port.picture), from: "input", input)
    for (port, name) in [
      (Port.histogram, "input_histogram"), (Port.saturation, "input_saturation"),
    ] {
      guard let numbers = context.input(port) else { continue }
      try fill(numbers, from: name, NumPyFile.read("\(folder)/\(name).npy"))
    }
    try context.run()
    printHeader()
    for name in [Port.chrominance, Port.logits] {
      guard let output = context.output(name) else { continue }
      try compare(name, output, NumPyFile.read("\(folder)/\(name).npy"))
    }
  }

  func printHeader() {
    Console.result("output,maximum_difference,mean_difference,relative_difference")
  }

  private func fill(
    _ numbers: UnsafeMutableBufferPointer<Float>?, from name: String, _ array: NumPyArray
  ) throws {
    guard let numbers, numbers.count == array.values.count else {
      throw misfit(name, array)
    }
    for index in numbers.indices { numbers[index] = Float(array.values[index]) }
  }

  func misfit(_ name: String, _ array: NumPyArray) -> ExperimentError {
    .wrongArray(path: "\(folder)/\(name).npy", shape: array.shape)
  }

  func compare(
    _ name: String, _ output: UnsafeBufferPointer<Float>, _ expected: NumPyArray
  ) throws {
    guard output.count == expected.values.count else {
      throw misfit(name, expected)
    }
    var (greatest, sum, size) = (0.0, 0.0, 0.0)
    for (ours, theirs) in zip(output, expected.values) {
      let difference = abs(Double(ours) - theirs)
      greatest = max(greatest, difference)
      sum += difference
      size = max(size, abs(theirs))
    }
    let numbers = [greatest, sum / Double(output.count), greatest / max(size, 1e-30)]
    Console.result("\(name)," + numbers.map { String(format: "%.3g", $0) }.joined(separator: ","))
  }
}
