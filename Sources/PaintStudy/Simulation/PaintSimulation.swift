import Experiments
import Foundation
import PaintServer
import PlainHTTP

/// Simulated painters who drive a real server through its HTTP interface.
///
/// All enter one after the other, then paint at once. What each does depends on the seed, the plan and
/// what the server shows, never on the clock.
public struct PaintSimulation: Sendable {
  /// How painters are simulated.
  public struct Options: Sendable {
    /// How many there are; at most the plans of the design.
    public var subjects: Int
    /// Drives every choice.
    public var seed: UInt64
    /// What is assumed of them.
    public var model: PainterModel
    /// Painters at a time.
    public var concurrency: Int
    /// Seconds that a silent server is tried again.
    public var patience: Double

    /// Makes options.
    public init(
      subjects: Int, seed: UInt64, model: PainterModel = PainterModel(), concurrency: Int = 4,
      patience: Double = 30
    ) {
      self.subjects = subjects
      self.seed = seed
      self.model = model
      self.concurrency = concurrency
      self.patience = patience
    }
  }

  /// What simulated painters did.
  public struct Outcome: Sendable, Equatable {
    /// Pictures painted, training included.
    public let pictures: Int
    /// Points made.
    public let points: Int
    /// Milliseconds from asking for a result to having it, ascending.
    public let latencies: [Double]
    /// Requests that had to be sent again.
    public let retries: Int
    /// Seconds in all.
    public let elapsed: Double

    /// A quantile of the latencies by nearest rank, in milliseconds; nil without any.
    ///
    /// - Parameter share: 0…1.
    public func latency(_ share: Double) -> Double? { latencies.nearestRank(share) }
  }

  private let design: PaintStudyDesign
  private let folder: String
  private let options: Options

  /// Reads the design whose study is simulated.
  ///
  /// - Throws: ``PaintStudyError/invalidOption(name:explanation:)`` for more painters than plans.
  public init(_ folder: String, options: Options) throws(PaintStudyError) {
    design = try PaintStudyFolder.read(folder)
    guard (1...design.subjects.count).contains(options.subjects) else {
      throw .invalidOption(
        name: "--subjects",
        explanation: "should be 1 to \(design.subjects.count), the plans of the design, and is "
          + "\(options.subjects)")
    }
    self.folder = folder
    self.options = options
  }

  /// Starts a server of its own on a new log, and simulates.
  ///
  /// - Parameters:
  ///   - database: the log's file, which must not be there yet.
  ///   - kit: makes the methods.
  public static func run(
    _ folder: String, database: String, kit: MethodKit, options: Options
  ) async throws -> Outcome {
    let simulation = try PaintSimulation(folder, options: options)
    guard !FileManager.default.fileExists(atPath: database) else {
      throw PaintStudyError.invalidOption(
        name: "--database",
        explanation: "is \(database), which holds painters already; remove it, "
          + "or name another")
    }
    let server = try StudyPainting(folder).server(
      kit: kit, options: PaintServerOptions(port: 0, database: database))
    let (ports, announced) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Outcome?.self) { group in
      group.addTask {
        try await server.run { port in announced.yield(port) }
        return nil
      }
      group.addTask {
        for await port in ports {
          return try await simulation.run(server: "http://127.0.0.1:\(port)")
        }
        return nil
      }
      var found: Outcome?
      while found == nil, let outcome = try await group.next() { found = outcome }
      group.cancelAll()
      // The server ends what is under way and closes its log.
      while try await group.next() != nil {}
      guard let found else {
        throw PaintStudyError.badServer(url: folder, reason: "its server has stopped")
      }
      return found
    }
  }

  /// Simulates painters of a server.
  ///
  /// - Parameter server: its address without a path, such as `http://127.0.0.1:8080`.
  public func run(server: String) async throws(PaintStudyError) -> Outcome {
    let start = ContinuousClock.now
    var visits: [(visit: PaintVisit, pictures: [String])] = []
    for plan in design.subjects.prefix(options.subjects) {
      let visit = PaintVisit(
        client: try PaintClient(server: server, patience: options.patience), plan: plan,
        design: design, folder: folder, model: options.model, seed: options.seed)
      visits.append((visit, try await visit.enter()))
    }
    let points = try await paint(visits)
    var (latencies, retries): ([Double], Int) = ([], 0)
    for visit in visits {
      latencies += await visit.visit.client.latencies
      retries += await visit.visit.client.retries
    }
    return Outcome(
      pictures: visits.reduce(0) { $0 + $1.pictures.count }, points: points,
      latencies: latencies.sorted(), retries: retries,
      elapsed: (ContinuousClock.now - start) / .seconds(1))
  }

  private func paint(
    _ visits: [(visit: PaintVisit, pictures: [String])]
  ) async throws(PaintStudyError) -> Int {
    let concurrency = max(options.concurrency, 1)
    do {
      return try await withThrowingTaskGroup(of: Int.self) { group in
        var waiting = visits[...]
        for next in waiting.prefix(concurrency) {
          group.addTask { try await next.visit.paint(next.pictures) }
        }
        waiting = waiting.dropFirst(concurrency)
        var points = 0
        while let made = try await group.next() {
          points += made
          if let next = waiting.popFirst() {
            group.addTask { try await next.visit.paint(next.pictures) }
          }
        }
        return points
      }
    } catch let error as PaintStudyError {
      throw error
    } catch {
      throw .badServer(url: folder, reason: "\(error)")
    }
  }
}
