import Foundation
import ParallelWork

/// Runs the units of a plan that a ledger does not have yet, several at a time.
public struct StudyRunner: Sendable {
  /// What has happened after a unit.
  public typealias Progress = WorkProgress

  /// The units to run.
  public let units: [StudyUnit]
  /// Where results are kept.
  public let folder: RunFolder
  /// How many units run at a time, each on one thread.
  public let jobs: Int
  /// The pictures to save; nil for none.
  public let pictures: ResultPictures?

  /// Prepares a run.
  public init(
    units: [StudyUnit], folder: RunFolder, jobs: Int, pictures: ResultPictures? = nil
  ) {
    self.units = units
    self.folder = folder
    self.jobs = max(1, jobs)
    self.pictures = pictures
  }

  /// A unit to run, and those of images with equal bytes, which have its results.
  private struct Work: Sendable {
    let unit: StudyUnit
    var twins: [StudyUnit]
  }

  /// Runs to the end, or until the task is cancelled. Units that are done, but whose pictures are
  /// not there, are drawn again.
  ///
  /// - Parameter report: called from one task after every unit, and once at the start.
  /// - Throws: ``ExperimentError/interrupted(done:total:folder:)`` when cancelled,
  ///   ``ExperimentError/failedUnit(name:reason:exitCode:)`` for the first unit that fails; what is done stays
  ///   done in both cases.
  public func run(report: @Sendable (Progress) -> Void) async throws {
    let distinct = distinctUnits()
    let waiting = try unfinished(distinct)
    let jobs = ManyJobs(jobs: jobs, resumed: distinct.count - waiting.count)
    do {
      try await jobs.run(waiting, report: report) { try perform($0) }
    } catch {
      guard error.isCancellation else { throw error.cause }
      throw ExperimentError.interrupted(
        done: error.done, total: error.total, folder: folder.path)
    }
  }

  /// The units, each once: images with equal bytes have equal units, and one run of them serves all.
  private func distinctUnits() -> [Work] {
    var places: [String: Int] = [:]
    var distinct: [Work] = []
    for unit in units {
      if let place = places[unit.key] {
        distinct[place].twins.append(unit)
      } else {
        places[unit.key] = distinct.count
        distinct.append(Work(unit: unit, twins: [unit]))
      }
    }
    return distinct
  }

  private func unfinished(_ works: [Work]) throws -> [Work] {
    let results = try works.map { try folder.ledger.result(of: $0.unit.key) }
    let isComplete = parallelMap(works.count) { index in
      guard let result = results[index] else { return false }
      guard let pictures else { return true }
      return works[index].twins.allSatisfy { pictures.isComplete($0, result: result) }
    }
    return zip(works, isComplete).filter { !$1 }.map(\.0)
  }

  private func perform(_ work: Work) throws {
    do {
      if let pictures, let result = try folder.ledger.result(of: work.unit.key) {
        return try pictures.redraw(work.unit, result: result, as: work.twins)
      }
      let result = try work.unit.run { points, pair in
        for twin in work.twins { try pictures?.save(pair.picture, of: twin, points: points) }
      }
      if let pictures {
        let truth = try work.unit.picture()
        for twin in work.twins { try pictures.save(truth: truth, of: twin) }
      }
      try folder.ledger.record(result, of: work.unit)
    } catch let error as CancellationError {
      throw error
    } catch let error as ExperimentError {
      throw error
    } catch {
      throw ExperimentError.failedUnit(
        name: work.unit.name, reason: describe(error), exitCode: exitCode(for: error) ?? 70)
    }
  }
}
