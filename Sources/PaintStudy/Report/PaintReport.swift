import Foundation
import Mustache
import PaintServer
import ReportPages

/// An analysis as one HTML file that needs no network.
struct PaintReport {
  let html: String

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - gallery: what was painted.
  ///   - figure: as SVG; nil where it could not be drawn.
  init(
    _ analysis: PaintAnalysis, gallery: PaintGallery, figure: (svg: String, caption: String)?
  ) throws(PaintStudyError) {
    let records = analysis.records
    var context: [String: Any] = [
      "title": records.design.title,
      "subtitle": "Study \(records.design.study), design \(records.design.hash).",
      "cautions": [records.caution].compactMap { $0 },
      "findings": PaintFindings.sentences(analysis),
      "arms": PaintingArm.allCases.map(PSNRFigure.title),
      "rows": PaintMeasure.allCases.map { measure in
        ["name": measure.title, "cells": Self.cells(measure, analysis)] as [String: Any]
      },
      "gallery": gallery.context,
    ]
    if let figure {
      context["figure"] = PageParts.figure(figure.svg, label: figure.caption)
      context["caption"] = figure.caption
    }
    do {
      let library = MustacheLibrary(templates: [
        "page": try MustacheTemplate(string: Self.template),
        "gallery": try MustacheTemplate(string: PagePictures.gallery),
        "plate": try MustacheTemplate(string: PagePictures.plate),
      ])
      html = library.render(context, withTemplate: "page") ?? ""
    } catch {
      throw .unusable(file: "report.html", explanation: "its template is broken: \(error)")
    }
  }

  private static func cells(_ measure: PaintMeasure, _ analysis: PaintAnalysis) -> [String] {
    let difference = analysis.differences.first { $0.measure == measure }?.estimate
    return [
      PaintFindings.text(analysis.estimate(measure, .full)),
      PaintFindings.text(analysis.estimate(measure, .noRecommendation)),
      PaintFindings.text(difference),
      difference?.p.map { String(format: "%.3g", $0) } ?? "–",
    ]
  }

  private static let rules = """
      .caution { border: 2px solid var(--alarm); border-radius: 6px; padding: .6rem .9rem; }
    """

  private static let template = """
    \(PagePictures.head(rules: rules))
    <h1>{{title}}</h1>
    <p class="soft">{{subtitle}}</p>
    {{#cautions}}<p class="caution"><strong>{{.}}</strong></p>
    {{/cautions}}{{#findings}}<p>{{.}}</p>
    {{/findings}}{{#figure}}<h2>Over the time of a picture</h2>
    <div class="figure">{{{figure}}}</div>
    <p class="soft">{{caption}}</p>
    {{/figure}}<h2>Measures</h2>
    <div class="scroll" tabindex="0"><table>
    <thead><tr><th scope="col">mean over subjects (95 % interval)</th>{{#arms}}<th scope="col">{{.}}</th>{{/arms}}<th scope="col">difference</th><th scope="col">p</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table></div>
    <p class="soft">Each subject counts once, with the mean of the own pictures; intervals and p-values
    are over subjects, of differences within subjects. Images are taken as given.</p>
    <h2>Paintings</h2>
    {{#gallery}}{{>gallery}}{{/gallery}}
    \(PagePictures.dialog)
    </html>

    """
}
