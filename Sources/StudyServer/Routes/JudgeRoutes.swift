import Foundation
import Hummingbird
import PerceptualStudy
import WebService

/// What a judge's page asks for.
struct JudgeRoutes: Sendable {
  let study: ServedStudy
  let database: StudyDatabase
  let recruitment: Recruitment
  let presence: TabPresence
  let options: ServerOptions

  /// The judge's cookie.
  static let cookie = "hintbench_judge"

  /// Adds the routes.
  func add(to router: Router<WebContext>) {
    router.get("stimulus/:name") { try await picture($0, $1) }
    let api = router.group("api")
    api.post("enter") { request, _ in try await enter(request) }
    api.post("begin") { request, _ in try await begin(request) }
    api.post("answer") { request, _ in try await answer(request) }
    api.post("events") { request, _ in try await note(request) }
    api.post("alive") { request, _ in try await alive(request) }
    api.get("closing") { request, _ in try await closing(request) }
    api.post("comment") { request, _ in try await comment(request) }
    api.post("withdraw") { request, _ in try await withdraw(request) }
  }

  private func enter(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await EnterRequest.read(request)
    let presence = presence
    let takesOver = asked.takeOver ?? false
    if let cookie = Self.cookie(of: request),
      let (session, shown) = try await database.enter(
        cookie: cookie, tab: asked.tab,
        isAlive: { !takesOver && presence.isAlive($0.tab, session: $0.id) })
    {
      presence.note(asked.tab, session: session.id)
      return WebReply.json(
        EnterReply(
          state: session.isComplete ? .complete : .underWay, study: introduction,
          trials: replies(shown, cell: session.cell)))
    }
    if let worker = asked.worker, let refusal = try await database.workerState(pseudonym(worker)) {
      throw refusal
    }
    return WebReply.json(EnterReply(state: .new, study: introduction, trials: []))
  }

  private func begin(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await BeginRequest.read(request)
    guard asked.consent == study.design.consent.hash else { throw .otherConsent }
    guard !options.isWorkerRequired || asked.worker != nil else { throw .workerRequired }
    let screen = (try? JSONEncoder().encode(asked.screen)) ?? Data()
    let isSimulated = asked.simulated ?? false
    let newcomer = Newcomer(
      tab: asked.tab, worker: asked.worker.map(pseudonym),
      source: asked.worker?.source.rawValue ?? (isSimulated ? "simulated" : "direct"),
      isSimulated: isSimulated, consent: study.design.consent,
      screen: String(decoding: screen, as: UTF8.self))
    let (session, shown, secret) = try await database.begin(newcomer, recruitment)
    presence.note(asked.tab, session: session.id)
    var response = WebReply.json(
      BeginReply(trials: replies(shown, cell: session.cell)), status: .created)
    response.setCookie(
      Cookie(
        name: Self.cookie, value: secret, maxAge: 30 * 86_400, path: "/",
        secure: options.origin?.hasPrefix("https:") ?? false, httpOnly: true, sameSite: .strict))
    return response
  }

  private func answer(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await AnswerRequest.read(request)
    let cookie = try Self.requiredCookie(of: request)
    let (trial, next) = try await database.answer(asked, cookie: cookie, of: study)
    return WebReply.json(
      AnswerReply(
        position: trial.position, next: next, fake: trial.kind == .practice ? trial.fake : nil))
  }

  private func note(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await EventsRequest.read(request)
    try await database.note(asked, cookie: Self.requiredCookie(of: request))
    return WebReply.done
  }

  private func alive(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await AliveRequest.read(request)
    let cookie = try Self.requiredCookie(of: request)
    guard let session = try await database.session(cookie: cookie) else { throw .noSession }
    guard session.tab == asked.tab else { throw .otherTab }
    presence.note(asked.tab, session: session.id)
    return WebReply.done
  }

  private func closing(_ request: Request) async throws(Refusal) -> Response {
    let cookie = try Self.requiredCookie(of: request)
    guard let session = try await database.session(cookie: cookie) else { throw .noSession }
    guard !session.isWithdrawn else { throw .withdrawn }
    guard session.isComplete else { throw .notComplete }
    let code = options.completionCode ?? database.completionCode
    return WebReply.json(
      ClosingReply(
        completionCode: code, withdrawalCode: session.withdrawalCode,
        debriefing: study.debriefing,
        returnAddress: session.source == WorkerReference.Source.prolific.rawValue
          ? "https://app.prolific.com/submissions/complete?cc=\(code)" : ""))
  }

  private func comment(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await CommentRequest.read(request)
    let cookie = try Self.requiredCookie(of: request)
    try await database.comment(cookie: cookie, tab: asked.tab, text: asked.text)
    return WebReply.done
  }

  private func withdraw(_ request: Request) async throws(Refusal) -> Response {
    let asked = try await WithdrawRequest.read(request)
    let cookie = try Self.requiredCookie(of: request)
    try await database.withdraw(code: asked.code, cookie: cookie)
    return WebReply.done
  }

  private func picture(
    _ request: Request, _ context: WebContext
  ) async throws(Refusal) -> Response {
    let cookie = try Self.requiredCookie(of: request)
    guard let name = context.parameters.get("name"), RandomToken.isToken(name),
      let place = try await database.place(ofPicture: name, cookie: cookie),
      let trial = study.trials(of: place.cell).first(where: { $0.position == place.position }),
      let file = study.picture(of: trial, place.slot)
    else { throw .notFound }
    return WebReply.bytes(file, type: "image/png")
  }

  // MARK: Parts

  private var introduction: StudyReply {
    let trials = study.cells.first.map(study.trials) ?? []
    let practice = trials.count { $0.kind == .practice }
    return StudyReply(
      title: study.design.title, consent: study.consent,
      consentVersion: study.design.consent.version, consentHash: study.design.consent.hash,
      exposure: study.design.exposure, imageSize: study.design.imageSize,
      breakEvery: study.design.breakEvery, practiceTrials: practice,
      mainTrials: trials.count - practice, heartbeatSeconds: TabPresence.heartbeat)
  }

  /// The trials as the page may know them: a vigilance trial looks like any other.
  private func replies(_ shown: [ShownTrial], cell: Int) -> [TrialReply] {
    let practice = Set(
      study.trials(of: cell).lazy.filter { $0.kind == .practice }.map(\.position))
    return shown.map {
      TrialReply(
        position: $0.position, isPractice: practice.contains($0.position), trial: $0.trial,
        first: $0.first, second: $0.second)
    }
  }

  private func pseudonym(_ worker: WorkerReference) -> String {
    RandomToken.pseudonym(of: "\(worker.source.rawValue):\(worker.id)", salt: database.salt)
  }

  private static func cookie(of request: Request) -> String? {
    request.cookies[cookie]?.value
  }

  private static func requiredCookie(of request: Request) throws(Refusal) -> String {
    guard let cookie = cookie(of: request) else { throw .noSession }
    return cookie
  }
}
