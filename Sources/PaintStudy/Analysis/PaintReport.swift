import Foundation
import Mustache
import PaintServer

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
      "figures": [figure].compactMap { $0 }.map(Self.inline),
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

  /// The figure without its XML prologue, to stand inside a page.
  private static func inline(_ figure: String) -> String {
    figure.range(of: "<svg").map { String(figure[$0.lowerBound...]) } ?? ""
  }

  private static let template = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
      :root { color-scheme: light dark; --ink: #1c1c1e; --soft: #62626a; --line: #dcdce0; }
      @media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --soft: #a0a0a8; --line: #3a3a40; } }
      body { margin: 0 auto; max-width: 900px; padding: 2rem 1.5rem 4rem; color: var(--ink);
        background: light-dark(#fff, #161618);
        font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; }
      h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
      p { margin: .3rem 0; max-width: 75ch; } .soft { color: var(--soft); }
      .caution { border: 2px solid #d55e00; border-radius: 6px; padding: .6rem .9rem; }
      .figure { background: #fff; border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; }
      .figure svg { display: block; width: 100%; height: auto; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
        white-space: nowrap; font-weight: 400; }
      thead th { color: var(--soft); } tr > :first-child { text-align: left; }
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
