import ArgumentParser
import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging
import Scenes
import SimulatedUsers

/// Times the Levin solve.
struct BenchLevin: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    commandName: "levin",
    abstract: "Seconds a Levin solve of random points, and a step of a max-error sequence.",
    discussion: "One thread. CSV: name,size,seconds,what. Peak memory is of the whole process.")

  @Argument(help: "A picture (default: an embedded scene).")
  var image: String?

  @Option(help: "Points of the single solve.")
  var points = 10

  @Option(help: "Steps of the max-error sequence.")
  var steps = 500

  @Option(parsing: .upToNextOption, help: "Sides to measure at.")
  var size: [Int] = [256]

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard size.allSatisfy({ (64...2048).contains($0) }) else {
      throw ValidationError("--size should be in 64...2048")
    }
    guard points >= 1, steps >= 1 else { throw ValidationError("--points and --steps: at least 1") }
  }

  func run() throws {
    Console.result("name,size,seconds,what")
    for side in size { try measure(side) }
  }

  private func measure(_ side: Int) throws {
    Console.note("Measuring the Levin solve at \(side)×\(side): 5 solves of \(points) points")
    let pace = BenchPace()
    let picture =
      try image.map { try ImageFile.read($0) }
      ?? Scene(index: 0, seed: 2017).render(height: side, width: side)
    let lab = LabImage(picture.resized(height: side, width: side))
    let levin = try MethodKit().colorizer(named: "levin2004-ab")
    var random = OracleKind.random.oracle(truth: lab.chrominance, patch: 7, seed: 0)
    var hints = Hints()
    while hints.points.count < points {
      hints.points.append(try random.reveal(after: lab.chrominance))
    }

    var setups: [Double] = []
    var solves: [Double] = []
    for run in 1...5 {
      let start = ContinuousClock.now
      var session = try levin.session(for: lab.lightness)
      let opened = ContinuousClock.now
      _ = try session.colorize(hints)
      setups.append((opened - start) / .seconds(1))
      solves.append((ContinuousClock.now - opened) / .seconds(1))
      pace.tell("\(run) of 5 solves done")
    }
    row("levin2004-ab", side, setups, "opening a picture")
    row("levin2004-ab", side, solves, "a solve of \(points) points from scratch")

    Console.note("Measuring \(steps) steps of a max-error sequence")
    var oracle = OracleKind.maxError.oracle(truth: lab.chrominance, patch: 7, seed: 0)
    var sequence = Hints()
    var session = try levin.session(for: lab.lightness)
    let start = ContinuousClock.now
    for step in 1...steps {
      sequence.points.append(try oracle.reveal(after: session.colorize(sequence).chrominance))
      pace.tell("\(step) of \(steps) steps done")
    }
    let total = (ContinuousClock.now - start) / .seconds(1)
    row(
      "levin2004-ab", side, [total / Double(steps)],
      "a max-error step; \(steps) steps from no point")
    Console.result("memory,\(side),\(ProcessMemory.peakMegabytes),MB at most so far")
  }

  private func row(_ name: String, _ side: Int, _ seconds: [Double], _ what: String) {
    let median = seconds.sorted()[seconds.count / 2]
    Console.result("\(name),\(side),\(String(format: "%.5f", median)),\(what)")
  }
}
