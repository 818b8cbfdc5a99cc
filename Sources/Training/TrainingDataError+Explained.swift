import Prose

extension TrainingDataError: ExplainedError {
  /// 66 where a folder is missing, 74 where a file could not be read or written, else 65.
  public var exitCode: Int32 {
    switch self {
    case .missingFolder: 66
    case .cacheFailed, .unreadableFolder: 74
    case .noSources, .notAFolder, .emptyFolder, .allDamaged, .onlyGray: 65
    }
  }
}
