import DatabaseFiles
import HTTPTypes
import WebService

/// Why the server does not do what a page asks. The page gets the name and the sentence as JSON.
public enum PaintRefusal: Error, Sendable, Equatable {
  /// What was sent cannot be understood.
  case badRequest
  /// What was sent is no JSON.
  case notJSON
  /// What was sent is too long.
  case tooLarge
  /// A page of another site sent it.
  case crossSite
  /// There is nothing under this address.
  case notFound
  /// The server's token is missing or wrong.
  case noToken
  /// The browser has no session here.
  case noSession
  /// A newer wish came first.
  case superseded
  /// The picture goes on in another tab.
  case otherTab
  /// The picture is finished, or its time is up.
  case finished
  /// The policy does not allow it.
  case notAllowed
  /// The address names a subject whom the study does not know.
  case unknownSubject
  /// There is no room for another session or picture.
  case full
  /// A picture, a session file or values that cannot be used; the sentence says why.
  case unusable(String)
  /// The method failed; the sentence says why.
  case methodFailed(String)
  /// Nothing was stored: disk full, database locked, read-only or moved. Worth another try.
  case notSaved
}

extension PaintRefusal: StorageRefusal, WebRefusal {
  /// The name, for programs.
  public var name: String { words.name }

  /// One sentence for people.
  public var sentence: String { words.sentence }

  /// The status of the answer.
  public var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .notJSON: .unsupportedMediaType
    case .tooLarge: .contentTooLarge
    case .crossSite, .noToken, .notAllowed: .forbidden
    case .notFound, .unknownSubject: .notFound
    case .noSession: .unauthorized
    case .superseded, .otherTab, .finished: .conflict
    case .unusable: .unprocessableContent
    case .methodFailed: .internalServerError
    case .full, .notSaved: .serviceUnavailable
    }
  }

  /// Two seconds where there may be room by then.
  public var retryAfter: Int? { self == .notSaved ? 2 : nil }

  private var words: (name: String, sentence: String) {
    switch self {
    case .badRequest: ("bad_request", "The request cannot be understood.")
    case .notJSON: ("not_json", "The request should be JSON.")
    case .tooLarge: ("too_large", "That is too large.")
    case .crossSite: ("cross_site", "Only the server's own page may ask this.")
    case .notFound: ("not_found", "There is nothing here.")
    case .noToken: ("no_token", "Open the address that the server printed when it started.")
    case .noSession: ("no_session", "This browser has no session here. Load the page again.")
    case .superseded: ("superseded", "A newer wish came first.")
    case .otherTab:
      ("other_tab", "This picture was changed in another tab. Load the page again to go on here.")
    case .finished: ("finished", "This picture is finished.")
    case .notAllowed: ("not_allowed", "This server does not allow that.")
    case .unknownSubject: ("unknown_subject", "Nobody is known by this address.")
    case .full: ("full", "There is no room for more at the moment.")
    case .unusable(let reason): ("unusable", reason)
    case .methodFailed(let reason): ("method_failed", reason)
    case .notSaved: ("not_saved", "That could not be saved. Please try again.")
    }
  }
}
