import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Which file stands at a path: a database that was moved away or replaced is written no more.
public struct FileIdentity: Sendable, Equatable {
  private let device: UInt64
  private let file: UInt64

  /// The file at a path; nil where there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, file) = (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}
