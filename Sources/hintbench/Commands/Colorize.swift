import ArgumentParser
import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging

/// Colorizes one picture.
struct Colorize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Colorize one picture by a method and hint points.",
    discussion: """
      The picture's colours are ignored: a method sees its lightness, resized to --size, and the \
      hints, whose rows and columns count in that size. With --size full the work is done at 256 \
      and the chrominance is enlarged to the picture's own lightness, along its edges.
      """)

  @Argument(help: "A PNG or JPEG picture.")
  var image: String

  @Option(help: "The method; see 'hintbench methods'.")
  var method: String

  @Option(help: "Hint points: CSV with the header row,column,size,a,b.")
  var hints: String?

  @OptionGroup var network: NetworkOptions

  @Option(help: "Side of the square to work at, 16 to 4096, or 'full'.")
  var size = "256"

  @Option(help: "How --size full enlarges chrominance: joint-bilateral or bilinear.")
  var enlarge = ChrominanceEnlargement.jointBilateral

  @Option(help: "The picture to write (PNG).")
  var output: String?

  @Option(help: "Write the chrominance as a float32 array of shape (2,H,W), at the working size.")
  var ab: String?

  @Option(
    help: "Write the colour distribution as a float32 array of shape (Q,H,W), at the working size.")
  var distribution: String?

  func validate() throws {
    guard side != nil else { throw ValidationError("--size should be 16 to 4096, or 'full'") }
    guard output != nil || ab != nil || distribution != nil else {
      throw ValidationError(
        "nothing to write: give --output out.png, --ab ab.npy or --distribution dist.npy")
    }
    guard method == "global-hints" || !network.hasGlobalHints else {
      throw ValidationError("--histogram-from and --saturation are for --method global-hints")
    }
  }

  private var side: Int? {
    if size == "full" { return 256 }
    return Int(size).flatMap { (16...4096).contains($0) ? $0 : nil }
  }

  func run() throws {
    let side = side ?? 256
    let colorizer = try network.kit().colorizer(named: method)
    let original = try ImageFile.read(image)
    let lightness = LabImage(original.resized(height: side, width: side)).lightness
    let points = try hints.map { try HintsFile.read($0, height: side, width: side) } ?? Hints()
    let colorization = try colorized(colorizer, lightness, points)
    if let ab {
      let chrominance = colorization.chrominance
      try NumPyFile.write([chrominance.a, chrominance.b], to: ab)
    }
    guard let output else { return }
    try PNGFile.write(picture(colorization, lightness: lightness, original: original), to: output)
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

  private func picture(
    _ colorization: Colorization, lightness: Plane, original: RGBImage
  ) -> RGBImage {
    guard size == "full" else { return colorization.rendered(lightness: lightness) }
    let full = LabImage(original).lightness
    let enlarged = enlarge.enlarge(colorization.chrominance, lightness: lightness, to: full)
    return LabImage(lightness: full, chrominance: enlarged).truncated()
  }
}

extension ChrominanceEnlargement: ExpressibleByArgument {}
