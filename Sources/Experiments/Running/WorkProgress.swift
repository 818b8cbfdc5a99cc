/// How far a piece of work on many things is.
public struct WorkProgress: Sendable {
  /// Things done, those of earlier runs included.
  public let done: Int
  /// Things in all.
  public let total: Int
  /// Things that this process found done when it started.
  public let resumed: Int
  /// Seconds since the start.
  public let elapsed: Double

  /// How far work is.
  public init(done: Int, total: Int, resumed: Int = 0, elapsed: Double) {
    self.done = done
    self.total = total
    self.resumed = resumed
    self.elapsed = elapsed
  }

  /// Seconds still needed at the rate so far; nil before the first thing is done.
  public var remaining: Double? {
    let fresh = done - resumed
    return fresh > 0 ? elapsed / Double(fresh) * Double(total - done) : nil
  }
}

/// Work on many things, several at a time, each on one thread.
struct ManyJobs {
  /// How many things are worked on at a time.
  let jobs: Int
  /// Things that were done before.
  let resumed: Int

  /// Works on all things, or until the task is cancelled.
  ///
  /// - Parameters:
  ///   - report: called from one task at the start and after every thing.
  ///   - work: done for each thing.
  /// - Throws: ``Interruption`` when cancelled, and where a work fails; what is done stays done in
  ///   both cases.
  func run<Thing: Sendable>(
    _ things: [Thing], report: (WorkProgress) -> Void,
    work: @escaping @Sendable (Thing) throws -> Void
  ) async throws(Interruption) {
    let start = ContinuousClock.now
    var done = resumed
    func tell() {
      report(
        WorkProgress(
          done: done, total: resumed + things.count, resumed: resumed,
          elapsed: (ContinuousClock.now - start) / .seconds(1)))
    }
    tell()
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        var next = things.makeIterator()
        for _ in 0..<max(1, jobs) {
          guard let thing = next.next() else { break }
          group.addTask { try work(thing) }
        }
        while try await group.next() != nil {
          done += 1
          tell()
          if !Task.isCancelled, let thing = next.next() { group.addTask { try work(thing) } }
        }
        try Task.checkCancellation()
      }
    } catch {
      throw Interruption(done: done, total: resumed + things.count, cause: error)
    }
  }

  /// Why work ended early, and how far it was.
  struct Interruption: Error {
    let done: Int
    let total: Int
    /// `CancellationError` when the task was cancelled.
    let cause: any Error

    var isCancellation: Bool { cause is CancellationError }
  }
}
