import Experiments
import PaintServer

extension StudyPainting {
  /// A server of the study, which paints by the design's method and no other.
  ///
  /// - Throws: ``PaintStudyError/invalidOption(name:explanation:)`` where the method cannot be made.
  public func server(
    kit: MethodKit, options: PaintServerOptions
  ) throws(PaintStudyError) -> PaintServer {
    let server: PaintServer
    do { server = try PaintServer(policy: self, kit: kit, options: options) } catch {
      throw .server(error)
    }
    guard server.firstMethod == method else {
      server.log.close()
      throw .invalidOption(
        name: "--weights",
        explanation: "are missing: the design's method \(method) cannot be made; "
          + "'hintbench methods' says what it lacks")
    }
    guard !server.isGuided else {
      server.log.close()
      throw .invalidOption(
        name: "method",
        explanation: "is \(method), which goes by statistics of the whole picture; subjects set "
          + "points, so a painting study needs a method that takes them")
    }
    return server
  }
}
