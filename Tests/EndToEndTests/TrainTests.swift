import Foundation
import Glibc
import Imaging
import Testing

/// Trainings from the command line: their files, their mistakes, and how they go on.
@Suite struct TrainTests {
  /// A training of 40 steps that takes a few seconds.
  private static func text(
    _ network: String = "{variant: local, width: 4}", rest: String = ""
  ) -> String {
    """
    training: tiny
    seed: 3
    threads: 1
    network: \(network)
    data: {scenes: {count: 8, size: 48}}
    phases: [{size: 16, batch: 2, samples: 60}, {size: 32, batch: 2, samples: 20}]
    validation: {scenes: 2, points: [0, 2], size: 32, every: 30}
    checkpoint: {steps: 5}
    \(rest)

    """
  }

  private static func folder(_ text: String = text()) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(text, "t.yaml")
    return scratch
  }

  private static let environment = ["OMP_WAIT_POLICY": "passive"]

  private static func train(_ scratch: Scratch, _ arguments: String...) throws -> Program.Outcome {
    try Program.start(
      ["train", "t.yaml"] + arguments, in: scratch.path, environment: environment
    ).wait()
  }

  /// Expects the results of an undisturbed training, file by file.
  private static func expectWhole(
    _ scratch: Scratch, _ folder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let whole = try whole.get().0
    for name in ["weights.safetensors", "training.csv", "validation.csv"] {
      let (mine, undisturbed) = (
        try scratch.data("\(folder)/\(name)"), try whole.data("whole/\(name)")
      )
      let place = zip(mine, undisturbed).enumerated().first { $1.0 != $1.1 }?.offset
      #expect(
        mine == undisturbed,
        "\(name) of \(mine.count) bytes differs from \(undisturbed.count), first at \(place ?? -1)",
        sourceLocation: sourceLocation)
    }
  }

  private static let whole = Result {
    let scratch = try folder()
    let outcome = try train(scratch, "--output", "whole")
    try #require(outcome.code == 0, "\(outcome.errors)")
    return (scratch, outcome)
  }

  @Test func aTrainingLeavesWeightsTablesAndCurves() throws {
    let (scratch, outcome) = try Self.whole.get()
    #expect(outcome.output.hasPrefix("Weights: whole/weights.safetensors"))
    #expect(outcome.errors.contains("tiny: Local Hints, width 4"))
    #expect(outcome.errors.contains("step 40/40"))
    for name in [
      "training.gp", "training.svg", "training.png", "timings.csv", "checkpoint.safetensors",
    ] {
      #expect(scratch.exists("whole/\(name)"), "\(name)")
    }
    #expect(try scratch.lines("whole/training.csv").count == 41)
    #expect(try scratch.text("whole/configuration.yaml") == scratch.text("t.yaml"))
    let inspected = try scratch.run("weights", "inspect", "whole/weights.safetensors")
    #expect(inspected.code == 0 && inspected.output.contains("metadata samples: 80"))
    try PNGFile.write(samplePicture(), to: scratch.file("in.png"))
    let colorized = try scratch.run(
      "colorize", "in.png", "--method", "local-hints", "--weights", "whole/weights.safetensors",
      "--output", "out.png")
    #expect(colorized.code == 0 && scratch.exists("out.png"), "\(colorized.errors)")
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interruptedTrainingsSaySoAndGoOn(
    _ signal: Int32
  ) throws {
    let scratch = try Self.folder()
    let child = try Program.start(
      ["train", "t.yaml", "--output", "r"], in: scratch.path, environment: Self.environment)
    child.wait { scratch.exists("r/checkpoint.safetensors") }
    let stopped = child.end(by: signal)
    expectError(stopped, 130, "stopped at step ", " of 40 in r; the same command with --resume")
    #expect(!scratch.exists("r/weights.safetensors"))
    expectError(
      try Self.train(scratch, "--output", "r"), 65, "holds an unfinished training", "--resume")
    let resumed = try Self.train(scratch, "--output", "r", "--resume")
    #expect(resumed.code == 0 && resumed.errors.contains("going on at step"), "\(resumed.errors)")
    try Self.expectWhole(scratch, "r")
    let again = try Self.train(scratch, "--output", "r", "--resume")
    #expect(again.code == 0 && again.errors.contains("this training is finished"))
    // Looking at a finished training takes nothing away from it.
    try Self.expectWhole(scratch, "r")
  }

  @Test func killedTrainingsEndWithTheSameBytes() throws {
    let scratch = try Self.folder()
    var state: UInt64 = 99
    var kills = 0
    for _ in 0..<12 where kills < 5 {
      let child = try Program.start(
        ["train", "t.yaml", "--output", "r", "--resume"], in: scratch.path,
        environment: Self.environment)
      // Deterministic pseudo-random moments after it has begun.
      child.wait { scratch.exists("r/training.csv") }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(state >> 33) % 500_000)
      if child.end(by: SIGKILL).signal == SIGKILL {
        kills += 1
      } else {
        try FileManager.default.removeItem(atPath: scratch.file("r"))
      }
    }
    #expect(kills == 5)
    let last = try Self.train(scratch, "--output", "r", "--resume")
    #expect(last.code == 0, "\(last.errors)")
    try Self.expectWhole(scratch, "r")
  }

  @Test func mistakesAreNamedWithFileLineAndKey() throws {
    let scratch = try Self.folder(Self.text(rest: "optimizer: {rat: 1}"))
    expectError(
      try Self.train(scratch), 65, "t.yaml:9: optimizer.rat: unknown key; did you mean 'rate'?")
    expectError(try scratch.run("train", "none.yaml"), 66, "none.yaml: no such file")
    let usage = try scratch.run("train", "t.yaml", "--threads", "0")
    #expect(usage.code == 64 && usage.errors.contains("--threads should be 1 to 256"))
    #expect(!scratch.exists("Runs"))
  }

  /// Weights so large that the logits leave float32's range.
  @Test func whatIsNotFiniteStopsTheTraining() throws {
    let network = "{variant: local, width: 4, head: bins529, start: huge.safetensors}"
    let scratch = try Self.folder(Self.text(network))
    var weights = WeightsNetwork.local
    weights["model_class.0.weight"] = weights["model_class.0.weight"].map { $0 * 1e38 }
    try scratch.put(weights.safetensors(), "huge.safetensors")
    let outcome = try Self.train(scratch, "--output", "r")
    expectError(
      outcome, 65, "the loss cross_entropy is not finite in step 1 (phase 1)",
      "there is no checkpoint yet", "try a lower rate")
    #expect(!scratch.exists("r/weights.safetensors"))
  }

  @Test func startsFromAFileAndSaysWhatIsNew() throws {
    let network = "{variant: local, width: 4, head: hypercolumn, start: start.safetensors}"
    let scratch = try Self.folder(Self.text(network))
    try scratch.put(WeightsNetwork.local.safetensors(), "start.safetensors")
    let outcome = try Self.train(scratch, "--output", "r")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Note: start.safetensors: holds a Local Hints"))
    #expect(outcome.errors.contains("the palette head starts anew"))
  }

  @Test func tracesForOtherTrainers() throws {
    let scratch = try Self.folder()
    let outcome = try Self.train(
      scratch, "--output", "r", "--trace", "trace", "--trace-steps", "2")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for name in ["initial", "gradients", "batch-00000", "batch-00001"] {
      #expect(scratch.exists("trace/\(name).safetensors"), "\(name)")
    }
    #expect(!scratch.exists("trace/batch-00002.safetensors"))
    let lines = try scratch.lines("trace/losses.csv")
    #expect(lines.count == 3 && lines[0] == "step,rate,huber,cross_entropy,gradient_norm")
  }

  @Test(arguments: ["local", "global"]) func benchTellsWhereTheTimeGoes(_ variant: String) throws {
    let scratch = try Scratch()
    let outcome = try Program.start(
      [
        "bench", "training", "--width", "4", "--size", "16", "--batch", "2", "--steps", "2",
        "--variant", variant,
      ], in: scratch.path, environment: Self.environment
    ).wait()
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 2)
    let header =
      "network,width,head,size,batch,precision,threads,steps,samples_per_second,data,forward,loss,"
      + "backward,optimizer"
    #expect(lines[0] == header)
    let fields = lines[1].split(separator: ",").map(String.init)
    try #require(fields.count == 14)
    #expect(fields[0] == variant)
    let sum = fields.suffix(5).reduce(0) { $0 + (Double($1) ?? .nan) }
    #expect(abs(sum - 1) < 0.001)
  }
}
