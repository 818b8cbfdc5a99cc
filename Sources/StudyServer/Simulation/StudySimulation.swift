import Foundation
import PerceptualAnalysis
import PerceptualStudy

/// Simulated judges who drive a real server through its HTTP interface.
///
/// Every judge begins before the first answers, one after the other, so that the cells are dealt out
/// in the same order each time; then all answer at once.
public struct StudySimulation: Sendable {
  private let eye: StudyEye
  private let design: StudyDesign
  private let options: SimulationOptions

  /// Reads the design whose study is simulated.
  public init(design folder: String, options: SimulationOptions) throws(StudyServerError) {
    do throws(PerceptualStudyError) { design = try DesignFolder.read(folder) } catch {
      throw .design(error)
    }
    eye = try StudyEye(design, folder: folder)
    self.options = options
  }

  /// Starts a server of its own with a temporary database, and simulates.
  public static func run(
    folder: String, options: SimulationOptions
  ) async throws -> SimulationOutcome {
    let simulation = try StudySimulation(design: folder, options: options)
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("hintbench-judges-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var serving = ServerOptions(port: 0)
    serving.database = scratch.appendingPathComponent(StudyDatabase.fileName).path
    serving.rounds = (options.judges + simulation.eye.cells.count - 1) / simulation.eye.cells.count
    let server = try StudyServer(folder, options: serving)
    let (ports, announced) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: SimulationOutcome?.self) { group in
      group.addTask {
        try await server.run { port in announced.yield(port) }
        return nil
      }
      group.addTask {
        for await port in ports {
          return try await simulation.run(server: server.address(port: port))
        }
        return nil
      }
      defer { group.cancelAll() }
      while let outcome = try await group.next() {
        if let outcome { return outcome }
      }
      throw StudyServerError.badServer(url: folder, reason: "its server has stopped")
    }
  }

  /// Simulates judges of a server.
  ///
  /// - Parameter server: its address without a path, such as `http://127.0.0.1:8080`.
  public func run(server: String) async throws -> SimulationOutcome {
    let start = ContinuousClock.now
    return try await judge(begin(server: server), since: start)
  }

  private struct Visit: Sendable {
    let visit: SimulatedVisit
    let begun: SimulatedVisit.Begun
    let judge: SimulatedJudge
    /// How many were in the cell before.
    let place: Int
  }

  private func begin(server: String) async throws(StudyServerError) -> [Visit] {
    var visits: [Visit] = []
    var inCell: [Int: Int] = [:]
    for _ in 0..<options.judges {
      let client = try JudgeClient(server: server, patience: options.patience)
      let visit = SimulatedVisit(client: client, eye: eye)
      let begun = try await visit.begin(loadingAll: options.loadsPictures)
      let place = inCell[begun.cell, default: 0]
      inCell[begun.cell] = place + 1
      let name = place == 0 ? "\(begun.cell)" : "\(begun.cell)-\(place + 1)"
      let judge = SimulatedJudge(seed: options.seed, judge: name, population: options.population)
      visits.append(Visit(visit: visit, begun: begun, judge: judge, place: place))
    }
    return visits.sorted { ($0.begun.cell, $0.place) < ($1.begun.cell, $1.place) }
  }

  private func judge(
    _ visits: [Visit], since start: ContinuousClock.Instant
  ) async throws -> SimulationOutcome {
    let (exposure, pace) = (design.exposure, options.pace)
    let done = try await withThrowingTaskGroup(
      of: (Int, SimulatedVisit.Done).self, returning: [SimulatedVisit.Done].self
    ) { group in
      var results = [SimulatedVisit.Done](repeating: SimulatedVisit.Done(), count: visits.count)
      var next = 0
      func addNext() {
        guard next < visits.count else { return }
        let (index, visit) = (next, visits[next])
        group.addTask {
          (
            index,
            try await visit.visit.judge(
              visit.begun, as: visit.judge, exposure: exposure, pace: pace)
          )
        }
        next += 1
      }
      for _ in 0..<options.concurrency { addNext() }
      while let (index, result) = try await group.next() {
        results[index] = result
        addNext()
      }
      return results
    }
    return SimulationOutcome(
      judgements: done.flatMap(\.judgements), latencies: done.flatMap(\.latencies).sorted(),
      retries: done.reduce(0) { $0 + $1.retries }
        + visits.reduce(0) { $0 + $1.begun.retries },
      elapsed: (ContinuousClock.now - start) / .seconds(1))
  }
}
