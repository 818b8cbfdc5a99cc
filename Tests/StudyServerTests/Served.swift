import Foundation
import PerceptualStudy
import ScratchFolders
import StudyFixtures
import StudyServer

/// One design for all tests, made once.
enum SharedDesign {
  private static let made = Result {
    let scratch = try ScratchFolder()
    let design = try FixtureDesign().write(scratch.path + "/design")
    atexit { SharedDesign.remove() }
    return (scratch, design)
  }

  /// What is kept to the end of the process must be removed by hand.
  private static func remove() {
    if let path = try? made.get().0.path { try? FileManager.default.removeItem(atPath: path) }
  }

  static func folder() throws -> String { try made.get().0.path + "/design" }
  static func design() throws -> StudyDesign { try made.get().1 }
}

/// Serves the shared design from a database of its own for as long as the body runs.
func serving(
  _ change: (inout ServerOptions) -> Void = { _ in },
  _ body: (RunningServer, StudyDesign) async throws -> Void
) async throws {
  let scratch = try ScratchFolder()
  var options = ServerOptions(port: 0)
  options.database = scratch.path + "/judgements.sqlite"
  change(&options)
  let server = try await RunningServer.start(try SharedDesign.folder(), options: options)
  do {
    try await body(server, try SharedDesign.design())
  } catch {
    try? await server.stop()
    throw error
  }
  try await server.stop()
}

/// The trials of a reply.
func trials(_ heard: Heard) -> [JSONValue] { heard.json["trials"]?.array ?? [] }
