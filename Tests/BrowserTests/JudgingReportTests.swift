import Foundation
import PerceptualAnalysis
import PerceptualStudy
import ScratchFolders
import StudyFixtures
import Testing

/// The report of a judging study with long names and many methods: nothing is cut at any width, first
/// columns stay, figures follow the theme.
@Suite(
  .serialized,
  .enabled(if: DriverProcess.isInstalled, "needs Debian's chromium and chromium-driver"))
struct JudgingReportTests {
  private static let methods = [
    "hierarchical-attention-colorization-with-user-hints", "gray", "local-hints",
    "a-method-name-of-sixty-four-letters-as-long-as-names-may-be-4321", "global-hints",
  ]

  /// Twelve judges of twenty images.
  private static func report(in scratch: ScratchFolder) throws -> String {
    var judgements: [Judgement] = []
    for judge in 1...12 {
      for position in 1...20 {
        let isFirst: Bool = (judge * 7 + position * 5) % 6 < 2
        let trial = Trial(
          position: position, kind: .main, image: "photograph-\(position)",
          method: methods[(judge + position) % methods.count],
          realFirst: (judge + position / 2) % 2 == 0)
        judgements.append(
          Judgement(
            judge: "\(judge)", trial: trial, answer: isFirst ? .first : .second,
            reactionMilliseconds: 640))
      }
    }
    try AnswersFile.write(judgements, to: scratch.file("answers.csv"))
    _ = try AnalysisFolder.write(
      JudgedStudy(file: scratch.file("answers.csv"), draws: 200), to: scratch.file("out"))
    return "file://" + scratch.file("out/report.html")
  }

  @Test(arguments: ["light", "dark"])
  func nothingIsCutAndFirstColumnsStay(_ theme: String) async throws {
    let scratch = try ScratchFolder()
    let address = try Self.report(in: scratch)
    try await Browser.with { browser in
      try await browser.devTools(
        "Emulation.setEmulatedMedia",
        ["features": [["name": "prefers-color-scheme", "value": .string(theme)]]])
      for width in [420, 1280, 1920] {
        try await browser.devTools(
          "Emulation.setDeviceMetricsOverride",
          [
            "width": .number(Double(width)), "height": 900, "deviceScaleFactor": 1, "mobile": false,
          ])
        try await browser.go(address)
        try await Self.inspect(browser, width, theme)
      }
    }
  }

  private static func inspect(_ browser: Browser, _ width: Int, _ theme: String) async throws {
    let overflow = try await browser.script(
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    #expect((overflow.number ?? 1) <= 0, "\(width)")
    // Scrolled to its end, each table still shows its first column at the box's left.
    let moved = try await browser.script(
      """
      return [...document.querySelectorAll(".scroll")].map((box) => {
        box.scrollLeft = 1e6;
        const cell = box.querySelector("tbody th").getBoundingClientRect();
        return Math.abs(cell.left - box.getBoundingClientRect().left);
      });
      """)
    let distances = moved.array?.compactMap(\.number) ?? []
    #expect(distances.count >= 4 && distances.allSatisfy { $0 < 2 }, "\(width): \(distances)")
    let scrolls = try await browser.script(
      "return [...document.querySelectorAll('.scroll')].some((box) => box.scrollWidth > box.clientWidth)"
    )
    if width == 420 { #expect(scrolls.bool == true) }
    let outside = try await browser.script(
      """
      return [...document.querySelectorAll(".figure svg")].filter((panel) => {
        const [inner, outer] = [panel, panel.parentElement].map((it) => it.getBoundingClientRect());
        return inner.width < 300 || inner.left < outer.left || inner.right > outer.right;
      }).length;
      """)
    #expect(outside.number == 0, "\(width)")
    let ink = try await browser.script(
      """
      const text = [...document.querySelectorAll(".figure text")].find((it) => it.textContent.trim());
      const [red] = getComputedStyle(text).fill.match(/[\\d.]+/g).map(Number);
      return red <= 1 ? 255 * red : red;
      """)
    let isLight = (ink.number ?? .nan) > 128
    #expect(isLight == (theme == "dark"), "\(ink)")
  }
}
