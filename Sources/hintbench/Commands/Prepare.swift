import ArgumentParser
import Experiments

/// Writes the protocol's inputs for programs of any language.
struct Prepare: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write pictures, lightness and hint points for programs of any language.",
    discussion: """
      DIR/truth, gray and lightness hold each picture resized to a square; DIR/hints/ORACLE the \
      points that a finished run (--hints) revealed to all methods, or that a run of a study \
      (--study) would reveal; README.txt tells shapes, units and protocol. Give the results to \
      'hintbench score'. The same inputs give the same bytes.
      """)

  @Argument(
    help: "A folder of PNG and JPEG pictures (default: those of the run, or the study's own).")
  var images: String?

  @Option(help: "The folder to make.")
  var output: String

  @Option(help: ArgumentHelp("A finished run, whose points are written.", valueName: "run-dir"))
  var hints: String?

  @Option(help: "A study, or the name of one in Studies/, whose points are drawn.")
  var study: String?

  @Option(help: "Replace the study's seed.")
  var seed: UInt64?

  @Option(help: "Side of the square, 16 to 4096 (default: the study's, else 256).")
  var size: Int?

  @Flag(help: "Stop at the first picture that cannot be used instead of skipping it.")
  var strict = false

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard hints == nil || study == nil else {
      throw ValidationError("give --hints RUN_DIR or --study STUDY, not both")
    }
    guard images != nil || hints != nil || study != nil else {
      throw ValidationError("give a folder of pictures, --hints RUN_DIR or --study STUDY")
    }
    guard seed == nil || study != nil else { throw ValidationError("--seed is for --study") }
    guard size == nil || (hints == nil && study == nil) else {
      throw ValidationError("with --hints or --study the study says the size")
    }
    if let size, !WorkingSize.sides.contains(size) {
      throw ValidationError("--size should be 16 to 4096")
    }
  }

  func run() throws {
    let inputs = try inputs()
    let outcome = try inputs.write(into: output)
    if !outcome.withoutHints.isEmpty {
      Console.note(
        "Note: the run has no points of \(Console.some(of: outcome.withoutHints))")
    }
    if !outcome.following.isEmpty {
      Console.note(
        "Note: the points of \(outcome.following.joined(separator: ", ")) follow each method's own "
          + "prediction and are left out")
    }
    if json.isOn { return try Console.json(outcome) }
    let oracles = outcome.oracles
    Console.result(
      "Inputs: \(output)/README.txt   \(outcome.images) pictures, "
        + (oracles.isEmpty ? "no points" : "points of \(oracles.joined(separator: ", "))"))
  }

  private func inputs() throws -> PreparedInputs {
    if let hints {
      let run = try FinishedRun(folder: hints)
      return try PreparedInputs(images: images.map { try gather($0, run.plan.study) }, run: run)
    }
    if let study {
      var studied = try StudyFile.read(StudyLocator.path(of: study, for: .run))
      if let seed { studied.seed = seed }
      return try PreparedInputs(images: gather(images, studied), study: studied)
    }
    let size = size ?? PreparedInputs.defaultSize
    return try PreparedInputs(
      images: tell(ImageSet.gather(folder: images ?? ".", side: size, strict: strict)), size: size)
  }

  private func gather(_ folder: String?, _ study: Study) throws -> ImageSet {
    try tell(ImageSet.gather(study: study, folder: folder, limit: nil, strict: strict))
  }

  private func tell(_ images: ImageSet) -> ImageSet {
    for picture in images.skipped { Console.note("Skipped: \(picture.reason)") }
    return images
  }
}
