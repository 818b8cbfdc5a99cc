import Foundation
import Hummingbird
import PerceptualStudy
import WebService

/// What the experimenter sees, behind the token.
struct ExperimenterRoutes: Sendable {
  let study: ServedStudy
  let database: StudyDatabase
  let recruitment: Recruitment
  let options: ServerOptions

  /// The experimenter's cookie.
  static let cookie = "hintbench_experimenter"

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    router.get("experimenter") { request, _ in try page(request) }
    router.get("experimenter/numbers.json") { request, _ in try await numbers(request) }
    router.get("experimenter/answers.csv") { request, _ in try await answers(request) }
    router.get("experimenter/presentations.csv") { request, _ in
      try await presentations(request)
    }
  }

  /// The token in the address opens the page once; from then on a cookie does, so that the token
  /// stays in no history.
  private func page(_ request: Request) throws(Refusal) -> Response {
    if let token = request.uri.queryParameters["token"] {
      guard RandomToken.areEqual(String(token), database.experimenterToken) else { throw .noToken }
      var response = Response(status: .seeOther, headers: [.location: "/experimenter"])
      response.setCookie(
        Cookie(
          name: Self.cookie, value: RandomToken.fingerprint(database.experimenterToken),
          maxAge: 30 * 86_400, path: "/experimenter",
          secure: options.origin?.hasPrefix("https:") ?? false, httpOnly: true,
          sameSite: .strict))
      return response
    }
    try check(request)
    return PageRoutes.experimenter
  }

  private func numbers(_ request: Request) async throws(Refusal) -> Response {
    try check(request)
    return WebReply.json(try await database.progress(of: study, recruitment: recruitment))
  }

  private func answers(_ request: Request) async throws(Refusal) -> Response {
    try check(request)
    return Self.download(AnswersFile.data(try await database.judgements()), as: "answers.csv")
  }

  private func presentations(_ request: Request) async throws(Refusal) -> Response {
    try check(request)
    let data = try await database.presentations(study.design.exposure)
    return Self.download(data, as: "presentations.csv")
  }

  private func check(_ request: Request) throws(Refusal) {
    let cookie = request.cookies[Self.cookie]?.value ?? ""
    let right = RandomToken.fingerprint(database.experimenterToken)
    guard RandomToken.areEqual(cookie, right) else { throw .noToken }
  }

  private static func download(_ data: Data, as name: String) -> Response {
    var response = WebReply.bytes(ByteBuffer(bytes: data), type: "text/csv; charset=utf-8")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}
