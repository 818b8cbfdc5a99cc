import Foundation
import Plotting

/// Writes all that an analysis leaves: tables, a figure and the report with the paintings.
public enum PaintAnalysisFolder {
  /// What there is to tell when all is written.
  public struct Outcome: Sendable, Equatable {
    /// What the study shows, a sentence each.
    public let findings: [String]
    /// Why the figure was not drawn; nil where it was.
    public let drawingComplaint: String?
  }

  /// Writes everything into a folder, whole or not at all.
  public static func write(
    _ analysis: PaintAnalysis, into folder: String
  ) throws(PaintStudyError) -> Outcome {
    let output = try WholeFolder(folder)
    try output.write(PaintAnalysisTables.paintings(analysis), to: "paintings.csv")
    try output.write(PaintAnalysisTables.measures(analysis), to: "measures.csv")
    try output.write(PaintAnalysisTables.differences(analysis), to: "differences.csv")
    try output.write(PaintAnalysisTables.curves(analysis), to: "psnr.csv")
    try output.write(PaintAnalysisTables.suggestions(analysis), to: "suggestions.csv")
    let figure = PSNRFigure(analysis)
    try output.write(Data(figure.data.utf8), to: "\(PSNRFigure.name).dat")
    try output.write(Data(figure.script.utf8), to: "\(PSNRFigure.name).gp")
    let complaint = Gnuplot.draw(PSNRFigure.name, in: output.stage)
    let drawn =
      complaint == nil
      ? try? String(contentsOfFile: "\(output.stage)/\(PSNRFigure.name).svg", encoding: .utf8) : nil
    let report = try PaintReport(
      analysis, gallery: PaintGallery(analysis),
      figure: drawn.map { (svg: $0, caption: figure.caption) })
    try output.write(Data(report.html.utf8), to: "report.html")
    try output.finish()
    return Outcome(
      findings: [analysis.records.caution].compactMap { $0 } + PaintFindings.sentences(analysis),
      drawingComplaint: complaint)
  }
}
