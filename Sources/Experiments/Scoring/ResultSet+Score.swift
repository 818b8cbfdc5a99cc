import Foundation
import ImageMetrics

extension ResultSet {
  /// The results that were judged in folders.
  ///
  /// - Parameter study: whose name, title, main metric and published numbers are taken; nil for none.
  public init(_ scorer: Scorer, _ outcome: Scorer.Outcome, study: Study?) {
    var methods: [String] = []
    for folder in scorer.folders where !methods.contains(folder.method) {
      methods.append(folder.method)
    }
    // As in studies, what the others are held against stands first.
    methods.removeAll { $0 == Scorer.floor }
    methods.insert(Scorer.floor, at: 0)
    self.init(
      study: study?.name ?? "score",
      title: study?.title ?? "Results of \(methods.dropFirst().joined(separator: ", "))",
      source: study?.source ?? "", metrics: scorer.metrics,
      mainMetric: study?.mainMetric ?? Metric.psnr.name, methods: methods, floor: Scorer.floor,
      published: study?.published ?? [], greyImages: outcome.greyImages, scores: outcome.scores)
  }
}

extension Scorer {
  /// What it takes to check or repeat the judgement, for the report.
  ///
  /// - Parameter study: whose published numbers are compared; nil for none.
  public func facts(study: Study?) -> [(String, String)] {
    var facts = [
      ("HintBench", HintBenchVersion.current), ("true pictures", truth),
      ("metrics", metrics.map { "\($0.name) \($0.version)" }.joined(separator: ", ")),
    ]
    if let study {
      facts.append(("published numbers", "study \(study.name), version \(study.version)"))
    }
    return facts + folders.map { ($0.label, $0.path) }
  }
}
