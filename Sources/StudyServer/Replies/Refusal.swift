import DatabaseFiles
import Foundation
import HTTPTypes
import Hummingbird
import WebService

/// Why the server does not do what a page asks. The page gets the name and the sentence as JSON.
enum Refusal: String, Error, Sendable, CaseIterable {
  /// What was sent cannot be understood.
  case badRequest = "bad_request"
  /// What was sent is no JSON.
  case notJSON = "not_json"
  /// What was sent is too long.
  case tooLarge = "too_large"
  /// A page of another site sent it.
  case crossSite = "cross_site"
  /// There is nothing under this address.
  case notFound = "not_found"
  /// The experimenter's token is missing or wrong.
  case noToken = "no_token"
  /// The browser has no session here.
  case noSession = "no_session"
  /// The worker has taken part before.
  case alreadyTookPart = "already_took_part"
  /// No recruiting site has sent the judge, and the study asks for that.
  case workerRequired = "worker_required"
  /// The worker has begun in another browser.
  case begunElsewhere = "begun_elsewhere"
  /// All cells have their judges.
  case full
  /// The consent text is another by now.
  case otherConsent = "other_consent"
  /// The study is open in another tab that is alive.
  case openElsewhere = "open_elsewhere"
  /// Another tab has taken over.
  case otherTab = "other_tab"
  /// The judge has taken back all answers.
  case withdrawn
  /// The trial is not the next one.
  case outOfOrder = "out_of_order"
  /// The trial is answered already.
  case alreadyAnswered = "already_answered"
  /// The trial is none of this judge's.
  case unknownTrial = "unknown_trial"
  /// Trials are left to be answered.
  case notComplete = "not_complete"
  /// The withdrawal code is not this judge's.
  case unknownCode = "unknown_code"
  /// Nothing was stored: disk full, database locked, read-only or moved. Worth another try.
  case notSaved = "not_saved"

  /// The status of the answer.
  var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .notJSON: .unsupportedMediaType
    case .tooLarge: .contentTooLarge
    case .crossSite, .alreadyTookPart, .workerRequired, .begunElsewhere, .full, .noToken: .forbidden
    case .notFound, .unknownCode: .notFound
    case .noSession: .unauthorized
    case .otherConsent, .openElsewhere, .otherTab, .outOfOrder, .alreadyAnswered, .unknownTrial,
      .notComplete:
      .conflict
    case .withdrawn: .gone
    case .notSaved: .serviceUnavailable
    }
  }

  /// One sentence for people.
  var sentence: String {
    switch self {
    case .badRequest: "The request cannot be understood."
    case .notJSON: "The request should be JSON."
    case .tooLarge: "The request is too long."
    case .crossSite: "Only this study's own page may ask this."
    case .notFound: "There is nothing here."
    case .noToken: "Open the experimenter's address that the server printed when it started."
    case .noSession: "This browser has no study under way here."
    case .alreadyTookPart: "You have already taken part in this study. Each person judges once."
    case .workerRequired: "Please open this study by the link of the site that invites you."
    case .begunElsewhere: "You have begun this study in another browser. Please go on there."
    case .full: "The study has all the judges it needs at the moment. Thank you for your interest."
    case .otherConsent: "The consent text has changed. Please read it again."
    case .openElsewhere: "The study is open in another tab or window."
    case .otherTab: "The study goes on in another tab or window."
    case .withdrawn: "You have withdrawn from this study; your answers are deleted."
    case .outOfOrder: "Another trial is to be answered first."
    case .alreadyAnswered: "This trial is answered already."
    case .unknownTrial: "There is no such trial."
    case .notComplete: "Not all trials are answered."
    case .unknownCode: "This is not the withdrawal code that you were given."
    case .notSaved: "The answer could not be saved. Please try again."
    }
  }
}

extension Refusal: StorageRefusal, WebRefusal {
  /// The name, for programs.
  var name: String { rawValue }

  /// Two seconds where the disk may have room again.
  var retryAfter: Int? { self == .notSaved ? 2 : nil }
}
