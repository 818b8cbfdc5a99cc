import Foundation

/// Cancels a task at Ctrl-C or SIGTERM; a second signal ends the process at once.
final class Interrupts {
  private let sources: [any DispatchSourceSignal]

  /// Listens until ``stop()``.
  init<Value: Sendable>(cancelling task: Task<Value, any Error>) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if task.isCancelled { _exit(130) }
        Console.note("Stopping: what is done is kept.")
        task.cancel()
      }
      source.resume()
      return source
    }
  }

  /// Stops listening.
  func stop() { for source in sources { source.cancel() } }
}
