import ArgumentParser
import Experiments
import Foundation
import HintNetwork
import Prose
import WeightFiles

/// Shows what is in a weights file.
struct WeightsInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show a weights file: format, network, hash, and every tensor with its statistics.",
    discussion: "The tensors as CSV: name,shape,type,minimum,maximum,mean,deviation.")

  @Argument(help: "A weights file.")
  var file: String

  func run() throws {
    let read = try WeightFile.read(file)
    Console.result("file: \(file)")
    Console.result("format: \(read.format.rawValue), \(read.byteCount) bytes")
    Console.result("sha256: \(read.sha256)")
    if let known = PublishedFile.known(sha256: read.sha256) {
      Console.result("published as: \(known.name): \(known.summary)")
    }
    do {
      let weights = try HintNetworkWeights(read)
      Console.result("network: \(weights.architecture.summary)")
      Console.result("mask: 0 or 1, minus \(weights.maskCenter)")
      Console.result("chrominance: tanh times \(weights.chrominanceScale)")
      if let side = weights.pictureSide {
        Console.result("pictures: reduced to \(side) pixels, the chrominance enlarged again")
      }
    } catch let error as HintNetworkError {
      Console.result("network: none that HintBench runs as hints: \(error.message)")
    }
    for (key, value) in read.metadata.sorted(by: { $0.key < $1.key }) {
      Console.result("metadata \(key.onOneLine): \(value.onOneLine)")
    }
    let count = read.tensors.values.reduce(0) { $0 + $1.count }
    Console.result("tensors: \(read.names.count), \(count) numbers")
    Console.result("name,shape,type,minimum,maximum,mean,deviation")
    for name in read.names {
      guard let tensor = read.tensors[name] else { continue }
      let shape = tensor.shape.map(String.init).joined(separator: "×")
      Console.result(
        "\(name.onOneLine),\(shape.isEmpty ? "scalar" : shape),\(tensor.stored.rawValue),"
          + statistics(tensor.values))
    }
  }

  private func statistics(_ values: [Float]) -> String {
    guard let least = values.min(), let most = values.max() else { return ",,," }
    let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
    let variance =
      values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(values.count)
    return [Double(least), Double(most), mean, variance.squareRoot()]
      .map { String(format: "%.6g", $0) }.joined(separator: ",")
  }
}
