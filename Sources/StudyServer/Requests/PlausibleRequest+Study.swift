import Hummingbird
import WebService

extension PlausibleRequest {
  /// What a judge's page sent, checked; at most 64 KiB.
  static func read(_ request: Request) async throws(Refusal) -> Self {
    try await read(request, limit: 64 << 10, refusing: Refusal.self)
  }
}
