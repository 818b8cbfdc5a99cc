import Dispatch

/// Batches prepared ahead on other threads, in order.
///
/// Sample i depends only on the data, the plan and i, never on threads or on where one starts. So the
/// position in the data is one number: a source that begins at ``nextSample`` goes on where this one
/// is.
public final class BatchSource {
  /// Seconds that ``next()`` has waited so far for batches that were not ready.
  public private(set) var waitedSeconds = 0.0

  private let plan: BatchPlan
  private let queue: BatchQueue

  /// Starts to prepare batches.
  ///
  /// - Parameters:
  ///   - data: the pictures.
  ///   - plan: what is made of them.
  ///   - threads: how many prepare batches, at least 1; each makes whole batches.
  ///   - ahead: how many batches may be in work or ready at a time, at least 1.
  public init(_ data: TrainingData, plan: BatchPlan, threads: Int = 1, ahead: Int = 4) {
    precondition(threads >= 1 && ahead >= 1, "batches are prepared ahead, by a thread")
    self.plan = plan
    queue = BatchQueue(BatchBuilder(data: data, plan: plan), threads: threads, ahead: ahead)
  }

  /// Stops the threads, waiting for the batches in work.
  deinit { queue.stop() }

  /// The next batch; waits until it is ready.
  ///
  /// - Throws: `TrainingDataError.onlyGray` if there are too few usable pictures, again at every call.
  public func next() throws(TrainingDataError) -> TrainingBatch {
    let start = DispatchTime.now().uptimeNanoseconds
    defer { waitedSeconds += Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9 }
    return try queue.take()
  }

  /// The number of the sample that the next batch begins with.
  public var nextSample: Int { plan.firstSample + queue.takenCount * plan.count }

  /// Batches that are ready now.
  public var readyCount: Int { queue.readyCount }
}
