import Foundation
import StudyFixtures
import Testing

extension BrowserTests.PaintTests {
  struct Look: Sendable, CustomTestStringConvertible {
    let name: String
    let theme: String
    let (width, height): (Int, Int)
    var testDescription: String { "\(name)-\(theme)" }
  }

  /// The hardest of all looks where neither pictures nor an audit is wished.
  private static var looks: [Look] {
    let looks = [
      Look(name: "tablet", theme: "dark", width: 820, height: 1180),
      Look(name: "desktop", theme: "dark", width: 1360, height: 850),
      Look(name: "desktop", theme: "light", width: 1360, height: 850),
      Look(name: "tablet", theme: "light", width: 820, height: 1180),
      Look(name: "phone", theme: "light", width: 390, height: 844),
    ]
    return BrowserTests.gallery == nil && BrowserTests.axe == nil ? Array(looks.prefix(1)) : looks
  }

  /// Every state of the page is sound: nothing overflows, axe-core finds nothing, and a picture is
  /// taken where one is wished.
  @Test(arguments: looks)
  func everyStateOfThePageIsSound(_ look: Look) async throws {
    let inspect = { (name: String, browser: Browser) in
      try await BrowserTests.inspect("paint-" + name, look.testDescription, browser)
    }
    try await paintingInBrowser(opening: false) { server, page, browser, _ in
      try await browser.show(width: look.width, height: look.height, theme: look.theme)
      try await browser.go(server.entrance)
      try await page.waitForPicture()
      for (row, column) in [(90, 60), (170, 200)] {
        try await page.tap(row: row, column: column)
        try await page.take(1)
      }
      try await page.waitUntilKept()
      try await inspect("painting", browser)
      try await browser.press("w")
      try await inspect("wiped", browser)
      try await browser.press("?")
      try await inspect("help", browser)
      try await browser.click("#close-help")
      try await browser.script("document.getElementById('save-menu').showPopover()")
      try await inspect("saving", browser)
    }
  }
}
