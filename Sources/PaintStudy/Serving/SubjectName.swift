/// How a log names a subject: `7`, `7-2` for a second visit to the same plan, `simulated-7` for a
/// simulated painter.
public struct SubjectName: Sendable, Hashable, CustomStringConvertible {
  /// The plan's number, from 1.
  public let number: Int
  /// Which visit to the plan it is, from 1.
  public let visit: Int
  /// Whether a program painted.
  public let isSimulated: Bool

  private static let mark = "simulated-"

  /// Names a subject.
  public init(number: Int, visit: Int = 1, isSimulated: Bool = false) {
    self.number = number
    self.visit = visit
    self.isSimulated = isSimulated
  }

  /// Reads a name; nil for what is none.
  public init?(_ text: String) {
    isSimulated = text.hasPrefix(Self.mark)
    let parts = (isSimulated ? text.dropFirst(Self.mark.count) : text[...])
      .split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let number = parts[0], number >= 1 else { return nil }
    self.number = number
    if parts.count == 2 {
      guard let visit = parts[1], visit >= 2 else { return nil }
      self.visit = visit
    } else {
      visit = 1
    }
  }

  /// As a log keeps it.
  public var description: String {
    (isSimulated ? Self.mark : "") + "\(number)" + (visit > 1 ? "-\(visit)" : "")
  }
}
