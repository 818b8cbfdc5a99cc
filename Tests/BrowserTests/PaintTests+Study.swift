import Foundation
import PaintFixtures
import PaintServer
import Painting
import StudyFixtures
import Testing

extension BrowserTests.PaintTests {
  /// Two pictures, the first with suggestions, the second by sliders and for a short time.
  private struct Brief: PaintingPolicy {
    let folder: String
    let introduction: PaintingIntroduction? = PaintingIntroduction(
      title: "Colours in a minute", consent: ["You may stop at any time."],
      goal: "Make it look realistic.", thanks: "Thank you for your time.")
    let allowsUploads = false
    let isFree = false
    let method = "local-hints"

    func subject(wish: String?, taken: [String]) -> String { "S\(taken.count + 1)" }

    func pictures(of subject: String) -> [OfferedPicture] {
      [
        OfferedPicture(
          key: "a", title: "Picture 1", path: folder + "/scene-0.png", seconds: 600,
          isTraining: true),
        OfferedPicture(
          key: "b", title: "Picture 2", path: folder + "/scene-1.png", arm: .noRecommendation,
          seconds: 8),
      ]
    }
  }

  /// From consent to thanks; the last picture saves itself when its time is up.
  @Test func aStudyLeadsThroughItsPictures() async throws {
    try await paintingInBrowser(
      pictures: 2, opening: false, policy: { Brief(folder: $0) }
    ) { server, page, browser, _ in
      try await browser.go(server.entrance)
      try await Self.goOn("Colours in a minute", browser)
      try await Self.goOn("First, some practice", browser)
      try await page.waitForPicture()
      let clock = try await browser.script("return document.querySelector('.clock').textContent")
      #expect(clock.string?.hasPrefix("9:5") == true || clock == "10:00")
      try await page.tap(row: 90, column: 90)
      try await page.take(1)
      // A reload goes on where it was, and the clock with it.
      try await page.waitUntilKept()
      try await browser.reload()
      try await page.waitForPicture()
      let count = try await browser.script("return document.getElementById('count').textContent")
      #expect(count == "1 point")
      try await browser.click("#study-bar .next")
      try await Self.goOn("Picture 1 of 1", browser)
      try await browser.wait(for: "#sliders")
      try await browser.wait(until: "!document.getElementById('study-bar').hidden")
      try await page.tap(row: 60, column: 120)
      // Keys of the other controls do nothing here.
      for key in ["1", "e"] { try await browser.press(key) }
      try await page.seeing {
        try await browser.click("#sliders .common li:nth-child(20) button")
      }
      try await browser.wait(
        until: "document.querySelector('#screen h1')?.textContent === 'Thank you'")
      let events = try page.events(server)
      #expect(events.map(\.action) == [.open, .add, .recolor, .timeout])
      #expect(events[2].source == .common)
      #expect(events.allSatisfy { $0.suggested.isEmpty })
      let session = try #require(try server.log.sessions().first)
      let paintings = try server.log.paintings(of: session.id)
      #expect(paintings.allSatisfy { $0.finishedAt != nil })
      let first = try server.log.events(of: paintings[0].id).map(\.event)
      #expect(first.map(\.action) == [.open, .add, .recolor, .save])
    }
  }

  /// Two pictures, one in each arm; the words at the end alone tell what is compared.
  private struct BothArms: PaintingPolicy {
    let folder: String
    let arms: [PaintingArm]
    let introduction: PaintingIntroduction? = PaintingIntroduction(
      title: "Colours in a minute", consent: ["You may stop at any time."],
      goal: "Make it look realistic.", thanks: "We compared suggestions with sliders.")
    let allowsUploads = false
    let isFree = false
    let method = "local-hints"

    func subject(wish: String?, taken: [String]) -> String { "S\(taken.count + 1)" }

    func pictures(of subject: String) -> [OfferedPicture] {
      arms.enumerated().map { index, arm in
        OfferedPicture(
          key: "\(index)", title: "Picture \(index + 1)", path: folder + "/scene-\(index).png",
          arm: arm, seconds: 600)
      }
    }
  }

  /// Words of what only one arm has.
  private static func words(of arm: PaintingArm) -> [String] {
    switch arm {
    case .full:
      [
        "suggest", "palette", "gamut", "recent", "pick", "take a colour", "eyedropper", "probab",
        "thinking", "all colours", "recommend",
      ]
    case .noRecommendation: ["slider", "common", "hue", "saturation", "hsv", "recommend"]
    }
  }

  /// In no place, seen or not, is there a word of what the arm at hand does not have: not in the DOM
  /// with its labels, titles and help, nor in what the server answers, nor in the program itself.
  @Test(arguments: [[PaintingArm.noRecommendation, .full], [.full, .noRecommendation]])
  func anArmSpeaksOfItselfAlone(_ arms: [PaintingArm]) async throws {
    try await paintingInBrowser(
      pictures: 2, opening: false, policy: { BothArms(folder: $0, arms: arms) }
    ) { server, page, browser, _ in
      try await browser.go(server.entrance)
      try await browser.wait(for: "#screen h1")
      let consent = try await page.wholeText()
      for word in arms.flatMap(Self.words) { #expect(!consent.contains(word), "\(word)") }
      try await Self.goOn("Colours in a minute", browser)
      for (index, arm) in arms.enumerated() {
        let foreign = Self.words(of: arm == .full ? .noRecommendation : .full)
        let expectOwnWords = { (place: String) in
          let text = try await page.wholeText()
          for word in foreign {
            #expect(!text.contains(word), "\(word) in \(place) of \(arm): \(text)")
          }
        }
        try await browser.wait(
          until: "document.querySelector('#screen h1').textContent === 'Picture \(index + 1) of 2'")
        try await expectOwnWords("the screen before")
        try await Self.goOn("Picture \(index + 1) of 2", browser)
        try await page.waitForPicture()
        try await browser.wait(until: "!document.getElementById('study-bar').hidden")
        try await expectOwnWords("the untouched picture")
        try await page.tap(row: 60, column: 120)
        if arm == .full {
          try await page.take(2)
        } else {
          try await page.seeing {
            try await browser.click("#sliders .common li:nth-child(20) button")
          }
        }
        try await browser.press("?")
        try await expectOwnWords("the help")
        try await browser.click("#close-help")
        let answers = try await browser.script(
          """
          const get = async (path) => (await fetch(path)).text();
          const { pictures } = JSON.parse(await get("/api/pictures"));
          const now = pictures.find(({ isOver }) => !isOver).id;
          const enter = await fetch("/api/enter", {
            method: "POST", headers: { "content-type": "application/json" }, body: "{}",
          });
          return [
            await get("/api/pictures"), await get(`/api/pictures/${now}/events`), await enter.text(),
          ].join(" ");
          """)
        let told = (answers.string ?? foreign[0]).lowercased()
        for word in foreign {
          #expect(!told.contains(word), "\(word) in \(told)")
        }
        if index == 0, arm == .noRecommendation {
          try await Self.expectNoFile(speaksOf: ["suggest", "recommend"], browser)
        }
        try await browser.click("#study-bar .next")
      }
      try await browser.wait(
        until: "document.querySelector('#screen h1').textContent === 'Thank you'")
      let end = try await page.wholeText()
      #expect(end.contains("we compared suggestions with sliders."))
    }
  }

  /// The page's files that were asked for until now hold none of the words.
  private static func expectNoFile(speaksOf words: [String], _ browser: Browser) async throws {
    let files = try await browser.script(
      """
      const names = performance.getEntriesByType("resource").map(({ name }) => name);
      const files = [location.href, ...names].filter((name) => !name.includes("/api/"));
      const texts = await Promise.all(files.map(async (name) => (await fetch(name)).text()));
      return files.map((name, index) => `${name} ${texts[index]}`);
      """)
    let texts = files.array?.compactMap(\.string) ?? []
    #expect(texts.count > 15)
    for text in texts {
      for word in words {
        #expect(!text.lowercased().contains(word), "\(word) in \(text.prefix(60))")
      }
    }
  }

  private static func goOn(_ heading: String, _ browser: Browser) async throws {
    try await browser.wait(
      until: "document.querySelector('#screen h1')?.textContent === '\(heading)'"
        + " && !document.getElementById('screen').hidden")
    try await browser.click("#screen button")
  }
}
