import ArgumentParser
import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging

/// Suggests colours for one place of a picture.
struct Suggest: ParsableCommand, QuietCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest up to nine colours for a place of a picture, most probable first.",
    discussion: """
      CSV: rank,a,b,red,green,blue,probability. The colours come from the network's distribution at \
      that pixel and are shown at the pixel's own lightness. How is said by the weights' file \
      (suggestion_rule, suggestion_softening; 'hintbench weights inspect' shows them): by weighted \
      k-means of the softened distribution, as published, or as the colours near one of which the \
      true one most probably lies. Rows and columns count in --size. With --json a list of objects \
      with the same keys.
      """)

  @Argument(help: "A PNG or JPEG picture.")
  var image: String

  @Option(help: "The place: ROW,COLUMN, from 0 at the top left.")
  var at: String

  @Option(help: "Hint points given so far: CSV with the header row,column,size,a,b.")
  var hints: String?

  @Option(
    help: """
      The method: local-hints, global-hints or another that suggests colours (default: \
      affinity-hints, with statistics affinity-global-hints; with --weights the method of those).
      """)
  var method: String?

  @OptionGroup var network: NetworkOptions

  @OptionGroup var precision: PrecisionOption

  @Option(help: "Side of the square to work at, 16 to 4096.")
  var size = 256

  @Option(help: "The most colours to suggest.")
  var count = Palette.defaultCount

  @OptionGroup var json: JSONOption

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    guard (16...4096).contains(size) else { throw ValidationError("--size should be 16 to 4096") }
    guard (1...64).contains(count) else { throw ValidationError("--count should be 1 to 64") }
    try network.check(for: method)
    _ = try place()
  }

  private func place() throws -> (row: Int, column: Int) {
    let parts = at.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let row = parts[0], let column = parts[1],
      (0..<size).contains(row), (0..<size).contains(column)
    else { throw ValidationError("--at should be ROW,COLUMN, both 0 to \(size - 1)") }
    return (row, column)
  }

  func run() throws {
    let (row, column) = try place()
    let colorizer = try network.colorizer(
      named: method, from: network.kit(precision: precision.resolved), hasPoints: hints != nil)
    let picture = try ImageFile.read(image).resized(height: size, width: size)
    let lightness = LabImage(picture).lightness
    let points = try hints.map { try HintsFile.read($0, height: size, width: size) } ?? Hints()
    var session = try network.suggestingSession(of: colorizer, for: lightness)
    _ = try session.colorize(points)
    let suggestions = session.suggestions(
      row: row, column: column, lightness: lightness[row, column], count: count)
    if json.isOn { return try Console.json(suggestions) }
    Console.result("rank,a,b,red,green,blue,probability")
    for color in suggestions {
      let numbers = [color.a, color.b].map { String(format: "%.4f", $0) }
      let probability = String(format: "%.6f", color.probability)
      Console.result(
        "\(color.rank),\(numbers[0]),\(numbers[1]),\(color.red),\(color.green),\(color.blue),"
          + probability)
    }
  }
}
