import Colorization
import Foundation
import Imaging
import PaintFixtures
import Painting
import StudyFixtures
import Testing

extension BrowserTests.PaintTests {
  /// The global mode: a reference picture's colours, and a saturation.
  @Test func aReferenceAndASaturationGuideThePicture() async throws {
    try await paintingInBrowser { server, page, browser, folder in
      try await page.tap(row: 100, column: 100)
      try await page.choose(method: "global-hints")
      let path = folder + "/reference.png"
      try Data(ScenePictures.bytes(8)).write(to: URL(fileURLWithPath: path))
      try await page.seeing { try await browser.type(path, into: "#global input[type=file]") }
      try await browser.script("document.querySelector('#global input[type=range]').focus()")
      try await page.seeing { try await browser.press("\u{E014}") }
      try await page.waitUntilKept()
      let events = try page.events(server)
      #expect(events.map(\.action) == [.open, .add, .method, .global, .global])
      let measured = GlobalHints.measured(from: try ImageFile.read(path))
      let wish = try #require(events.last?.state.global)
      #expect(wish.histogram == measured.histogram)
      let saturation = try #require(wish.saturation)
      let expected = ((measured.saturation ?? 0) * 100).rounded() / 100 + 0.01
      #expect(abs(saturation - expected) < 0.011)
      // The point is kept for methods that take points.
      #expect(events.last?.state.points.count == 1)
    }
  }

  private static let remark = "document.getElementById('suggestions-note').textContent"
  /// The colours on offer, as the page shows them.
  private static let offered =
    "[...document.querySelectorAll('#suggestions i')].map((fill) => fill.style.backgroundColor).join()"

  /// A method that suggests nothing says so at once, also before anything is asked of the whole picture,
  /// and the field of all colours is there; back under the other method there are suggestions again.
  @Test func aMethodThatSuggestsNothingSaysSo() async throws {
    try await paintingInBrowser { server, page, browser, _ in
      try await page.tap(row: 100, column: 100)
      try await page.take(1)
      try await page.choose(method: "global-hints")
      try await browser.wait(
        until: "\(Self.remark).startsWith('This method suggests no colours.')")
      let colors = "document.querySelectorAll('#suggestions button:enabled').length"
      #expect(try await browser.script("return \(colors)") == 0)
      let start = try await page.spot(in: "#gamut", 0.5, 0.5)
      try await page.seeing {
        try await browser.stroke([start, (x: start.x + 9, y: start.y - 9)], seconds: 0.03)
      }
      try await page.waitUntilKept()
      #expect(try page.events(server).last?.source == .gamut)
      #expect(
        try await browser.script("return \(Self.remark)").string?.contains("Thinking") == false)
      try await page.choose(method: "local-hints")
      try await browser.wait(until: "\(colors) > 3 && \(Self.remark) === ''")
    }
  }

  /// A global network with a palette head suggests, with no wish yet and with one; what it suggests
  /// can be taken.
  @Test func aGlobalNetworkSuggestsWhereItCan() async throws {
    try await paintingInBrowser(globalSuggests: true) { server, page, browser, _ in
      try await page.choose(method: "global-hints")
      try await page.tap(row: 100, column: 100)
      try await page.take(2)
      try await page.waitUntilKept()
      let first = try #require(try page.events(server).last)
      #expect(first.source == .palette && first.rank == 2 && first.suggested.count >= 2)
      #expect(first.state.global == GlobalWish())
      // The suggestions of before stay until those of the new wish are there.
      try await browser.script(
        """
        window.before = \(Self.offered);
        document.querySelector('#global input[type=range]').focus();
        """)
      try await page.seeing { try await browser.press("\u{E014}") }
      try await browser.script("document.getElementById('points').focus()")
      try await browser.wait(until: "\(Self.offered) !== window.before")
      try await page.take(1)
      try await page.waitUntilKept()
      let events = try page.events(server)
      #expect(events.last?.source == .palette && events.last?.state.global.saturation != nil)
      #expect(events.last?.suggested != first.suggested)
    }
  }
}
