import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// An open file that takes all of the bytes, however few it takes at a time.
struct ByteSink {
  let descriptor: Int32

  /// Writes all bytes.
  ///
  /// A reader who has gone is an error (EPIPE) and not the end of the process.
  func write(_ bytes: some ContiguousBytes) throws(SystemError) {
    let code = withoutBrokenPipeSignal { bytes.withUnsafeBytes { write($0) } }
    guard code == 0 else { throw SystemError(code) }
  }

  /// Gives the system's error number, or 0.
  private func write(_ buffer: UnsafeRawBufferPointer) -> Int32 {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let count = Glibc.write(descriptor, base + done, buffer.count - done)
      if count > 0 {
        done += count
      } else if count == 0 {
        return ENOSPC
      } else if errno == EAGAIN {
        // Standard output may have been made non-blocking by whoever shares it.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&wait, 1, -1) >= 0 || errno == EINTR else { return errno }
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Runs `body` with SIGPIPE held back from this thread, and takes back one that `body` caused.
  private func withoutBrokenPipeSignal(_ body: () -> Int32) -> Int32 {
    var broken = sigset_t()
    var before = sigset_t()
    var pending = sigset_t()
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &broken, &before)
    let code = body()
    if code == EPIPE, !wasPending {
      var atOnce = timespec()
      while sigtimedwait(&broken, nil, &atOnce) < 0, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return code
  }
}
