import Prose

/// What can go wrong while somebody paints, with what a person needs to put it right.
public enum PaintingError: Error, Sendable, Equatable {
  /// A point lies outside or holds values out of range.
  case badPoint(String)
  /// More points than a picture may have.
  case tooManyPoints(Int)
  /// A histogram or a saturation is out of range.
  case badGlobalHints(String)
  /// A picture is too large, or cannot be decoded.
  case unusablePicture(name: String, reason: String)
  /// A saved session is damaged.
  case damagedDocument(name: String, reason: String)
  /// A saved session is of another picture.
  case otherPicture(name: String, expected: String)
  /// The method failed or is not at hand.
  case methodFailed(String, exitCode: Int32)
}

extension PaintingError: ExplainedError {
  /// The error in prose.
  public var message: String {
    switch self {
    case .badPoint(let explanation): "a point is out of range: \(explanation.onOneLine)"
    case .tooManyPoints(let count):
      "\(count) points are too many; a picture takes \(PaintingState.mostPoints)"
    case .badGlobalHints(let explanation):
      "the global hints are out of range: \(explanation.onOneLine)"
    case .unusablePicture(let name, let reason):
      "\(name.onOneLine): cannot be used: \(reason.onOneLine)"
    case .damagedDocument(let name, let reason):
      "\(name.onOneLine): is no saved session: \(reason.onOneLine)"
    case .otherPicture(let name, let expected):
      "\(name.onOneLine): was saved with another picture, \(expected.onOneLine); open that one first"
    case .methodFailed(let reason, _): reason.onOneLine
    }
  }

  /// 65 for bad data; the method's own code where it failed.
  public var exitCode: Int32 {
    switch self {
    case .methodFailed(_, let exitCode): exitCode
    default: 65
    }
  }
}
