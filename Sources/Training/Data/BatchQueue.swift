import Foundation

/// Batches between the threads that make them and the one that takes them.
///
/// Threads claim numbers in order, at most `ahead` beyond what was taken; batches leave in order.
final class BatchQueue: @unchecked Sendable {
  private let builder: BatchBuilder
  private let ahead: Int
  /// Guards all that follows, and tells of every change.
  private let changed = NSCondition()
  private var finished: [Int: Result<TrainingBatch, TrainingDataError>] = [:]
  private var claimed = 0
  private var taken = 0
  private var working = 0
  private var isStopped = false

  init(_ builder: BatchBuilder, threads: Int, ahead: Int) {
    self.builder = builder
    self.ahead = ahead
    working = threads
    for _ in 0..<threads {
      let thread = Thread { self.work() }
      thread.name = "training data"
      thread.start()
    }
  }

  /// Batches that are ready to be taken.
  var readyCount: Int { changed.withLock { finished.count } }

  /// Batches taken so far.
  var takenCount: Int { changed.withLock { taken } }

  /// Takes the next batch, waiting until it is ready. One that could not be made stays in its place.
  func take() throws(TrainingDataError) -> TrainingBatch {
    let result: Result<TrainingBatch, TrainingDataError> = changed.withLock {
      while true {
        if let result = finished[taken] {
          if case .success = result {
            finished[taken] = nil
            taken += 1
            changed.broadcast()
          }
          return result
        }
        changed.wait()
      }
    }
    return try result.get()
  }

  /// Tells the threads to stop after the batch in hand, and waits until they have.
  func stop() {
    changed.withLock {
      isStopped = true
      changed.broadcast()
      while working > 0 { changed.wait() }
    }
  }

  private func work() {
    while let number = claim() {
      let result = Result { () throws(TrainingDataError) in try builder.batch(number) }
      changed.withLock {
        finished[number] = result
        changed.broadcast()
      }
    }
    changed.withLock {
      working -= 1
      changed.broadcast()
    }
  }

  /// The next number to work on, when there is room; nil when it is time to stop.
  private func claim() -> Int? {
    changed.withLock {
      while !isStopped, claimed >= taken + ahead { changed.wait() }
      guard !isStopped else { return nil }
      claimed += 1
      return claimed - 1
    }
  }
}
