import ArgumentParser
import Experiments
import Foundation
import NeuralEngine

/// Says what this installation is made of and what it lacks.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show libraries, versions, BLAS kernels and threads, and what is missing.")

  func run() throws {
    let environment = Environment.current()
    Console.result("HintBench \(HintBenchVersion.current)")
    Console.result("system: \(environment.system)")
    Console.result("processor: \(environment.cpu), \(environment.cores) cores")
    Console.result("jobs by default: \(environment.cores), each on one thread")
    Console.result("BLAS kernels: \(Threads.blasKernels), \(environment.blasThreads) thread a job")
    Console.result(
      "networks: \(EngineProcessor.instructionSet), "
        + "\(EngineProcessor.hasWinograd ? "Winograd's filtering" : "direct convolutions only"), "
        + "bf16 \(EngineProcessor.hasNativeBFloat16 ? "fast" : "emulated or missing")")
    for (name, version) in environment.libraries.sorted(by: { $0.key < $1.key }) {
      Console.result("\(name): \(version)")
    }
    let studies = StudyLocator.all()
    Console.result(
      "studies: \(studies.isEmpty ? "none found; run inside a checkout" : studies.joined(separator: ", "))"
    )
    var missing: [String] = []
    if environment.libraries["gnuplot"] == nil {
      missing.append("gnuplot, which draws the curves: apt-get install gnuplot-nox")
    }
    if let better = Threads.betterKernels {
      missing.append(
        "OpenBLAS fell back to Haswell kernels: set \(better.variable)=\(better.value)")
    }
    for line in missing { Console.result("missing: \(line)") }
    if missing.isEmpty { Console.result("nothing is missing") }
  }
}
