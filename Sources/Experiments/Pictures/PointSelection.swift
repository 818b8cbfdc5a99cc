/// Which numbers of revealed points results are saved at.
public enum PointSelection: Sendable, Equatable, CustomStringConvertible {
  /// Every number that is judged.
  case all
  /// These numbers, ascending.
  case counts([Int])

  /// Reads `all`, or whole numbers with commas between them, such as `0,10,100`; nil for other text.
  public init?(_ text: String) {
    if text == "all" {
      self = .all
      return
    }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let counts = numbers.compactMap { $0 }.filter { $0 >= 0 }
    guard !counts.isEmpty, counts.count == numbers.count else { return nil }
    self = .counts(Set(counts).sorted())
  }

  /// As ``init(_:)`` reads it.
  public var description: String {
    switch self {
    case .all: "all"
    case .counts(let counts): counts.map(String.init).joined(separator: ",")
    }
  }

  /// Whether a number is among them.
  public func contains(_ count: Int) -> Bool {
    switch self {
    case .all: true
    case .counts(let counts): counts.contains(count)
    }
  }
}
