import Prose

#if canImport(Glibc)
  import Glibc
#endif

/// Why pictures to learn from could not be had.
public enum TrainingDataError: Error, Sendable, Equatable {
  /// There is no source, or all shares are 0.
  case noSources
  /// A folder that is not there; `reason` is the whole sentence.
  case missingFolder(reason: String)
  /// A file where a folder of pictures is wanted; `reason` is the whole sentence.
  case notAFolder(reason: String)
  /// A folder that cannot be listed; `reason` is the whole sentence.
  case unreadableFolder(reason: String)
  /// A folder without PNG and JPEG files.
  case emptyFolder(path: String)
  /// A source of which no picture can be used; `example` is the first one's reason.
  case allDamaged(source: String, count: Int, example: String)
  /// So many draws in a row gave only pictures that are grey or damaged.
  case onlyGray(source: String, tries: Int, gray: Int, damaged: Int)
  /// The decoded cache cannot be written or opened.
  case cacheFailed(path: String, systemError: Int32)

  /// The case in one line.
  public var message: String { sentence.onOneLine }

  private var sentence: String {
    switch self {
    case .noSources: "there are no pictures to learn from: name a source with a share above 0"
    case .missingFolder(let reason), .notAFolder(let reason), .unreadableFolder(let reason): reason
    case .emptyFolder(let path):
      "\(path): has no PNG or JPEG pictures (subfolders are not read)"
    case .allDamaged(let source, let count, let example):
      "\(source): none of its \(count) pictures can be used; the first: \(example)"
    case .onlyGray(let source, let tries, let gray, let damaged):
      "\(source): has too few colour pictures: of \(tries) in a row, \(gray) were grey and "
        + "\(damaged) damaged; give colour photographs"
    case .cacheFailed(let path, let code):
      "\(path): the cache cannot be made (\(String(cString: strerror(code)).lowercased())); "
        + "check the folder, your rights and the free space"
    }
  }
}

extension TrainingDataError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
