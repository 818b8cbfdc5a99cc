import Hummingbird
import NIOCore

/// Bodies of requests, never longer than they may be.
public enum BoundedBody {
  /// The whole body.
  ///
  /// - Parameter limit: longest body, in bytes; a longer one is refused by what it says of itself,
  ///   or as soon as it is seen.
  public static func read<Refusal: WebRefusal>(
    _ request: Request, limit: Int, refusing: Refusal.Type
  ) async throws(Refusal) -> ByteBuffer {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw .tooLarge
    }
    do { return try await request.body.collect(upTo: limit) } catch { throw .tooLarge }
  }
}
