import Colorization
import Experiments

/// The methods of a server: those of the catalog that can be made.
struct MethodList: Sendable {
  /// One method, as the page shows it.
  struct Entry: Encodable, Sendable {
    let name: String
    let title: String
    let summary: String
    /// Whether it is guided by statistics of a picture instead of by points.
    let isGuided: Bool
    /// Whether it suggests colours.
    let suggests: Bool
  }

  /// The one to begin with, then the others in the catalog's order.
  let entries: [Entry]
  /// The name of the one to begin with.
  let first: String

  /// Makes every method once, which reads its weights.
  init(_ kit: MethodKit, first: String) throws(PaintServerError) {
    var entries: [Entry] = []
    for entry in MethodCatalog.all where kit.lack(of: entry) == nil {
      do {
        let method = try kit.make(entry)
        entries.append(
          Entry(
            name: entry.name, title: entry.title, summary: entry.summary,
            isGuided: method is any GloballyGuided,
            suggests: (method as? any ColorSuggesting)?.canSuggest ?? false))
      } catch {
        throw .method(describe(error), exitCode: exitCode(for: error) ?? 70)
      }
    }
    let chosen = ([first] + Self.fallbacks).compactMap { name in
      entries.firstIndex { $0.name == name }
    }
    guard let index = chosen.first else { throw .noMethods }
    let begin = entries.remove(at: index)
    self.first = begin.name
    self.entries = [begin] + entries
  }

  /// What painting begins with where the wanted method is not at hand: learned, else without weights.
  private static let fallbacks = ["local-hints", "levin2004-ab"]

  /// Whether the method to begin with takes no points.
  var isFirstGuided: Bool { entries.contains { $0.name == first && $0.isGuided } }

  /// Refuses a method that is not at hand.
  func check(_ name: String) throws(PaintRefusal) {
    guard entries.contains(where: { $0.name == name }) else {
      throw .unusable("There is no method of this name here.")
    }
  }
}
