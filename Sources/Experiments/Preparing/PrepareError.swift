import Prose

/// Why inputs cannot be prepared.
public enum PrepareError: ExplainedError, Sendable, Equatable {
  /// The folder holds files that are none of those to be written.
  case otherFiles(folder: String, example: String)

  /// The error in one line: what was wrong and what to do.
  public var message: String {
    switch self {
    case .otherFiles(let folder, let example):
      "\(folder): holds something else (\(example)); choose another --output or empty the folder"
    }
  }

  /// 65: the folder is not one of these pictures.
  public var exitCode: Int32 { 65 }
}
