import Foundation

/// Runs the units of a plan that a ledger does not have yet, several at a time.
public struct StudyRunner: Sendable {
  /// What has happened after a unit.
  public struct Progress: Sendable {
    /// Units done, those of earlier runs included.
    public let done: Int
    /// Units in all.
    public let total: Int
    /// Units that this process found done when it started.
    public let resumed: Int
    /// Seconds since the start.
    public let elapsed: Double

    /// Seconds still needed at the rate so far; nil before the first unit is done.
    public var remaining: Double? {
      let fresh = done - resumed
      return fresh > 0 ? elapsed / Double(fresh) * Double(total - done) : nil
    }
  }

  /// The units to run.
  public let units: [StudyUnit]
  /// Where results are kept.
  public let folder: RunFolder
  /// How many units run at a time, each on one thread.
  public let jobs: Int

  /// Prepares a run.
  public init(units: [StudyUnit], folder: RunFolder, jobs: Int) {
    self.units = units
    self.folder = folder
    self.jobs = max(1, jobs)
  }

  /// Runs to the end, or until the task is cancelled.
  ///
  /// - Parameter report: called from one task after every unit, and once at the start.
  /// - Throws: ``ExperimentError/interrupted(done:total:folder:)`` when cancelled,
  ///   ``ExperimentError/failedUnit(name:reason:exitCode:)`` for the first unit that fails; what is done stays
  ///   done in both cases.
  public func run(report: @Sendable (Progress) -> Void) async throws {
    let start = ContinuousClock.now
    var seen: Set<String> = []
    // Images with equal bytes have equal units; one run of them serves all.
    let distinct = units.filter { seen.insert($0.key).inserted }
    var waiting: [StudyUnit] = []
    for unit in distinct where try folder.ledger.result(of: unit.key) == nil {
      waiting.append(unit)
    }
    let resumed = distinct.count - waiting.count
    var done = resumed
    func progress() -> Progress {
      Progress(
        done: done, total: distinct.count, resumed: resumed,
        elapsed: (ContinuousClock.now - start) / .seconds(1))
    }
    report(progress())
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        var next = waiting.makeIterator()
        for _ in 0..<jobs {
          guard let unit = next.next() else { break }
          group.addTask { try perform(unit) }
        }
        while try await group.next() != nil {
          done += 1
          report(progress())
          if !Task.isCancelled, let unit = next.next() { group.addTask { try perform(unit) } }
        }
        try Task.checkCancellation()
      }
    } catch is CancellationError {
      throw ExperimentError.interrupted(done: done, total: distinct.count, folder: folder.path)
    }
  }

  private func perform(_ unit: StudyUnit) throws {
    do {
      try folder.ledger.record(try unit.run(), of: unit)
    } catch let error as CancellationError {
      throw error
    } catch let error as ExperimentError {
      throw error
    } catch {
      throw ExperimentError.failedUnit(
        name: unit.name, reason: describe(error), exitCode: exitCode(for: error) ?? 70)
    }
  }
}
