import Experiments
import Foundation
import PaintServer
import ScratchFolders
import StudyFixtures

/// Serves scenes to painters for as long as the body runs.
///
/// - Parameters:
///   - pictures: how many scenes are named on the command line.
///   - policy: nil for free painting by the method.
///   - change: of the server's options.
public func painting(
  pictures: Int = 1, method: String = "levin2004-ab", kit: MethodKit? = nil,
  policy: ((_ folder: String) throws -> any PaintingPolicy)? = nil,
  changing change: (inout PaintServerOptions) -> Void = { _ in },
  _ body: (RunningPaintServer, _ folder: String) async throws -> Void
) async throws {
  let scratch = try ScratchFolder()
  try ScenePictures.write(pictures, to: scratch.path + "/pictures")
  var options = PaintServerOptions(port: 0, database: scratch.path + "/paintings.sqlite")
  change(&options)
  let chosen =
    try policy?(scratch.path + "/pictures")
    ?? FreePainting(pictures == 0 ? nil : scratch.path + "/pictures", method: method)
  let server = try await RunningPaintServer.start(
    chosen, kit: try kit ?? MethodKit(), options: options)
  do {
    try await body(server, scratch.path)
  } catch {
    try? await server.stop()
    throw error
  }
  try await server.stop()
}
