import PerceptualStudy
import Prose

/// What can go wrong with serving or simulating a study, with what a person needs to put it right.
public enum StudyServerError: Error, Sendable, Equatable {
  /// The design cannot be used.
  case design(PerceptualStudyError)
  /// A file that a served study needs does not exist.
  case missing(String)
  /// A picture is no PNG that can be shown.
  case damagedPicture(file: String, reason: String)
  /// The pictures take more memory than a server is given, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The database exists but is not one of this study.
  case damagedDatabase(path: String, reason: String)
  /// The database cannot be written.
  case unwritable(path: String, reason: String)
  /// The server cannot listen.
  case notListening(host: String, port: Int, reason: String)
  /// No judge of the database has this withdrawal code.
  case unknownCode
  /// A server does not answer as one of ours.
  case badServer(url: String, reason: String)
  /// An option has no usable value.
  case invalid(option: String, explanation: String)
}

extension StudyServerError: ExplainedError {
  /// The error in prose.
  public var message: String {
    switch self {
    case .design(let error): error.message
    case .missing(let path): "\(path.onOneLine): no such file or folder"
    case .damagedPicture(let file, let reason):
      "\(file.onOneLine): cannot be shown: \(reason.onOneLine); make the design anew"
    case .tooLarge(let bytes, let limit):
      "the pictures take \(bytes >> 20) MiB of memory, and a server is given \(limit >> 20); use "
        + "smaller or fewer pictures"
    case .damagedDatabase(let path, let reason):
      "\(path.onOneLine): is no database of this study: \(reason.onOneLine); name another with "
        + "--database"
    case .unwritable(let path, let reason):
      "\(path.onOneLine): cannot be written (\(reason.onOneLine)); check its permissions and the "
        + "space on its disk"
    case .notListening(let host, let port, let reason):
      "the server cannot listen on \(host):\(port) (\(reason.onOneLine)); choose another --port"
    case .unknownCode:
      "no judge has this withdrawal code, or the answers are deleted already; check the code"
    case .badServer(let url, let reason):
      "\(url.onOneLine): does not answer as a study's server: \(reason.onOneLine)"
    case .invalid(let option, let explanation): "\(option) \(explanation.onOneLine)"
    }
  }

  /// 64 for usage, 65 for bad data, 66 for missing input, 74 for input and output.
  public var exitCode: Int32 {
    switch self {
    case .design(let error): error.exitCode
    case .missing, .unknownCode: 66
    case .damagedPicture, .tooLarge, .damagedDatabase: 65
    case .unwritable, .notListening, .badServer: 74
    case .invalid: 64
    }
  }
}
