import Foundation
import PerceptualStudy
import StudyFixtures
import Testing

extension BrowserTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// Where screenshots go; nil to take none.
  static let gallery = environment["HINTBENCH_SCREENSHOTS"]
  /// The file `axe.min.js` of axe-core 4; nil to leave the audit out.
  static let axe = environment["HINTBENCH_AXE"]

  struct Look: Sendable, CustomTestStringConvertible {
    let theme: String
    let (width, height): (Int, Int)
    var testDescription: String { "\(theme)-\(width)x\(height)" }
  }

  /// Light and dark at two sizes; the smaller in the dark, which is the hardest of the four, where
  /// neither pictures nor an audit is wished.
  private static var looks: [Look] {
    let looks = [
      Look(theme: "dark", width: 760, height: 720), Look(theme: "light", width: 760, height: 720),
      Look(theme: "dark", width: 1280, height: 800), Look(theme: "light", width: 1280, height: 800),
    ]
    return gallery == nil && axe == nil ? Array(looks.prefix(1)) : looks
  }

  /// Every screen is sound: nothing overflows, axe-core finds nothing, and a picture is taken where
  /// one is wished.
  @Test(arguments: looks)
  func everyScreenIsSound(_ look: Look) async throws {
    try await judging(opening: false) { server, page, browser in
      try await browser.devTools(
        "Emulation.setDeviceMetricsOverride",
        [
          "width": .number(Double(look.width)), "height": .number(Double(look.height)),
          "deviceScaleFactor": 1, "mobile": false,
        ])
      try await browser.devTools(
        "Emulation.setEmulatedMedia",
        ["features": [["name": "prefers-color-scheme", "value": .string(look.theme)]]])
      try await browser.go(server.address)
      let inspect = { (name: String) in try await Self.inspect(name, look.testDescription, browser)
      }
      try await page.reachPractice(looking: inspect)
      try await page.goOn()
      try await page.answerAll(looking: inspect)
      try await inspect("closing")
      try await browser.click("button.danger")
      try await page.waitForHeading("Delete all your answers?")
      try await inspect("withdraw")
      try await browser.go(server.experimenterAddress)
      try await browser.wait(for: "#judges tr")
      try await inspect("experimenter")
      try await browser.devTools("Network.clearBrowserCookies")
      try await browser.go(server.address)
      try await browser.wait(for: "body.consent")
      try await browser.click("main .actions button.quiet")
      try await page.waitForHeading("Thank you")
      try await inspect("declined")
      let errors = try await browser.console().filter { $0["level"] != "INFO" }
      #expect(errors.isEmpty, "\(errors)")
    }
  }

  /// Checks what is seen, and takes a picture of it where one is wished.
  static func inspect(_ name: String, _ look: String, _ browser: Browser) async throws {
    let overflow = try await browser.script(
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    #expect((overflow.number ?? 1) <= 0, "\(name) is wider than the window")
    if let gallery {
      try FileManager.default.createDirectory(atPath: gallery, withIntermediateDirectories: true)
      try await browser.screenshot().write(
        to: URL(fileURLWithPath: "\(gallery)/\(name)-\(look).png"))
    }
    guard let axe else { return }
    try await browser.script(try String(contentsOfFile: axe, encoding: .utf8))
    let found = try await browser.script(
      """
      const result = await axe.run(document, {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return result.violations.map(
        ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.html).join(" ")}`);
      """)
    let violations = found.array?.compactMap(\.string) ?? ["no audit"]
    #expect(violations.isEmpty, "\(name), \(look): \(violations)")
  }

  /// A whole study of 60 trials at the published exposures; some five minutes.
  @Test(.enabled(if: environment["HINTBENCH_FULL_STUDY"] != nil, "set HINTBENCH_FULL_STUDY"))
  func aWholeStudyKeepsItsTimes() async throws {
    var fixture = FixtureDesign()
    fixture.images = 80
    fixture.side = 256
    fixture.declaration.imageSize = 256
    fixture.declaration.practice = 5
    fixture.declaration.trials = 50
    fixture.declaration.vigilance = 5
    fixture.declaration.exposure = Exposure()
    fixture.declaration.breakEvery = 20
    fixture.declaration.judges = 2
    try await judging(fixture) { server, page, browser in
      try await page.reachPractice()
      try await page.goOn()
      try await page.answerAll()
      let errors = try await Self.exposureErrors(server, picture: 1000)
      #expect(errors.count == 120)
      let late = errors.count { $0 > 1.5 }
      #expect(late * 100 <= errors.count, "\(errors.sorted().suffix(5))")
      let summary = errors.sorted()
      FileHandle.standardError.write(
        Data(
          "exposures: \(errors.count), median error \(summary[60]) frames, largest \(summary[119])\n"
            .utf8))
      let requests = try await browser.requests()
      #expect(requests.allSatisfy { $0.hasPrefix(server.address + "/") })
      let complaints = try await browser.console().filter { $0["level"] != "INFO" }
      #expect(complaints.isEmpty, "\(complaints)")
    }
  }
}
