import Colorization
import Foundation
import Imaging
import PaintFixtures
import StudyFixtures
import Testing

extension BrowserTests.PaintTests {
  /// The global mode: a reference picture's colours, and a saturation.
  @Test func aReferenceAndASaturationGuideThePicture() async throws {
    try await paintingInBrowser { server, page, browser, folder in
      try await page.tap(row: 100, column: 100)
      try await page.seeing {
        try await browser.script(
          """
          const list = document.getElementById("method");
          list.value = "global-hints";
          list.dispatchEvent(new Event("change"));
          """)
      }
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
      let panels = try await browser.script(
        """
        return [...document.querySelectorAll("#rail section")].filter(
          (section) => getComputedStyle(section).display !== "none").length;
        """)
      #expect(panels == 2)
    }
  }
}
