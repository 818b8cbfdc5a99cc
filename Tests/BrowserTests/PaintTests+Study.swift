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
      try await browser.wait(until: "document.body.dataset.arm === 'no-recommendation'")
      try await browser.wait(until: "!document.getElementById('study-bar').hidden")
      try await page.tap(row: 60, column: 120)
      let hidden = try await browser.script(
        "return getComputedStyle(document.getElementById('suggestions')).display === 'none'"
          + " || document.getElementById('suggestions').offsetParent === null")
      #expect(hidden == true)
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

  private static func goOn(_ heading: String, _ browser: Browser) async throws {
    try await browser.wait(
      until: "document.querySelector('#screen h1')?.textContent === '\(heading)'"
        + " && !document.getElementById('screen').hidden")
    try await browser.click("#screen button")
  }
}
