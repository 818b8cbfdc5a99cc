import Painting
import Prose

/// What can go wrong with serving pictures to painters, with what a person needs to put it right.
public enum PaintServerError: Error, Sendable, Equatable {
  /// A file or folder does not exist.
  case missing(String)
  /// A folder has no pictures, or too many.
  case badFolder(path: String, reason: String)
  /// A picture cannot be used.
  case picture(PaintingError)
  /// No method can be made.
  case noMethods
  /// A method cannot be made, such as for damaged weights.
  case method(String, exitCode: Int32)
  /// The database exists but is none of ours.
  case damagedDatabase(path: String, reason: String)
  /// The database cannot be read or written.
  case unwritable(path: String, reason: String)
  /// The server cannot listen.
  case notListening(host: String, port: Int, reason: String)
}

extension PaintServerError: ExplainedError {
  /// The error in prose.
  public var message: String {
    switch self {
    case .missing(let path): "\(path.onOneLine): no such file or folder"
    case .badFolder(let path, let reason):
      "\(path.onOneLine): cannot be painted: \(reason.onOneLine); name a picture, or a folder of PNG "
        + "and JPEG pictures"
    case .picture(let error): error.message
    case .method(let reason, _): reason.onOneLine
    case .noMethods: "no method can be made; 'hintbench methods' says what each lacks"
    case .damagedDatabase(let path, let reason):
      "\(path.onOneLine): is no database of paintings: \(reason.onOneLine); name another with "
        + "--database"
    case .unwritable(let path, let reason):
      "\(path.onOneLine): cannot be written (\(reason.onOneLine)); check its permissions and the "
        + "space on its disk"
    case .notListening(let host, let port, let reason):
      "the server cannot listen on \(host):\(port) (\(reason.onOneLine)); choose another --port"
    }
  }

  /// 65 for bad data, 66 for missing input, 70 for our own fault, 74 for input and output.
  public var exitCode: Int32 {
    switch self {
    case .missing, .noMethods: 66
    case .badFolder, .damagedDatabase: 65
    case .picture(let error): error.exitCode
    case .method(_, let exitCode): exitCode
    case .unwritable, .notListening: 74
    }
  }
}
