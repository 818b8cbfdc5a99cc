import ArgumentParser
import Foundation
import PerceptualAnalysis
import PerceptualStudy

/// Tells before a study whether it will find what it looks for.
struct JudgePower: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Simulate a design: how often it finds a difference, and how many judges it needs.",
    discussion: """
      Judges and images differ by normal effects on the logit scale. Each simulated study is \
      analysed as 'judge analyze' does, with Holm's correction; power is the share of studies that \
      find the difference. Example:

        hintbench judge power Designs/table2 --rates automatic=0.19 local-hints=0.27
      """)

  @Argument(help: "The design's folder.")
  var design: String

  @Option(
    parsing: .upToNextOption, help: "The fooling rate of each method, 0 to 1, as NAME=RATE.")
  var rates: [String]

  @Option(help: "How much judges differ: standard deviation on the logit scale.")
  var judgeSd = 0.5

  @Option(help: "How much images differ: standard deviation on the logit scale.")
  var imageSd = 0.5

  @Option(help: "Judges of a study (default: one a cell of the design).")
  var judges: Int?

  @Option(help: "Studies to simulate.")
  var simulations = 500

  @Option(help: "Seed of the simulations.")
  var seed: UInt64 = 0

  @Option(help: "Folder for power.csv.")
  var output: String?

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    for (name, value) in [("--judge-sd", judgeSd), ("--image-sd", imageSd)]
    where !(0...10).contains(value) {
      throw ValidationError("\(name) should be 0 to 10")
    }
    if let judges, !(2...10_000).contains(judges) {
      throw ValidationError("--judges should be 2 to 10000")
    }
    guard (10...100_000).contains(simulations) else {
      throw ValidationError("--simulations should be 10 to 100000")
    }
    _ = try MethodRates.parse(rates)
  }

  func run() throws {
    let design = try DesignFolder.verify(design)
    let population = JudgePopulation(
      rates: try MethodRates.parse(rates), judgeSD: judgeSd, imageSD: imageSd)
    let estimate = try PowerEstimate(
      design: design, population: population, judges: judges, simulations: simulations, seed: seed)
    let needed = try JudgesNeeded.search(
      design: design, population: population, simulations: simulations, seed: seed)
    let table = PowerTable(estimate: estimate, needed: needed)
    if json.isOn {
      try Console.json(PowerFacts(estimate, needed, warnings: table.warnings))
    } else {
      Console.result(table.text)
    }
    if let output { try table.write(to: output) }
    for line in table.warnings { Console.note("Warning: \(line)") }
  }
}
