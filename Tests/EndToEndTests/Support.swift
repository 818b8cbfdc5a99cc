import Foundation
import Imaging
import Scenes
import ScratchFolders
import Testing

/// A study that takes a second: 2 scenes, 3 methods, both oracles.
let tinyStudy = """
  study: tiny
  version: 1
  title: A tiny study
  source: nowhere
  size: 64
  seed: 7
  scenes: 2
  methods: [gray, levin2004, levin2004-ab]
  oracles: [random, max-error]
  points: [0, 1, 2, 5]
  patch: 7
  metrics: [psnr, ssim]

  """

/// A study that takes seconds, in 24 units: long enough to be stopped on the way.
let longStudy = """
  study: long
  version: 1
  title: A longer study
  source: nowhere
  size: 96
  seed: 11
  scenes: 4
  methods: [gray, levin2004, levin2004-ab]
  oracles: [random, max-error]
  points: [0, 20, 60]
  patch: 5
  metrics: [psnr]

  """

/// The files that a finished run's folder holds by contract.
let contractFiles = [
  "results.csv", "hints.csv", "table.csv", "metrics.csv", "pairs.csv", "timings.csv", "curves.svg",
  "curves.png", "curves.gp", "curves.dat", "report.html", "manifest.json", "ledger.sqlite",
  "study.yaml",
]

/// The tables that are the same for the same inputs.
let stableTables = ["results.csv", "hints.csv", "table.csv", "metrics.csv", "pairs.csv"]

typealias Scratch = ScratchFolder

extension ScratchFolder {
  /// A scratch folder that holds the two studies.
  static func withStudies() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(tinyStudy, "tiny.yaml")
    try scratch.put(longStudy, "long.yaml")
    return scratch
  }

  func lines(_ name: String) throws -> [String] {
    try text(name).split(separator: "\n").map(String.init)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
  }

  func copy(_ name: String, _ other: String) throws {
    try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
  }

  /// Runs the program in this folder.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.start(arguments, in: path, environment: environment).wait()
  }

  /// How many units a run's ledger holds so far.
  func finishedUnits(_ folder: String) -> Int {
    guard let data = try? data("\(folder)/ledger.sqlite") else { return 0 }
    var count = 0
    var rest = data[...]
    while let range = rest.range(of: Data("\"scores\"".utf8)) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  /// The stable tables of a run's folder.
  func tables(_ folder: String) throws -> [Data] {
    try stableTables.map { try data("\(folder)/\($0)") }
  }
}

/// A finished run of the tiny study that several tests look at and none changes.
enum TinyRun {
  private static let made = Result {
    let scratch = try Scratch.withStudies()
    let outcome = try scratch.run("run", "tiny.yaml", "--output", "run", "--jobs", "2")
    try #require(outcome.code == 0, "\(outcome.errors)")
    atexit { TinyRun.remove() }
    return (scratch, outcome)
  }

  /// What is kept to the end of the process must be removed by hand.
  private static func remove() {
    if let path = try? scratch().path { try? FileManager.default.removeItem(atPath: path) }
  }

  /// The folder that holds the run as `run`.
  static func scratch() throws -> Scratch { try made.get().0 }

  /// How the run ended and what it said.
  static func outcome() throws -> Program.Outcome { try made.get().1 }
}

/// A small picture with colours.
func samplePicture(_ index: Int = 0, side: Int = 64) -> RGBImage {
  Scene(index: index, seed: 5).render(height: side, width: side)
}

/// The program must have ended with a code and told one clear error, marked as such.
func expectError(
  _ outcome: Program.Outcome, _ code: Int32, _ parts: String...,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(outcome.signal == nil, "crashed: \(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
  let errors = outcome.errorLines.filter { $0.hasPrefix("hintbench: error: ") }
  #expect(!errors.isEmpty, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.output.isEmpty, "\(outcome.output)", sourceLocation: sourceLocation)
  for part in parts {
    #expect(
      errors.contains { $0.contains(part) }, "'\(part)' in \(outcome.errors)",
      sourceLocation: sourceLocation)
  }
}
