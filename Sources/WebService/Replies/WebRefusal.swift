import Foundation
import HTTPTypes
import Hummingbird

/// Why a server does not do what a page asks. The page gets the name and the sentence as JSON.
///
/// Every server has an enum of its own; what all servers refuse is named here.
public protocol WebRefusal: Error, HTTPResponseError, Equatable, Sendable {
  /// What was sent cannot be understood.
  static var badRequest: Self { get }
  /// What was sent is no JSON.
  static var notJSON: Self { get }
  /// What was sent is too long.
  static var tooLarge: Self { get }
  /// A page of another site sent it.
  static var crossSite: Self { get }
  /// There is nothing under this address.
  static var notFound: Self { get }

  /// The name, for programs.
  var name: String { get }
  /// One sentence for people.
  var sentence: String { get }
  /// Seconds after which another try may succeed; nil where none will.
  var retryAfter: Int? { get }
}

extension WebRefusal {
  /// No further try, unless said.
  public var retryAfter: Int? { nil }

  /// The refusal as an answer.
  public var reply: Response {
    var response = WebReply.json(RefusalBody(error: name, message: sentence), status: status)
    if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
    return response
  }

  /// The refusal as an answer.
  public func response(from request: Request, context: some RequestContext) -> Response { reply }
}

private struct RefusalBody: Encodable {
  let error: String
  let message: String
}
