import Foundation
import NIOHTTP1
import StudyFixtures
import Testing

/// Nobody gets in, or gets anything done, who should not.
@Suite struct SecurityTests {
  static let experimenterPaths = [
    "/experimenter", "/experimenter/numbers.json", "/experimenter/answers.csv",
    "/experimenter/presentations.csv",
  ]

  @Test(arguments: experimenterPaths)
  func theExperimentersPagesNeedTheToken(_ path: String) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      #expect(try await judge.get(path).status == 403)
      #expect(try await judge.get(path + "?token=").status == 403)
      #expect(try await judge.get(path + "?token=wrong").status == 403)
      judge.cookie = "hintbench_experimenter=" + String(repeating: "0", count: 64)
      #expect(try await judge.get(path).status == 403)
    }
  }

  @Test func theTokenOpensTheExperimentersPagesByACookie() async throws {
    try await serving { server, _ in
      var experimenter = Visitor(server.address)
      let path = String(server.experimenterAddress.dropFirst(server.address.count))
      let heard = try await experimenter.get(path)
      #expect(heard.status == 303)
      #expect(heard.headers.first(name: "location") == "/experimenter")
      let set = try #require(heard.headers.first(name: "set-cookie"))
      for part in ["HttpOnly", "SameSite=Strict", "Path=/experimenter"] {
        #expect(set.contains(part), "\(set)")
      }
      // The cookie is not the token.
      let token = try #require(path.split(separator: "=").last)
      #expect(!set.contains(token))
      experimenter.cookie = String(set.prefix { $0 != ";" })
      for path in Self.experimenterPaths {
        #expect(try await experimenter.get(path).status == 200, "\(path)")
      }
    }
  }

  @Test func theJudgesCookieIsForTheServerOnly() async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      let set = try #require(try await judge.begin().headers.first(name: "set-cookie"))
      for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        #expect(set.contains(part), "\(set)")
      }
      // The database keeps a fingerprint of it only.
      let secret = try #require(judge.cookie?.split(separator: "=").last.map(String.init))
      try await server.stop()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: server.database))
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
  }

  @Test(arguments: [
    "/stimulus/../design.json", "/stimulus/..%2f..%2fdesign.json", "/page/../judgements.sqlite",
    "/page/%2e%2e/%2e%2e/etc/passwd", "/../../../../etc/passwd", "/design.json",
    "/judgements.sqlite", "/trials.csv", "/pictures/0r.png", "//etc/passwd", "/stimulus/",
    "/stimulus/%00", "/stimulus/AAAAAAAAAAAAAAAAAAAAAA", "/page/", "/api/nothing",
  ])
  func pathsLeadNowhereElse(_ path: String) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      let heard = try await judge.get(path)
      #expect([400, 404].contains(heard.status), "\(heard.status)")
      #expect(heard.body.count < 300)
    }
  }

  static let posts = [
    "/api/enter", "/api/begin", "/api/answer", "/api/events", "/api/alive", "/api/comment",
    "/api/withdraw",
  ]

  @Test(arguments: posts)
  func oversizedBodiesAreRefused(_ path: String) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      let heard = try await judge.post(
        path, ["tab": .string(String(repeating: "x", count: 70_000))])
      #expect(heard.status == 413)
      #expect(heard.refusal == "too_large")
      // The server goes on.
      #expect(try await judge.enter().status == 200)
    }
  }

  @Test(arguments: posts)
  func malformedBodiesAreRefused(_ path: String) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      let nested = String(repeating: "[", count: 30_000)
      for text in ["", "{", "null", "[]", "{\"tab\":1}", nested, "\u{0}", "{\"tab\":\"\\ud800\"}"] {
        let heard = try await judge.send(
          .POST, path, headers: [("content-type", "application/json")], body: Data(text.utf8))
        #expect(heard.status == 400, "\(text.prefix(20))")
        #expect(heard.refusal == "bad_request")
      }
      let bytes = try await judge.send(
        .POST, path, headers: [("content-type", "application/json")],
        body: Data([0xFF, 0xFE, 0x00, 0x80]))
      #expect(bytes.status == 400)
    }
  }

  @Test(arguments: posts)
  func postsOfOtherSitesAreRefused(_ path: String) async throws {
    try await serving { server, _ in
      var judge = Visitor(server.address)
      _ = try await judge.begin()
      let body: JSONValue = ["tab": .string(judge.tab), "code": "x", "text": "x", "events": []]
      let foreign: [[(String, String)]] = [
        [("origin", "https://evil.example")], [("origin", "null")],
        [("sec-fetch-site", "cross-site")], [("sec-fetch-site", "same-site")],
        [("origin", server.address + ".evil.example")],
      ]
      for headers in foreign {
        let heard = try await judge.post(path, body, headers: headers)
        #expect(heard.status == 403, "\(headers)")
        #expect(heard.refusal == "cross_site")
      }
      // A form of another site cannot send JSON.
      for media in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
        let heard = try await judge.post(path, body, headers: [("content-type", media)])
        #expect(heard.status == 415)
        #expect(heard.refusal == "not_json")
      }
    }
  }

  @Test func foreignNamesBentToThisMachineReachNothing() async throws {
    try await serving { server, _ in
      for host in ["evil.example", "127.0.0.1.evil.example:80", ""] {
        let heard = try await Visitor(server.address).send(.GET, "/", headers: [("host", host)])
        #expect(heard.status >= 400, "\(host)")
      }
    }
  }

  @Test(arguments: ["/", "/page/judge.js", "/stimulus/x", "/nothing", "/experimenter"])
  func everyAnswerKeepsThePageToItself(_ path: String) async throws {
    try await serving { server, _ in
      let heard = try await Visitor(server.address).get(path)
      let policy = try #require(heard.headers.first(name: "content-security-policy"))
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(!policy.contains("http"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(heard.headers.first(name: "x-content-type-options") == "nosniff")
      #expect(heard.headers.first(name: "referrer-policy") == "no-referrer")
      #expect(heard.headers.first(name: "cache-control")?.contains("no-store") == true)
      #expect(!heard.headers.contains(name: "server"))
    }
  }

  @Test func thePageNamesNoForeignHost() async throws {
    try await serving { server, _ in
      let visitor = Visitor(server.address)
      let page = try await visitor.get("/").text
      let files = page.matches(of: /(?:src|href)="([^"]+)"/).map { String($0.1) }
      #expect(files.count >= 3)
      for file in files {
        #expect(file.hasPrefix("/page/"), "\(file)")
        #expect(try await visitor.get(file).status == 200)
      }
      #expect(!page.contains("<style"))
      #expect(page.matches(of: /<script(?![^>]* src=)/).isEmpty)
    }
  }

  @Test(arguments: [HTTPMethod.PUT, .DELETE, .PATCH, .OPTIONS, .TRACE])
  func otherMethodsDoNothing(_ method: HTTPMethod) async throws {
    try await serving { server, _ in
      let heard = try await Visitor(server.address).send(method, "/api/answer")
      #expect([400, 404, 405].contains(heard.status), "\(heard.status)")
      #expect(heard.headers.first(name: "access-control-allow-origin") == nil)
    }
  }

  @Test func markupInEveryFieldStaysText() async throws {
    try await serving { server, _ in
      let markup = "<img src=x onerror=alert(1)>\"'&</script>"
      var judge = Visitor(server.address)
      #expect(
        try await judge.begin(["worker": ["source": "prolific", "id": .string(markup)]]).status
          == 201)
      let tab = JSONValue.string(judge.tab)
      #expect(
        try await judge.post("/api/comment", ["tab": tab, "text": .string(markup)]).status == 204)
      var experimenter = Visitor(server.address)
      let path = String(server.experimenterAddress.dropFirst(server.address.count))
      let set = try await experimenter.get(path).headers.first(name: "set-cookie")
      experimenter.cookie = set.map { String($0.prefix { $0 != ";" }) }
      let numbers = try await experimenter.get("/experimenter/numbers.json")
      #expect(numbers.headers.first(name: "content-type") == "application/json; charset=utf-8")
      let comment = numbers.json["judges"]?.array?.first?["comment"]
      #expect(comment == .string(markup))
      // The page itself is fixed: what judges write never becomes part of it.
      #expect(!(try await experimenter.get("/experimenter").text.contains("onerror")))
    }
  }
}
