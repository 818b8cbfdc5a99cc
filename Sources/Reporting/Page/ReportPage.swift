import Colorimetry
import Experiments
import Foundation
import ImageMetrics
import Imaging
import ReportPages

/// Results as one HTML file that needs no network: figure, tables beside the published numbers, paired
/// differences, pictures, and what it takes to check or repeat them.
struct ReportPage {
  let html: String

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - figure: `curves.svg` and how it is to be read; nil where it could not be drawn.
  ///   - gallery: nil where there are no pictures.
  init(
    _ results: ResultSet, pairs: [PairedComparison], headlines: [String],
    figure: (svg: String, caption: String)?, gallery: Gallery?, details: ReportDetails
  ) throws {
    let others = results.metrics.indices.filter { $0 != results.main }
    let isSecond = { (index: Int) in results.metrics[index].name == Metric.psnr.name }
    let count = results.images.count
    var context = Self.section(results.main, results, pairs)
    context["title"] = results.title
    context["subtitle"] =
      ([details.subtitle, "\(count) \(count == 1 ? "image" : "images")."]
      + [results.source]).filter { !$0.isEmpty }.joined(separator: " ")
    context["headlines"] = headlines
    context["stamps"] = details.stamps
    context["pairsNote"] = Self.pairsNote
    let every = ReportTable.pairs(metric: results.main, of: results, pairs: pairs)
    if !every.isEmpty { context["pairs"] = ["tables": every.map(\.context)] }
    context["seconds"] = others.filter(isSecond).map { Self.section($0, results, pairs) }
    context["others"] = others.filter { !isSecond($0) }.map { Self.section($0, results, pairs) }
    context["hasOthers"] = others.contains { !isSecond($0) }
    context["judges"] = results.metrics.map {
      ["label": $0.label.capitalizedFirst, "description": $0.description]
    }
    context["facts"] = details.facts.map { ["name": $0.name, "value": $0.value] }
    context["skipped"] = details.skipped.map { ["name": $0.name, "reason": $0.reason] }
    // Mustache takes an empty text for something, so what there is not is left out.
    if let figure {
      context["figure"] = PageParts.figure(
        figure.svg, label: ([results.title] + headlines).joined(separator: ". "))
      context["caption"] = figure.caption
    }
    if !details.missing.isEmpty { context["missing"] = details.missing.joined(separator: ", ") }
    if !results.greyImages.isEmpty { context["grey"] = Self.grey(results) }
    if let gallery, !gallery.chosen.isEmpty { context["gallery"] = gallery.context }
    html = try ReportTemplate.render(context)
  }

  /// A metric's tables.
  private static func section(
    _ index: Int, _ results: ResultSet, _ pairs: [PairedComparison]
  ) -> [String: Any] {
    let metric = results.metrics[index]
    let gains = ReportTable.gains(metric: index, of: results, pairs: pairs)
    var context: [String: Any] = [
      "label": metric.label.capitalizedFirst, "description": metric.description,
      "tables": ReportTable.means(metric: index, of: results).map(\.context),
      "gains": false,
    ]
    if let floor = results.floor, !gains.isEmpty {
      context["gains"] = ["floor": floor, "tables": gains.map(\.context)] as [String: Any]
    }
    return context
  }

  private static let pairsNote =
    "Mean difference on the same images, its 95 % interval (percentiles of a bootstrap over images), "
    + "and the share of images on which the method is better, ties half. "
    + "pairs.csv has every two methods at every number of points by every metric."

  private static func grey(_ results: ResultSet) -> [String: Any] {
    let (grey, all) = (results.greyImages.count, results.images.count)
    let rest = all - grey
    return [
      "count": "\(grey) of \(all) \(all == 1 ? "image is" : "images are")",
      "least": "\(RGBImage.leastColorSpread)",
      "names": results.greyImages.joined(separator: ", "),
      "means": rest == 0
        ? "No image has any."
        : "Lines “without the grey images” are means over the other \(rest); "
          + "a study that says images: {skip_grey: true} leaves them out.",
    ]
  }
}

/// What a page tells besides results.
public struct ReportDetails: Sendable {
  /// Below the title, before the number of images; may be empty.
  public var subtitle: String
  /// Warnings that nobody may overlook.
  public var stamps: [String]
  /// Methods that could not be run.
  public var missing: [String]
  /// Pictures that could not be used, and why.
  public var skipped: [(name: String, reason: String)]
  /// All that is needed to repeat the work.
  public var facts: [(name: String, value: String)]

  /// Collects what a page tells.
  public init(
    subtitle: String = "", stamps: [String] = [], missing: [String] = [],
    skipped: [(name: String, reason: String)] = [], facts: [(name: String, value: String)] = []
  ) {
    self.subtitle = subtitle
    self.stamps = stamps
    self.missing = missing
    self.skipped = skipped
    self.facts = facts
  }
}

extension String {
  /// The text with its first letter in upper case, to begin a heading.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
