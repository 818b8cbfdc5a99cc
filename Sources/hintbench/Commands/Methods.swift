import ArgumentParser
import Experiments
import NetworkWeights

/// Lists methods.
struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the methods: name, its state, what it is, its paper.",
    discussion: """
      One line a method, separated by tabs. 'ready' methods run as they are, in brackets with which \
      weights; others need a weights file (--weights), or are announced: a study may name them, and \
      runs skip them. With --json a list of objects with name, state, summary, source, and the file \
      of the weights that are used.
      """)

  @OptionGroup var json: JSONOption

  /// A method of the list.
  struct Row: Encodable {
    let name: String
    let state: String
    let summary: String
    let source: String
    let weights: String?
  }

  func run() throws {
    let kit = try MethodKit()
    let rows = MethodCatalog.all.map { entry in
      Row(
        name: entry.name, state: Self.state(of: entry, kit), summary: entry.summary,
        source: entry.source, weights: kit.weightsFile(of: entry))
    }
    if json.isOn { return try Console.json(rows) }
    for row in rows {
      Console.result("\(row.name)\t\(row.state)\t\(row.summary)\t\(row.source)")
    }
  }

  private static func state(of entry: MethodCatalog.Entry, _ kit: MethodKit) -> String {
    switch kit.lack(of: entry) {
    case .notBuilt: "announced"
    case .weights, .globalBranch: "needs --weights"
    case nil:
      switch kit.weightsFile(of: entry).flatMap({ entry.network?.bundled.isOwn($0) }) {
      case nil: "ready"
      case true?: "ready (bundled weights)"
      case false?: "ready (weights of \(BundledFile.folderVariable))"
      }
    }
  }
}
