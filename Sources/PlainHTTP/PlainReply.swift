import Foundation
import NIOHTTP1

/// What a server answered.
public struct PlainReply: Sendable {
  /// Such as 200.
  public let status: Int
  /// The header fields.
  public let headers: HTTPHeaders
  /// The body.
  public let body: Data
}
