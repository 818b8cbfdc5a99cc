/// What to write in the place of a name that nobody knows.
public enum NameSuggestion {
  /// `; did you mean 'x'?` for the nearest of some names; all of them where none is near.
  public static func hint(for written: String, in names: [String]) -> String {
    if let near = nearest(to: written, in: names) { return "; did you mean '\(near)'?" }
    return names.isEmpty ? "" : "; known: \(names.joined(separator: ", "))"
  }

  /// The nearest of some names, the first of equals; nil where none is near.
  ///
  /// Near is a name that begins with what was written (three letters or more), or that up to three
  /// letters and half of what was written must be changed, added or left out for. Capitals count as
  /// small letters.
  public static func nearest(to written: String, in names: [String]) -> String? {
    let written = written.lowercased()
    guard written.count < longest else { return nil }
    let allowed = min(3, max(1, written.count / 2))
    let ranked = names.map { (name: $0, distance: editDistance($0.lowercased(), written)) }
    if let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= allowed {
      return best.name
    }
    guard written.count >= 3 else { return nil }
    return names.first { $0.lowercased().hasPrefix(written) }
  }

  /// Longer words than this are no misspelt names.
  private static let longest = 64

  /// Letters to change, add or leave out (Levenshtein).
  private static func editDistance(_ first: String, _ second: String) -> Int {
    var row = Array(0...second.count)
    for (i, a) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in second.enumerated() {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[second.count]
  }
}
