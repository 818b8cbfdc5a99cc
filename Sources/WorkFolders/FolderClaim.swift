import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A folder claimed for this process, as long as the claim lives.
public final class FolderClaim: Sendable {
  /// Why a folder could not be claimed.
  public enum Fault: Error, Sendable, Equatable {
    /// The folder cannot be made, or nothing can be written into it.
    case unwritable(reason: String)
    /// Another process has claimed the folder.
    case busy
  }

  private let descriptor: Int32

  /// Makes the folder where it is missing, and claims it.
  public init(_ path: String) throws(Fault) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(reason: "the folder cannot be made")
    }
    descriptor = open(path + "/.claim", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(reason: String(cString: strerror(errno))) }
    // The kernel drops the claim with the process, however it ends.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .busy
    }
  }

  deinit { close(descriptor) }
}
