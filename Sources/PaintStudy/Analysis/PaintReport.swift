import Foundation
import Mustache
import PaintServer
import ReportPages

/// An analysis as one HTML file that needs no network.
struct PaintReport {
  let html: String

  /// Fills the template.
  ///
  /// - Parameter figure: as SVG; nil where it could not be drawn.
  init(_ analysis: PaintAnalysis, figure: String?) throws(PaintStudyError) {
    let records = analysis.records
    let context: [String: Any] = [
      "title": records.design.title,
      "subtitle": "Study \(records.design.study), design \(records.design.hash).",
      "cautions": [records.caution].compactMap { $0 },
      "findings": PaintFindings.sentences(analysis),
      "figures": [figure].compactMap { $0 }.map(PageParts.inline),
      "rows": PaintMeasure.allCases.map { measure in
        ["cells": Self.cells(measure, analysis)] as [String: Any]
      },
    ]
    do {
      html = try MustacheTemplate(string: Self.template).render(context)
    } catch {
      throw .unusable(file: "report.html", explanation: "its template is broken: \(error)")
    }
  }

  private static func cells(_ measure: PaintMeasure, _ analysis: PaintAnalysis) -> [String] {
    let difference = analysis.differences.first { $0.measure == measure }?.estimate
    return [
      measure.title, PaintFindings.text(analysis.estimate(measure, .full)),
      PaintFindings.text(analysis.estimate(measure, .noRecommendation)),
      PaintFindings.text(difference),
      difference?.p.map { String(format: "%.3g", $0) } ?? "–",
    ]
  }

  private static let template = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
      \(PageParts.rules)
      body { max-width: 900px; }
      .caution { border: 2px solid #d55e00; border-radius: 6px; padding: .6rem .9rem; }
      .figure { margin: 1rem 0; }
    </style>
    <h1>{{title}}</h1>
    <p class="soft">{{subtitle}}</p>
    {{#cautions}}<p class="caution"><strong>{{.}}</strong></p>
    {{/cautions}}{{#findings}}<p>{{.}}</p>
    {{/findings}}{{#figures}}<div class="figure">{{{.}}}</div>
    {{/figures}}<div class="scroll"><table>
    <thead><tr><th scope="col">Mean over subjects (95 % interval)</th><th scope="col">with suggested
    colours</th><th scope="col">without</th><th scope="col">difference</th><th scope="col">p</th></tr></thead>
    <tbody>{{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    <p class="soft">Each subject counts once, with the mean of the own pictures; intervals and p-values
    are Student's over subjects, of differences within subjects. Images are taken as given.</p>
    </html>

    """
}
