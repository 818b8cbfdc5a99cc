import Foundation
import Hummingbird

/// What goes with a request: nothing but what the router needs. No address is kept.
struct JudgeContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// Longest body, in bytes: 64 KiB.
  static let bodyLimit = 64 << 10

  /// What a page sent, checked.
  static func read<Value: JudgeRequest>(
    _ type: Value.Type, from request: Request
  ) async throws(Refusal) -> Value {
    let media = request.headers[.contentType]?.split(separator: ";").first ?? ""
    guard media.lowercased() == "application/json" else { throw .notJSON }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bodyLimit {
      throw .tooLarge
    }
    let body: ByteBuffer
    do { body = try await request.body.collect(upTo: bodyLimit) } catch { throw .tooLarge }
    guard
      let value = try? JSONDecoder().decode(Value.self, from: Data(body.readableBytesView)),
      value.isPlausible
    else { throw .badRequest }
    return value
  }
}
