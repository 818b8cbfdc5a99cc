import Foundation
import Tables

/// Power and needed judges, for people and as a file.
public struct PowerTable: Sendable {
  private let estimate: PowerEstimate
  private let needed: [JudgesNeeded]

  private static let header = [
    "method_a", "method_b", "difference", "judges", "power", "power_low", "power_high",
    "judges_needed",
  ]

  /// Joins estimates of the same design.
  public init(estimate: PowerEstimate, needed: [JudgesNeeded]) {
    (self.estimate, self.needed) = (estimate, needed)
  }

  /// The table in columns, without a line break at its end.
  public var text: String {
    let rows = [Self.header] + rows
    let widths = Self.header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }.joined(separator: "\n")
  }

  /// A sentence for every difference that would be found too seldom.
  public var warnings: [String] {
    zip(estimate.pairs, needed).filter { $0.0.isUnderPowered }.map { pair, needed in
      let found = String(format: "%.0f %%", 100 * pair.power)
      let advice =
        needed.judges.map { "it needs about \($0) judges" }
        ?? "even \(JudgesNeeded.limit) judges do not find it: take more images, or more trials"
      return "\(estimate.judges) judges tell \(pair.methodA) from \(pair.methodB) in \(found) of "
        + "studies, less than 80 %; \(advice)"
    }
  }

  /// Writes `power.csv` into a folder, which is made where it is missing.
  public func write(to folder: String) throws(PerceptualAnalysisError) {
    var csv = CSVWriter(header: Self.header)
    for row in rows { csv.append(row) }
    try OutputFolder.make(folder)
    try OutputFolder.write(csv.data, to: folder + "/power.csv")
  }

  private var rows: [[String]] {
    zip(estimate.pairs, needed).map { pair, needed in
      [pair.methodA, pair.methodB]
        + [String(format: "%.6f", pair.difference), "\(estimate.judges)"]
        + [pair.power, pair.interval.low, pair.interval.high].map { String(format: "%.4f", $0) }
        + [needed.judges.map { "\($0)" } ?? ""]
    }
  }
}
