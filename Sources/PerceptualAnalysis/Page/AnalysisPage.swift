import Foundation
import Mustache
import ReportPages

/// A study as one HTML file that needs no network.
struct AnalysisPage {
  let html: String

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - study: what is told.
  ///   - figures: without those that could not be drawn.
  ///   - notes: gains a line for everything that had to be left out.
  init(
    _ study: JudgedStudy, figures: [AnalysisFigure], notes: inout [String]
  ) throws(PerceptualAnalysisError) {
    let conclusion = Conclusion(study)
    let (most, least) = Specimen.ends(study, notes: &notes)
    let context: [String: Any] = [
      "title": study.design?.design.title ?? "Real or fake",
      "subtitle": Self.subtitle(study),
      "findings": conclusion.findings,
      "cautions": conclusion.cautions,
      "figures": Self.boxes(figures),
      "tables": PageTable.tables(study).map(\.context),
      "galleries": [
        Self.gallery("Most convincing fakes", most), Self.gallery("Least convincing fakes", least),
      ],
    ]
    do {
      html = try MustacheTemplate(string: AnalysisTemplate.text).render(context)
    } catch {
      throw .brokenTemplate(reason: "\(error)")
    }
  }

  /// What stands in one box: rates beside differences, then the images.
  private static func boxes(_ figures: [AnalysisFigure]) -> [[String: Any]] {
    [figures.filter { $0.kind != .images }, figures.filter { $0.kind == .images }]
      .filter { !$0.isEmpty }
      .map { box in
        let panels = box.map { PageParts.figure($0.drawing, label: $0.kind.label) }
          .joined(separator: "\n")
        return ["panels": panels, "count": panels.ranges(of: "<svg ").count]
      }
  }

  private static func subtitle(_ study: JudgedStudy) -> String {
    var parts = [
      "\(study.records.count) judges, \(study.kept.judges) counted",
      "\(study.draws) draws a bootstrap, seed \(study.seed)",
    ]
    if let design = study.design?.design {
      parts.insert("Study \(design.study), design \(design.hash)", at: 0)
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func gallery(_ title: String, _ specimens: [Specimen]) -> [String: Any] {
    [
      "title": title,
      "specimens": specimens.map { specimen in
        let tally = specimen.tally
        return [
          "caption": "\(tally.image), \(tally.method): fooled \(tally.fooled) of \(tally.trials)",
          "pictures": (specimen.pictures.map { [("real", $0.real), ("fake", $0.fake)] } ?? []).map {
            ["source": $1, "alt": "\($0), \(tally.image)"]
          },
        ] as [String: Any]
      },
    ]
  }
}
