import Files
import Foundation
import Plotting
import SeededChance

/// The fooling rates of single images: methods against each other, or one method's images in order.
struct ImageScatter {
  /// The figure's name, without ending.
  static let name = "images"
  /// Pairs of methods that are drawn, the first ones.
  private static let panelLimit = 3
  /// Images judged by few people have few possible rates: dots are moved by up to so much, in
  /// percentage points, to be seen.
  private static let jitter = 3.0

  private let analysis: StudyAnalysis
  private let rates: [ExactName: [ExactName: Double]]

  init(_ analysis: StudyAnalysis) {
    self.analysis = analysis
    rates = Dictionary(grouping: analysis.images) { ExactName($0.method) }.mapValues { tallies in
      Dictionary(
        tallies.map { (ExactName($0.image), $0.rate) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The pairs that are drawn: those with images judged by both methods.
  private var pairs: [PairEstimate] {
    Array(analysis.pairs.lazy.filter { !common($0).isEmpty }.prefix(Self.panelLimit))
  }

  /// The images judged by both methods of a pair.
  private func common(_ pair: PairEstimate) -> [ExactName] {
    let (one, other) = rates(of: pair)
    return one.keys.filter { other[$0] != nil }.sorted()
  }

  private func rates(
    of pair: PairEstimate
  ) -> (one: [ExactName: Double], other: [ExactName: Double]) {
    (rates[ExactName(pair.methodA)] ?? [:], rates[ExactName(pair.methodB)] ?? [:])
  }

  /// `images.dat`: a block a panel, in percent.
  var data: String {
    let blocks = pairs.isEmpty ? [ranked] : pairs.map(block)
    return blocks.joined(separator: "\n\n\n") + "\n"
  }

  /// `images.gp`.
  var script: String {
    let panels =
      pairs.isEmpty
      ? [rankPanel]
      : pairs.enumerated().map { panel($1, at: $0) }
    return Gnuplot(
      name: Self.name, panels: panels,
      title: pairs.isEmpty
        ? "Fooling rate of every image" : "Fooling rate of every image judged with both methods",
      sources: "\(Self.name).dat"
    ).script
  }

  private func block(_ pair: PairEstimate) -> String {
    let (one, other) = rates(of: pair)
    let lines = common(pair).map { image in
      var chance = SplitMix64(seed: 0, names: "jitter", image.text, pair.methodA, pair.methodB)
      let moves = (0..<2).map { _ in Self.jitter * (2 * chance.nextUnit() - 1) }
      return zip([one[image] ?? 0, other[image] ?? 0], moves)
        .map { String(format: "%.2f", 100 * $0 + $1) }.joined(separator: " ")
    }
    return "# an image a line: rate by the one method, by the other, moved a little\n"
      + lines.joined(separator: "\n")
  }

  private var ranked: String {
    let sorted = analysis.images.map(\.rate).sorted()
    return "# rank, rate\n"
      + sorted.enumerated().map { "\($0 + 1) \(GnuplotText.percent($1))" }
      .joined(separator: "\n")
  }

  private func panel(_ pair: PairEstimate, at index: Int) -> [String] {
    let (one, other) = rates(of: pair)
    let range = Self.range(common(pair).flatMap { [one[$0] ?? 0, other[$0] ?? 0] })
    return [
      "unset key", "set xlabel \(Self.axis(pair.methodA)) noenhanced",
      "set ylabel \(Self.axis(pair.methodB)) noenhanced", "set grid xtics ytics",
      "set xrange \(range)", "set yrange \(range)", "set xtics autofreq", "set ytics autofreq",
      "plot x with lines dt 3 lc rgb '#777777', \\\n     '\(Self.name).dat' index \(index) using 1:2 "
        + "with points pt 7 ps 0.6 lc rgb '\(Palette.color(of: pair.methodA, at: index))'",
    ]
  }

  /// Both axes alike, and no longer than the rates ask for.
  private static func range(_ rates: [Double]) -> String {
    let most = min(100, 25 * Int((4 * (rates.max() ?? 1)).rounded(.up)))
    return "[-6:\(max(most, 25) + 6)]"
  }

  /// A method's name at an axis.
  private static func axis(_ method: String) -> String {
    GnuplotText.quoted(GnuplotText.shortened(method, to: 40) + " (%)")
  }

  private var rankPanel: [String] {
    [
      "unset key", "set xlabel 'image, by rank'", "set ylabel 'fooling rate (%)'",
      "set yrange \(Self.range(analysis.images.map(\.rate)))",
      "plot '\(Self.name).dat' using 1:2 with points pt 7 ps 0.6 lc rgb "
        + "'\(Palette.color(of: "", at: 0))'",
    ]
  }
}
