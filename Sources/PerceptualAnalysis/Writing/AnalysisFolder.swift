import Foundation
import Plotting

/// Writes all that an analysis leaves: tables, figures and the report.
public enum AnalysisFolder {
  /// What there is to tell when all is written.
  public struct Outcome: Sendable, Equatable {
    /// What the study shows, a sentence each.
    public let findings: [String]
    /// What could not be made, and why; nothing of it spoils the tables.
    public let notes: [String]
  }

  /// Writes the files of a study into a folder, which is made where it is missing.
  ///
  /// The same study gives the same bytes, but for figures, which are gnuplot's.
  public static func write(
    _ study: JudgedStudy, to folder: String
  ) throws(PerceptualAnalysisError) -> Outcome {
    try OutputFolder.make(folder)
    let tables = [
      ("table2.csv", AnalysisTables.rates(study.kept)),
      ("table2-all.csv", AnalysisTables.rates(study.all)),
      ("pairs.csv", AnalysisTables.pairs(study.kept)),
      ("pairs-all.csv", AnalysisTables.pairs(study.all)),
      ("measures.csv", AnalysisTables.measures(study.kept)),
      ("measures-all.csv", AnalysisTables.measures(study.all)),
      ("checks.csv", AnalysisTables.checks(study.kept)),
      ("checks-all.csv", AnalysisTables.checks(study.all)),
      ("judges.csv", AnalysisTables.judges(study.records)),
      ("exclusions.csv", AnalysisTables.exclusions(study.records)),
      ("images.csv", AnalysisTables.images(study.kept)),
      ("images-all.csv", AnalysisTables.images(study.all)),
    ]
    for (name, data) in tables { try OutputFolder.write(data, to: folder + "/" + name) }
    var notes = [study.remarkOnSimulation, study.remarkOnNames].compactMap { $0 }
    let figures = try draw(study.kept, in: folder, notes: &notes)
    let page = try AnalysisPage(study, figures: figures, notes: &notes)
    try OutputFolder.write(Data(page.html.utf8), to: folder + "/report.html")
    return Outcome(findings: Conclusion(study).findings, notes: notes)
  }

  /// Draws the figures; those that could not be drawn are left out.
  private static func draw(
    _ analysis: StudyAnalysis, in folder: String, notes: inout [String]
  ) throws(PerceptualAnalysisError) -> [AnalysisFigure] {
    var figures: [AnalysisFigure] = []
    for (kind, data, script) in AnalysisFigure.Kind.plots(of: analysis) {
      let name = kind.name
      try OutputFolder.write(Data(data.utf8), to: folder + "/\(name).dat")
      try OutputFolder.write(Data(script.utf8), to: folder + "/\(name).gp")
      if let complaint = Gnuplot.draw(name, in: folder) {
        notes.append("\(name).svg is not drawn: \(complaint) (apt-get install gnuplot-nox)")
      } else if let figure = try? String(contentsOfFile: folder + "/\(name).svg", encoding: .utf8) {
        figures.append(AnalysisFigure(kind: kind, drawing: figure))
      }
    }
    return figures
  }
}
