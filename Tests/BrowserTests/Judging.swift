import Foundation
import GRDB
import PerceptualStudy
import ScratchFolders
import StudyFixtures
import StudyServer

/// Designs for browsers.
enum BrowserDesign {
  /// A study of six trials: one to practise, four that count, one of vigilance.
  static func brief(exposure: Exposure) -> FixtureDesign {
    var fixture = FixtureDesign()
    fixture.declaration.practice = 1
    fixture.declaration.trials = 4
    fixture.declaration.vigilance = 1
    fixture.declaration.breakEvery = 2
    fixture.declaration.exposure = exposure
    return fixture
  }

  /// The brief study with short exposures, made once.
  private static let made = Result {
    let scratch = try ScratchFolder()
    try brief(exposure: FixtureDesign().declaration.exposure).write(scratch.path + "/design")
    atexit { BrowserDesign.remove() }
    return scratch
  }

  /// What is kept to the end of the process must be removed by hand.
  private static func remove() {
    if let path = try? made.get().path { try? FileManager.default.removeItem(atPath: path) }
  }

  static func folder() throws -> String { try made.get().path + "/design" }
}

/// Serves a small study to a browser for as long as the body runs.
///
/// - Parameter fixture: the study; nil for the brief one.
func judging(
  _ fixture: FixtureDesign? = nil, opening: Bool = true,
  _ body: (RunningServer, JudgePage, Browser) async throws -> Void
) async throws {
  let scratch = try ScratchFolder()
  var options = ServerOptions(port: 0)
  options.database = scratch.path + "/judgements.sqlite"
  if let fixture { try fixture.write(scratch.path + "/design") }
  let folder = fixture == nil ? try BrowserDesign.folder() : scratch.path + "/design"
  let server = try await RunningServer.start(folder, options: options)
  do {
    try await Browser.with { browser in
      if opening { try await browser.go(server.address) }
      try await body(server, JudgePage(browser: browser), browser)
    }
  } catch {
    try? await server.stop()
    throw error
  }
  try await server.stop()
}

/// The one column of a query on a server's database.
func column<Value: DatabaseValueConvertible & Sendable>(
  _ server: RunningServer, _ query: String, as type: Value.Type = Value.self
) async throws -> [Value] {
  try await DatabaseQueue(path: server.database).read { try Value.fetchAll($0, sql: query) }
}

/// Cuts the network, or mends it.
func network(_ browser: Browser, isOff: Bool) async throws {
  try await browser.devTools(
    "Network.emulateNetworkConditions",
    [
      "offline": .bool(isOff), "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    ])
}

extension BrowserTests {
  /// How far each exposure was from the wished one, in frames; two an answer.
  static func exposureErrors(_ server: RunningServer, picture: Double) async throws -> [Double] {
    try await column(
      server,
      """
      SELECT abs(first_offset_ms - first_onset_ms - \(picture)) / frame_ms FROM answers
      UNION ALL
      SELECT abs(second_offset_ms - second_onset_ms - \(picture)) / frame_ms FROM answers
      """)
  }
}
