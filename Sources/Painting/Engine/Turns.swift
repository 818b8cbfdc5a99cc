/// Who may work next: painters in the order in which they began to wait, each once.
///
/// A painter's newer wish takes the place in the queue of the one that waits; so nobody gains by asking
/// more often.
actor Turns {
  private struct Waiting {
    let painter: String
    let isReplaceable: Bool
    let continuation: CheckedContinuation<Bool, Never>
  }

  private var isBusy = false
  private var queue: [Waiting] = []

  /// Waits for the painter's turn.
  ///
  /// - Returns: true when it has come: ``finish()`` must follow; false where a newer wish of the same
  ///   painter took its place.
  func wait(for painter: String, isReplaceable: Bool) async -> Bool {
    guard isBusy else {
      isBusy = true
      return true
    }
    return await withCheckedContinuation { continuation in
      let waiting = Waiting(
        painter: painter, isReplaceable: isReplaceable, continuation: continuation)
      let place = queue.firstIndex {
        isReplaceable && $0.isReplaceable && $0.painter == painter
      }
      if let place {
        queue[place].continuation.resume(returning: false)
        queue[place] = waiting
      } else {
        queue.append(waiting)
      }
    }
  }

  /// Lets the next one work.
  func finish() {
    if queue.isEmpty {
      isBusy = false
    } else {
      queue.removeFirst().continuation.resume(returning: true)
    }
  }
}
