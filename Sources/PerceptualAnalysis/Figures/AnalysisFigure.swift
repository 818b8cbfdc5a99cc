/// A drawing of the report.
struct AnalysisFigure {
  let kind: Kind
  /// The text of the SVG file.
  let drawing: String

  /// What is drawn.
  enum Kind {
    case rates, differences, images

    /// The names of the drawing's files, without ending.
    var name: String {
      switch self {
      case .rates: ForestPlot.name
      case .differences: DifferencePlot.name
      case .images: ImageScatter.name
      }
    }

    /// What it shows, for those who do not see it.
    var label: String {
      switch self {
      case .rates:
        "Fooling rate of every method with its interval; the numbers are in the first table."
      case .differences:
        "Difference of every two methods with its interval; the numbers are in the second table."
      case .images:
        "Fooling rates of single images, one method against another; the numbers are in images.csv."
      }
    }

    /// The figures of an analysis, in the page's order, each with its data and its gnuplot script.
    static func plots(
      of analysis: StudyAnalysis
    ) -> [(kind: Kind, data: String, script: String)] {
      guard !analysis.methods.isEmpty else { return [] }
      let differences = DifferencePlot(analysis)
      let forest = ForestPlot(analysis, beside: differences)
      let images = ImageScatter(analysis)
      return [(.rates, forest.data, forest.script)]
        + (differences.map { [(.differences, $0.data, $0.script)] } ?? [])
        + [(.images, images.data, images.script)]
    }
  }
}
