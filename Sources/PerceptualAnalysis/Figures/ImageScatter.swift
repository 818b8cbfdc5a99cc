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
  private let rates: [String: [String: Double]]

  init(_ analysis: StudyAnalysis) {
    self.analysis = analysis
    rates = Dictionary(grouping: analysis.images, by: \.method).mapValues { tallies in
      Dictionary(tallies.map { ($0.image, $0.rate) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The pairs that are drawn: those with images judged by both methods.
  private var pairs: [PairEstimate] {
    Array(analysis.pairs.lazy.filter { !common($0).isEmpty }.prefix(Self.panelLimit))
  }

  /// The images judged by both methods of a pair.
  private func common(_ pair: PairEstimate) -> [String] {
    let other = rates[pair.methodB] ?? [:]
    return (rates[pair.methodA] ?? [:]).keys.filter { other[$0] != nil }.sorted()
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
      name: Self.name, panels: panels, title: "Fooling rate of every image",
      sources: "\(Self.name).dat"
    ).script
  }

  private func block(_ pair: PairEstimate) -> String {
    let (one, other) = (rates[pair.methodA] ?? [:], rates[pair.methodB] ?? [:])
    let lines = common(pair).map { image in
      var chance = SplitMix64(seed: 0, names: "jitter", image, pair.methodA, pair.methodB)
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
    [
      "unset key", "set title 'images judged with both' font ',13'",
      "set xlabel \(GnuplotText.quoted(pair.methodA + " (%)")) noenhanced",
      "set ylabel \(GnuplotText.quoted(pair.methodB + " (%)")) noenhanced",
      "set xrange [-6:106]", "set yrange [-6:106]", "set xtics 25", "set ytics 25",
      "plot x with lines dt 3 lc rgb '#777777', \\\n     '\(Self.name).dat' index \(index) using 1:2 "
        + "with points pt 7 ps 0.5 lc rgb '\(Palette.color(of: pair.methodA, at: index))'",
    ]
  }

  private var rankPanel: [String] {
    [
      "unset key", "set title 'images by rate' font ',13'", "set xlabel 'image, by rank'",
      "set ylabel 'fooling rate (%)'", "set yrange [-2:102]",
      "plot '\(Self.name).dat' using 1:2 with points pt 7 ps 0.5 lc rgb "
        + "'\(Palette.color(of: "", at: 0))'",
    ]
  }
}
