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
      Look(name: "420", theme: "dark", width: 420, height: 900),
      Look(name: "420", theme: "light", width: 420, height: 900),
      Look(name: "820", theme: "light", width: 820, height: 1180),
      Look(name: "1280", theme: "dark", width: 1280, height: 800),
      Look(name: "1280", theme: "light", width: 1280, height: 800),
      Look(name: "1920", theme: "dark", width: 1920, height: 1080),
      Look(name: "1920", theme: "light", width: 1920, height: 1080),
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
      try await browser.script("document.getElementById('save-menu').hidePopover()")
      try await page.choose(method: "global-hints")
      try await browser.wait(
        until: "document.getElementById('suggestions-note').textContent.startsWith('This method')")
      try await inspect("global", browser)
    }
  }

  /// Two ways to see the pictures are a choice of one; grey under the points is on or off; all by mouse
  /// and by keyboard.
  @Test func theViewIsAChoiceAndASwitch() async throws {
    try await paintingInBrowser { _, page, browser, _ in
      let roles = try await browser.script(
        """
        const group = document.querySelector("[role=radiogroup]");
        const choices = [...group.querySelectorAll("input")].map(
          ({ type, name, labels }) => `${type} ${name}: ${labels[0].textContent}`);
        const gray = document.getElementById("gray");
        return [
          group.getAttribute("aria-label"), ...choices,
          `${gray.type} ${gray.getAttribute("role")}: ${gray.labels[0].textContent}`,
          String(group.contains(gray)),
        ];
        """)
      #expect(
        roles.array?.compactMap(\.string) == [
          "Arrangement", "radio view: Side by side", "radio view: Over each other",
          "checkbox switch: Points on grey", "false",
        ])
      func expect(_ wiped: Bool, _ gray: Bool, _ what: String) async throws {
        let state = try await browser.script(
          """
          const checked = (id) => document.getElementById(id).checked;
          return [
            checked("pair"), checked("wipe"), document.body.classList.contains("wiped"), checked("gray"),
          ];
          """)
        #expect(state.array?.compactMap(\.bool) == [!wiped, wiped, wiped, gray], "\(what)")
      }
      try await expect(false, true, "at first")
      try await browser.press("w")
      try await expect(true, true, "W")
      try await browser.press("g")
      try await expect(true, false, "G")
      try await browser.click("label:has(#pair)")
      try await expect(false, false, "a click on the first")
      // The focus is in the group now: arrows choose, and all other keys still work.
      try await browser.press("\u{E014}")
      try await expect(true, false, "the right arrow")
      try await browser.press("g")
      try await expect(true, true, "G in the group")
      try await browser.click("label:has(#gray)")
      try await expect(true, false, "a click on the switch")
      try await browser.press(" ")
      try await expect(true, true, "the space bar on the switch")
      try await browser.press("w")
      try await expect(false, true, "W on the switch")
      try await page.tap(row: 50, column: 50)
    }
  }
}
