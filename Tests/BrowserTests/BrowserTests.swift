import Foundation
import GRDB
import PerceptualStudy
import StudyFixtures
import StudyServer
import Testing

/// The page in a real browser. One test at a time: each has a browser and looks at times.
@Suite(
  .serialized,
  .enabled(if: DriverProcess.isInstalled, "needs Debian's chromium and chromium-driver"))
struct BrowserTests {
  @Test func aStudyFromConsentToTheClosingPage() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      try await page.answerAll(keys: ["1", "2", "\u{E012}", "\u{E014}"])
      #expect(try await page.heading() == "Thank you")
      let answers = try await column(
        server, "SELECT answer FROM answers ORDER BY position", as: String.self)
      // 1 and the left arrow name the first picture.
      #expect(answers == ["first", "second", "first", "second", "first", "second"])
      let errors = try await browser.console().filter { $0["level"] != "INFO" }
      #expect(errors.isEmpty, "\(errors)")
      let requests = try await browser.requests()
      #expect(requests.count > 20)
      for request in requests {
        #expect(request.hasPrefix(server.address + "/") || request.hasPrefix("blob:"), "\(request)")
      }
      let plates = try await column(server, "SELECT screen FROM sessions", as: String.self)
      #expect(plates.first?.contains("\"platesShown\":4") == true)
    }
  }

  /// Nothing is said of practice where there is none, and of breaks where there are none.
  @Test func wordsFitAStudyWithoutPractice() async throws {
    var fixture = FixtureDesign()
    fixture.declaration.practice = 0
    fixture.declaration.trials = 2
    fixture.declaration.vigilance = 0
    fixture.declaration.breakEvery = 0
    try await judging(fixture) { server, page, _ in
      var words = ""
      try await page.passChecks(looking: { _ in words += try await page.words() })
      try await page.waitForHeading("Ready?")
      words += try await page.words()
      try await page.goOn()
      try await page.answerAll(looking: { _ in words += try await page.words() })
      words += try await page.words()
      #expect(words.contains("There are 2 pairs, and each counts."))
      #expect(words.contains("2 pairs follow."))
      for word in ["practi", "easy on purpose", "break", " 0 "] {
        #expect(!words.localizedCaseInsensitiveContains(word), "\(word): \(words)")
      }
      #expect(
        try await column(server, "SELECT kind FROM answers", as: String.self) == ["main", "main"])
    }
  }

  /// A study of one pair to practise and one that counts says so in the singular.
  @Test func wordsFitAStudyOfSinglePairs() async throws {
    var fixture = FixtureDesign()
    fixture.declaration.practice = 1
    fixture.declaration.trials = 1
    fixture.declaration.vigilance = 0
    try await judging(fixture) { _, page, _ in
      var words = ""
      try await page.reachPractice(looking: { _ in words += try await page.words() })
      try await page.goOn()
      try await page.answerAll(looking: { _ in words += try await page.words() })
      #expect(
        words.contains(
          "First comes 1 pair to practise, with the answer. Then comes 1 pair that counts."))
      #expect(words.contains("1 pair, with the answer after it. It does not count."))
      #expect(words.contains("1 pair follows."))
      #expect(!words.contains("1 pairs"))
    }
  }

  @Test func exposuresAreRightToOneAndAHalfFrames() async throws {
    let exposure = Exposure(before: 300, picture: 500, between: 200)
    try await judging(BrowserDesign.brief(exposure: exposure)) { server, page, _ in
      try await page.reachPractice()
      try await page.goOn()
      try await page.answerAll()
      let errors = try await Self.exposureErrors(server, picture: 500)
      #expect(errors.count == 12)
      #expect(errors.count { $0 > 1.5 } <= 1, "\(errors)")
    }
  }

  @Test func aReloadGoesOnAtTheUnfinishedTrialAndMarksIt() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      _ = try await page.waitForQuestion()
      try await browser.press("1")
      try await page.waitForHeading("Now it counts")
      try await page.goOn()
      _ = try await page.waitForQuestion()
      try await browser.reload()
      try await page.waitForHeading("Now it counts")
      try await page.goOn()
      try await page.answerAll()
      let rows = try await column(
        server, "SELECT position || ':' || interruptions FROM answers ORDER BY position",
        as: String.self)
      #expect(rows == ["1:0", "2:1", "3:0", "4:0", "5:0", "6:0"])
    }
  }

  @Test func aCutNetworkLosesAndDoublesNothing() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      _ = try await page.waitForQuestion()
      try await browser.devTools("Network.enable")
      try await network(browser, isOff: true)
      try await browser.press("2")
      try await browser.wait(
        until: "document.getElementById('status').textContent.includes('Not saved yet')")
      #expect(try await column(server, "SELECT position FROM answers", as: Int.self) == [])
      try await network(browser, isOff: false)
      try await page.answerAll()
      let rows = try await column(
        server, "SELECT position FROM answers ORDER BY position", as: Int.self)
      #expect(rows == Array(1...6))
      let events = try await column(server, "SELECT kind FROM events", as: String.self)
      #expect(events.contains("retry"))
    }
  }

  @Test func aSecondTabIsRefusedAndMayTakeOver() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      let (old, new) = try await browser.openTab()
      try await browser.go(server.address)
      try await page.waitForHeading("open in another tab")
      try await browser.click("main .actions button")
      try await page.waitForHeading("First, some practice")
      try await browser.switchTo(old)
      try await page.waitForHeading("goes on in another tab")
      try await browser.switchTo(new)
      try await page.goOn()
      try await page.answerAll()
      let rows = try await column(
        server, "SELECT position FROM answers ORDER BY position", as: Int.self)
      #expect(rows == Array(1...6))
    }
  }

  @Test func picturesThatCannotBeLoadedStopTheStart() async throws {
    try await judging { _, page, browser in
      try await browser.devTools("Network.enable")
      try await browser.devTools("Network.setBlockedURLs", ["urls": ["*/stimulus/*"]])
      try await browser.wait(for: "body.consent")
      try await page.goOn()
      try await browser.wait(for: "body.instructions")
      try await page.goOn()
      for plate in 1...4 {
        try await browser.wait(
          until: "document.getElementById('step').textContent.includes('\(plate) of 4')")
        try await browser.click("main .digits button")
      }
      try await browser.wait(for: "body.screen button:enabled")
      try await page.goOn()
      try await page.waitForHeading("Some pictures could not be loaded")
      try await browser.devTools("Network.setBlockedURLs", ["urls": []])
      try await page.goOn()
      try await page.waitForHeading("First, some practice")
    }
  }

  @Test func aTelephoneIsRefusedPolitely() async throws {
    try await judging(opening: false) { server, page, browser in
      try await browser.devTools(
        "Emulation.setDeviceMetricsOverride",
        ["width": 390, "height": 844, "deviceScaleFactor": 3, "mobile": true])
      try await browser.devTools(
        "Emulation.setTouchEmulationEnabled", ["enabled": true, "maxTouchPoints": 5])
      try await browser.go(server.address)
      try await page.waitForHeading("Please use a larger screen")
      #expect(try await column(server, "SELECT id FROM sessions", as: Int.self) == [])
    }
  }

  @Test func rightToLeftKeepsTheArrowsMeaning() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await browser.script("document.documentElement.dir = 'rtl'")
      try await page.goOn()
      _ = try await page.waitForQuestion()
      let places = try await browser.script(
        """
        const left = (name) =>
          document.querySelector(`[data-answer=${name}]`).getBoundingClientRect().left;
        return [left("first"), left("second")];
        """)
      let first = try #require(places.array?[0].number)
      let second = try #require(places.array?[1].number)
      #expect(first > second)
      // The first button stands on the right, and the right arrow names it.
      try await browser.press("\u{E014}")
      try await browser.wait(for: ".feedback .verdict")
      let answers = try await column(server, "SELECT answer FROM answers", as: String.self)
      #expect(answers == ["first"])
    }
  }

  @Test func answersByPointerAreTaken() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      _ = try await page.waitForQuestion()
      try await browser.click("[data-answer=second]")
      try await browser.wait(for: ".feedback .verdict")
      let rows = try await column(
        server, "SELECT answer || ' by ' || input FROM answers", as: String.self)
      #expect(rows == ["second by pointer"])
    }
  }

  @Test func withdrawalFromTheClosingPageDeletesTheAnswers() async throws {
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      try await page.answerAll()
      try await browser.click("button.danger")
      try await page.waitForHeading("Delete all your answers?")
      try await browser.click("main .actions button.quiet")
      try await page.waitForHeading("Your answers are deleted")
      #expect(try await column(server, "SELECT position FROM answers", as: Int.self) == [])
    }
  }

  @Test func markupOfJudgesStaysTextOnTheExperimentersPage() async throws {
    let markup = "<img src=x onerror=document.title='broken'>"
    try await judging { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      try await page.answerAll()
      try await browser.script(
        "document.getElementById('remark').value = arguments[0]", .string(markup))
      try await browser.click("section .actions button.quiet")
      try await browser.wait(until: "document.body.innerText.includes('your remark is saved')")
      try await browser.go(server.experimenterAddress)
      try await browser.wait(for: "#judges tr")
      let text = try await browser.script("return document.querySelector('#judges').innerText")
      #expect(text.string?.contains(markup) == true)
      #expect(try await browser.script("return document.querySelector('#judges img')") == .null)
      #expect(try await browser.script("return location.search") == "")
      let errors = try await browser.console().filter { $0["level"] != "INFO" }
      #expect(errors.isEmpty, "\(errors)")
    }
  }
}
