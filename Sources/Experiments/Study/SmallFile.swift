import Declarations
import Foundation

/// Files that people write by hand.
enum SmallFile {
  /// The bytes of a file, at most one more than `limit`, so that the caller can tell a longer one.
  static func read(_ path: String, limit: Int) throws(ExperimentError) -> Data {
    do {
      return try DeclarationFile.bytes(path, limit: limit)
    } catch {
      throw ExperimentError(error)
    }
  }
}

extension ExperimentError {
  /// The error of a declaration, which in this module is a study.
  init(_ error: DeclarationError) {
    switch error {
    case .missing(let path): self = .missing(path)
    case .unreadable(let path): self = .unreadable(path)
    case .mistakes(let file, let problems): self = .invalidStudy(file: file, problems: problems)
    }
  }
}
