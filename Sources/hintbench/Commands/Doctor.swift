import ArgumentParser
import Experiments
import Foundation
import NeuralEngine

/// Says what this installation is made of and what it lacks.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show libraries, versions, BLAS kernels and threads, and what is missing.",
    discussion: """
      Lines that begin with "missing:" say what is not there, lines that begin with "warning:" what \
      makes results slow.
      """)

  @OptionGroup var json: JSONOption

  func run() throws {
    let findings = Findings()
    if json.isOn { return try Console.json(findings) }
    for line in findings.lines { Console.result(line) }
  }
}

extension Doctor {
  /// What there is to say of an installation and its machine.
  struct Findings: Encodable {
    let version = HintBenchVersion.current
    let system: String
    let processor: String
    /// Cores that the affinity mask allows.
    let allowedCores: Int
    /// Cores' worth of processor time that the control group has; nil for no limit.
    let quota: Double?
    /// Jobs and threads where nobody says how many.
    let jobs: Int
    /// Of the processor; nil where that is not known.
    let vectorInstructions: String?
    let kernels: String
    let kernelsReason: String
    let blasThreads: Int
    /// Of the networks' engine.
    let instructionSet: String
    let hasWinograd: Bool
    let hasBFloat16: Bool
    let hasAMX: Bool
    let waiting: String
    let libraries: [String: String]
    /// The weights that methods use where none are named, by the files' names.
    let weights: [String: String]
    let studies: [String]
    let missing: [String]
    let warnings: [String]

    private enum CodingKeys: String, CodingKey {
      case system, processor, quota, jobs, waiting, libraries, weights, studies, missing, warnings
      case version = "hintbench"
      case allowedCores = "allowed_cores"
      case vectorInstructions = "vector_instructions"
      case kernels = "blas_kernels"
      case kernelsReason = "blas_kernels_reason"
      case blasThreads = "blas_threads"
      case instructionSet = "instruction_set"
      case hasWinograd = "winograd"
      case hasBFloat16 = "bf16"
      case hasAMX = "amx"
    }

    /// Looks around.
    init() {
      let environment = Environment.current()
      let flags = ProcessorFlags.current()
      let blas = BLASKernels.current()
      system = environment.system
      processor = environment.cpu
      allowedCores = Threads.allowedCores
      quota = Threads.quota
      jobs = Threads.byDefault
      vectorInstructions = flags?.level.name
      (kernels, kernelsReason, blasThreads) = (blas.name, blas.reason, environment.blasThreads)
      instructionSet = EngineProcessor.instructionSet
      hasWinograd = EngineProcessor.hasWinograd
      hasBFloat16 = EngineProcessor.hasNativeBFloat16
      hasAMX = EngineProcessor.hasMatrixUnits
      waiting = Threads.waiting
      libraries = environment.libraries
      studies = StudyLocator.all()
      let kinds = NetworkKind.allCases
      weights = Dictionary(
        kinds.compactMap { kind in kind.bundled.path.map { (kind.bundled.name, $0) } },
        uniquingKeysWith: { $1 })
      missing =
        (environment.libraries["gnuplot"] == nil
          ? ["gnuplot, which draws the curves: apt-get install gnuplot-nox"] : [])
        + kinds.filter { $0.bundled.path == nil }.map {
          "\($0.bundled.name), the weights of \($0.name): methods need --weights FILE without it"
        }
      var warnings = [blas.warning].compactMap(\.self)
      if let quota, quota < Double(allowedCores) {
        warnings.append(
          "the control group allows \(Self.short(quota)) cores' worth of time on "
            + "\(Self.cores(allowedCores)): by default there are \(jobs) jobs or threads")
      }
      self.warnings = warnings
    }

    /// What the processor multiplies bfloat16 by, and what `--precision auto` makes of that.
    private var precisions: String {
      if hasAMX { return "AMX there: --precision auto takes bf16" }
      return "AMX missing\(hasBFloat16 ? ", bf16 in vectors only" : ""): --precision auto takes f32"
    }

    private static func short(_ cores: Double) -> String { String(format: "%.3g", cores) }

    private static func cores(_ count: Int) -> String { count == 1 ? "1 core" : "\(count) cores" }

    /// For people.
    var lines: [String] {
      var lines = [
        "HintBench \(version)", "system: \(system)",
        "processor: \(processor), \(Self.cores(allowedCores))"
          + (quota.map { ", \(Self.short($0)) cores' worth of time" } ?? ""),
        "jobs by default: \(jobs), each on one thread",
        "threads that wait: \(waiting)",
        "BLAS kernels: \(kernels), \(blasThreads) thread a job; \(kernelsReason)",
        "networks: \(instructionSet), "
          + "\(hasWinograd ? "Winograd's filtering" : "direct convolutions only"), "
          + "\(precisions)",
      ]
      lines += libraries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      lines += weights.sorted { $0.key < $1.key }.map { "weights \($0.key): \($0.value)" }
      lines.append(
        "studies: "
          + (studies.isEmpty
            ? "none found; run inside a checkout" : studies.joined(separator: ", ")))
      lines += missing.map { "missing: \($0)" } + warnings.map { "warning: \($0)" }
      if missing.isEmpty, warnings.isEmpty { lines.append("nothing is missing") }
      return lines
    }
  }
}
