import ArgumentParser
import Colorization
import Experiments
import Foundation
import Imaging

/// Colorizes one picture, or many.
struct Colorize: AsyncParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Colorize a picture, or a folder of them, by a method and hint points.",
    discussion: """
      A picture's colours are ignored: a method sees its lightness, resized to --size, and the \
      hints, whose rows and columns count in that size. With --size full the work is done at 256 \
      and the chrominance is enlarged to the picture's own lightness, along its edges.

      One picture gives one file, PNG or JPEG by the ending of --output. A folder, or several \
      pictures, give a folder: --output and --ab name folders then, and --hints may name a folder \
      of NAME.csv files, one a picture. The same command resumes and does only what has changed; \
      pictures that cannot be used are skipped with a line, and the exit code is then 65.
      """)

  @Argument(help: "A PNG or JPEG picture; several, or a folder of them.")
  var images: [String]

  @Option(
    help: """
      The method; see 'hintbench methods' (default: affinity-hints, with statistics \
      affinity-global-hints; with --weights the method of those).
      """)
  var method: String?

  @Option(
    help: "Hint points: CSV with the header row,column,size,a,b; for many pictures also a folder.")
  var hints: String?

  @OptionGroup var network: NetworkOptions

  @OptionGroup var precision: PrecisionOption

  @Option(help: "Side of the square to work at, 16 to 4096, or 'full'.")
  var size = "256"

  @Option(help: "How --size full enlarges chrominance: joint-bilateral or bilinear.")
  var enlarge = ChrominanceEnlargement.jointBilateral

  @Option(help: "The picture to write (.png or .jpg); for many pictures a folder.")
  var output: String?

  @Option(
    help: """
      Write the chrominance as a float32 array of shape (2,H,W), at the working size; for many \
      pictures a folder of NAME.npy.
      """)
  var ab: String?

  @Option(
    help: "Write the colour distribution as a float32 array of shape (Q,H,W), at the working size.")
  var distribution: String?

  @Option(help: "What many pictures are written as: png or jpg.")
  var format: BatchFormat?

  @Option(help: "Pictures to work on at a time, each on one thread (default: the cores).")
  var jobs: Int?

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  /// What many pictures are written as.
  enum BatchFormat: String, ExpressibleByArgument, CaseIterable {
    case png
    case jpg
  }

  func validate() throws {
    guard WorkingSize(size, enlargement: enlarge) != nil else {
      throw ValidationError("--size should be 16 to 4096, or 'full'")
    }
    guard output != nil || ab != nil || distribution != nil else {
      throw ValidationError(
        "nothing to write: give --output out.png, --ab ab.npy or --distribution dist.npy")
    }
    try network.check(for: method)
    if let jobs, jobs < 1 { throw ValidationError("--jobs should be at least 1") }
  }

  func run() async throws {
    guard let workingSize = WorkingSize(size, enlargement: enlarge) else { return }
    if images.count == 1, let image = images.first, !BatchPictures.isFolder(image) {
      try checkSingle()
      try colorize(image, at: workingSize)
    } else {
      try await colorizeMany(at: workingSize)
    }
  }

  private func checkSingle() throws {
    guard format == nil, jobs == nil, !json.isOn else {
      throw ValidationError(
        "--format, --jobs and --json are for a folder of pictures; the ending of --output says "
          + "what one picture is written as")
    }
    if let output { _ = try PictureFile.format(for: output) }
  }

  private func colorize(_ image: String, at size: WorkingSize) throws {
    let colorizer = try network.colorizer(
      named: method, from: network.kit(precision: precision.resolved), hasPoints: hints != nil)
    let original = try ImageFile.read(image)
    let lightness = size.lightness(of: original)
    let side = size.side
    let points = try hints.map { try HintsFile.read($0, height: side, width: side) } ?? Hints()
    let colorization = try colorized(colorizer, lightness, points)
    if let ab {
      let chrominance = colorization.chrominance
      try NumPyFile.write([chrominance.a, chrominance.b], to: ab)
    }
    guard let output else { return }
    try PictureFile.write(
      size.picture(colorization, lightness: lightness, original: original), to: output)
  }

  private func colorized(
    _ colorizer: any Colorizer, _ lightness: Plane, _ points: Hints
  ) throws -> Colorization {
    guard let distribution else {
      var session = try colorizer.session(for: lightness)
      return try session.colorize(points)
    }
    var session = try network.suggestingSession(of: colorizer, for: lightness)
    let colorization = try session.colorize(points)
    if let predicted = session.distribution {
      try NumPyFile.write(
        predicted.planes(), shape: [predicted.bins.count, predicted.height, predicted.width],
        to: distribution)
    }
    return colorization
  }

  private func colorizeMany(at size: WorkingSize) async throws {
    guard let output, distribution == nil else {
      throw ValidationError(
        "for many pictures --output names a folder, and --distribution is for one picture")
    }
    guard !isPictureName(output) else {
      throw ValidationError("for many pictures --output names a folder, not a picture: \(output)")
    }
    let jobs = jobs ?? Threads.byDefault
    let kit = try network.kit(
      threads: jobs == 1 ? nil : 1, precision: precision.resolved)
    let batch = try ColorizeBatch(
      BatchPictures(images),
      ColorizeBatch.Wishes(
        method: network.colorizer(named: method, from: kit, hasPoints: hints != nil),
        globalHints: network.globalHints(),
        hints: BatchHints(path: hints, side: size.side), size: size,
        format: format == .jpg ? .jpeg : .png, output: output, ab: ab, jobs: jobs))
    let line = ProgressLine()
    let task = Task { try await batch.run { line.show($0, of: "pictures") } }
    let interrupts = Interrupts(cancelling: task)
    defer { interrupts.stop() }
    try tell(try await task.value, output)
  }

  private func isPictureName(_ path: String) -> Bool {
    guard !BatchPictures.isFolder(path) else { return false }
    let name = path.lowercased()
    return [".png", ".jpg", ".jpeg"].contains(where: name.hasSuffix)
  }

  private func tell(_ outcome: ColorizeBatch.Outcome, _ folder: String) throws {
    for picture in outcome.skipped { Console.line("Skipped: \(picture.reason)") }
    if case let files = outcome.withoutHints, !files.isEmpty {
      Console.note("Note: without a file of points: \(Console.some(of: files))")
    }
    if case let files = outcome.unusedHints, !files.isEmpty {
      Console.note("Note: files of points of no picture: \(Console.some(of: files))")
    }
    if json.isOn {
      try Console.json(outcome)
    } else {
      Console.result(
        "Pictures: \(folder) (\(outcome.colorized) colorized, \(outcome.kept) from before, "
          + "\(outcome.skipped.count) skipped)")
    }
    guard outcome.skipped.isEmpty else {
      throw BatchError.skipped(outcome.skipped.count, of: outcome.total, folder: folder)
    }
  }
}

extension ChrominanceEnlargement: ExpressibleByArgument {}
