import Hummingbird
import WebService

extension PlausibleRequest {
  /// What a painter's page sent, checked.
  ///
  /// - Parameter limit: longest body, in bytes; 512 KiB hold the points of one state.
  static func read(_ request: Request, limit: Int = 512 << 10) async throws(PaintRefusal) -> Self {
    try await read(request, limit: limit, refusing: PaintRefusal.self)
  }
}
