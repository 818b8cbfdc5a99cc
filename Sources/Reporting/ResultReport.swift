import Experiments
import Files
import Foundation

/// Writes the tables, the figure and the page of results, wherever they come from.
public enum ResultReport {
  /// What there is to tell when the files are written.
  public struct Outcome: Sendable {
    /// What the results show, in a few sentences.
    public let summary: [String]
    /// What could not be made and why, one line each; nothing of it spoils the tables.
    public let notes: [String]
  }

  /// Writes `results.csv`, `table.csv`, `metrics.csv`, `pairs.csv`, `curves.dat`, `curves.gp`,
  /// `curves.svg`, `curves.png` and `report.html`.
  ///
  /// - Parameters:
  ///   - choice: the pictures' oracle, and the number of points that headlines tell of.
  ///   - source: of the pictures; nil for a page without.
  ///   - folder: that exists.
  ///   - progress: gets the images whose pictures are drawn, from any thread; this is what takes time.
  /// - Throws: what writing throws.
  public static func write(
    _ results: ResultSet, choice: GalleryChoice, pictures source: (any PictureSource)?,
    details: ReportDetails, into folder: String,
    progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> Outcome {
    func put(_ data: Data, _ name: String) throws {
      try OutputFile.write(data, to: "\(folder)/\(name)")
    }
    var notes: [String] = []
    let pairs = results.pairs()
    try put(results.results(), "results.csv")
    try put(results.table(), "table.csv")
    try put(results.metricMeans(), "metrics.csv")
    try put(results.table(of: pairs), "pairs.csv")
    let plot = CurvePlot(results)
    try put(Data(plot.data.utf8), "curves.dat")
    try put(Data(plot.script.utf8), "curves.gp")
    var figure: (svg: String, caption: String)?
    if let complaint = CurvePlot.draw(in: folder) {
      notes.append("no curves drawn: \(complaint) (apt-get install gnuplot-nox)")
    } else if let svg = try? String(contentsOfFile: folder + "/curves.svg", encoding: .utf8) {
      figure = (svg, plot.caption(results))
    }
    let headlines = Headlines(results, pairs: pairs, chosen: choice).sentences
    let gallery = source.flatMap {
      Gallery(results, choice: choice, from: $0, progress: progress)
    }
    notes += gallery?.notes ?? []
    let page = try ReportPage(
      results, pairs: pairs, headlines: headlines, figure: figure, gallery: gallery,
      details: details)
    try put(Data(page.html.utf8), "report.html")
    return Outcome(summary: headlines, notes: notes)
  }
}
