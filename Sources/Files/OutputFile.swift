import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files that are written: the one way in which results leave the package.
public enum OutputFile {
  /// Writes a file, whatever its path leads to.
  ///
  /// - A regular file is replaced whole or not at all: what is new goes to a temporary file beside
  ///   it, to the disk, and takes its place in one step. Readers see the old bytes or the new; the
  ///   file keeps its mode and, where this process may say so, its owner. In a folder where nothing
  ///   can be made the file itself is written.
  /// - A file yet to be made gets the mode that the process's umask leaves of 0666.
  /// - Links are followed, also one whose target is yet to be made.
  /// - Devices, pipes and sockets are written into. /dev/stdout, /dev/fd/3 and whatever else is standard
  ///   output or standard error is written on through the open file, from where it stands.
  ///
  /// - Parameter bytes: all that the file is to hold.
  /// - Throws: ``FileError/unwritable(path:systemError:)``.
  public static func write(
    _ bytes: some ContiguousBytes, to path: String
  ) throws(FileError) {
    do throws(SystemError) {
      switch try OutputTarget(path) {
      case .descriptor(let descriptor):
        // What was printed before comes before.
        fflush(nil)
        try ByteSink(descriptor: descriptor).write(bytes)
      case .stream:
        try write(bytes, into: path, flags: 0)
      case .socket(let path):
        try write(bytes, closing: LocalSocket.connect(path))
      case .file(let path, let status):
        try replace(path, status, with: bytes)
      case .newFile(let path):
        try make(path, as: nil, with: bytes)
      }
    } catch {
      throw .unwritable(path: path, systemError: error.code)
    }
  }

  /// Whether a path leads to a device, a pipe or an open file of this process such as standard output,
  /// whose name says nothing about what is written.
  public static func isStream(_ path: String) -> Bool {
    switch try? OutputTarget(path) {
    case .descriptor, .stream, .socket: true
    case .file, .newFile, nil: false
    }
  }

  /// Whether what is written to a path comes out on standard output, so that nothing else should.
  public static func isStandardOutput(_ path: String) -> Bool {
    guard case .descriptor(STDOUT_FILENO)? = try? OutputTarget(path) else { return false }
    return true
  }

  /// Writes what is there already: a device, a pipe, or a file in a folder that takes no new ones.
  private static func write(
    _ bytes: some ContiguousBytes, into path: String, flags: Int32
  ) throws(SystemError) {
    var file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | flags)
    // A signal may end the wait for a pipe's reader.
    while file < 0, errno == EINTR {
      file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC | flags)
    }
    guard file >= 0 else { throw SystemError(errno) }
    try write(bytes, closing: file)
  }

  private static func write(
    _ bytes: some ContiguousBytes, closing file: Int32
  ) throws(SystemError) {
    do throws(SystemError) {
      try ByteSink(descriptor: file).write(bytes)
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 || errno == EINTR else { throw SystemError(errno) }
  }

  private static func replace(
    _ path: String, _ status: stat, with bytes: some ContiguousBytes
  ) throws(SystemError) {
    // As for any program that opens it: a file that may not be written stays.
    guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else { throw SystemError(errno) }
    do throws(SystemError) {
      try make(path, as: status, with: bytes)
    } catch {
      // The folder takes no new file, or the file is mounted by itself, as containers do.
      guard [EACCES, EPERM, EBUSY].contains(error.code) else { throw error }
      try write(bytes, into: path, flags: O_TRUNC)
    }
  }

  /// Makes a file under a temporary name beside its place, and moves it there.
  ///
  /// - Parameter model: the file whose mode and owner the new one gets; nil for none.
  private static func make(
    _ path: String, as model: stat?, with bytes: some ContiguousBytes
  ) throws(SystemError) {
    let number = UInt64.random(in: 0...UInt64.max)
    let temporary = OutputTarget.folder(of: path) + ".hintbench-\(String(number, radix: 36)).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw SystemError(errno) }
    var code: Int32 = 0
    do throws(SystemError) {
      try ByteSink(descriptor: file).write(bytes)
    } catch {
      code = error.code
    }
    if code == 0, let model { code = adopt(model, file) }
    // A file system that cannot bring a single file to its disk says EINVAL.
    if code == 0, fsync(file) != 0, errno != EINVAL { code = errno }
    if close(file) != 0, errno != EINTR, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw SystemError(code)
    }
  }

  /// Gives an open file the mode of another and, where this process may, its owner and group.
  private static func adopt(_ model: stat, _ file: Int32) -> Int32 {
    var mode = model.st_mode & 0o7777
    if fchown(file, model.st_uid, model.st_gid) != 0 {
      // Not the superuser: perhaps the group can be kept. A program never runs as somebody else.
      mode &= 0o1777
      _ = fchown(file, uid_t.max, model.st_gid)
    }
    return fchmod(file, mode) == 0 ? 0 : errno
  }
}
