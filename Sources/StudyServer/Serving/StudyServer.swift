import Foundation
import Hummingbird
import PerceptualStudy
import WebService

/// Serves a real-vs-fake study to judges, and its progress to the experimenter.
public struct StudyServer: Sendable {
  /// The study's answers.
  public let database: StudyDatabase

  private let study: ServedStudy
  private let options: ServerOptions
  private let recruitment: Recruitment

  /// Reads a design's folder, opens the database and checks both.
  public init(_ folder: String, options: ServerOptions) throws(StudyServerError) {
    let study = try ServedStudy(folder)
    self.study = study
    self.options = options
    database = try StudyDatabase(
      path: options.database ?? folder + "/" + StudyDatabase.fileName, design: study.design)
    recruitment = Recruitment(
      schedules: Dictionary(uniqueKeysWithValues: study.cells.map { ($0, study.trials(of: $0)) }),
      rounds: options.rounds, cutoff: 60 * Double(options.cutoffMinutes))
  }

  /// The design that is served.
  public var design: StudyDesign { study.design }

  /// Where a server that listens on a port is found.
  public func address(port: Int) -> String { options.origin ?? "http://127.0.0.1:\(port)" }

  /// The experimenter's address, which holds the secret token.
  public func experimenterAddress(port: Int) -> String {
    "\(address(port: port))/experimenter?token=\(database.experimenterToken)"
  }

  /// Serves until the task is cancelled, then ends what is under way and closes the database.
  ///
  /// - Parameter onReady: called once with the port.
  public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void)
    async
    throws(StudyServerError)
  {
    defer { database.close() }
    do {
      try await WebListener(isPublic: options.isPublic, port: options.port)
        .run(router, onReady: onReady)
    } catch {
      throw .notListening(host: error.host, port: error.port, reason: error.reason)
    }
  }

  private var router: Router<WebContext> {
    let router = Router(context: WebContext.self)
    router.add(middleware: SecurityHeaders<Refusal>())
    router.add(middleware: OwnSiteOnly<Refusal>(origin: options.origin, isPublic: options.isPublic))
    PageRoutes().add(to: router)
    JudgeRoutes(
      study: study, database: database, recruitment: recruitment, presence: TabPresence(),
      options: options
    ).add(to: router)
    ExperimenterRoutes(
      study: study, database: database, recruitment: recruitment, options: options
    ).add(to: router)
    return router
  }
}
