import Foundation
import PaintFixtures
import ScratchFolders
import StudyFixtures
import Testing

extension BrowserTests.PaintTests {
  private static let measured = ProcessInfo.processInfo.environment["HINTBENCH_PAINT_WEIGHTS"]

  /// Times the page with a network, for `Scripts/measure-paint`: no time is judged here.
  ///
  /// A line each on standard error: what, number of inputs, median and 95 % quantile in milliseconds.
  @Test(.enabled(if: measured != nil, "set HINTBENCH_PAINT_WEIGHTS to a weights file"))
  func howLongAnInputTakes() async throws {
    let scratch = try ScratchFolder()
    var weights = try #require(Self.measured)
    if weights == "width64" {
      weights = scratch.path + "/width64.safetensors"
      try RandomNetwork.write(width: 64, to: weights)
    }
    try await paintingInBrowser(weights: weights) { _, page, browser, _ in
      for (row, column) in [(60, 60), (128, 128), (190, 200)] {
        try await page.tap(row: row, column: column)
      }
      let rounds = 40
      for round in 0..<rounds {
        let place = try await page.spot(
          in: "#gamut", 0.48 + 0.01 * Double(round % 7), 0.47 + 0.01 * Double(round % 5))
        try await page.seeing { try await browser.stroke([place]) }
        // Its suggestions are asked for after the result; they are not to wait for the next one.
        try await Task.sleep(for: .milliseconds(100))
      }
      let times = try await page.latencies().suffix(rounds).sorted()
      Self.report("release to result", times)
      let before = try await page.results()
      let start = try await page.spot(in: "#gamut", 0.45, 0.5)
      let path = (0...250).map { step in (x: start.x + Double(step) * 0.1, y: start.y) }
      let began = ContinuousClock.now
      try await browser.stroke(path, seconds: 0.016)
      let seconds = (ContinuousClock.now - began) / .seconds(1)
      let shown = try await page.results() - before
      Self.tell(String(format: "dragging,%d,%.1f", shown, Double(shown) / seconds))
      #expect(times.count == rounds && shown > 0)
    }
  }

  private static func report(_ what: String, _ times: [Double]) {
    guard !times.isEmpty else { return }
    let (median, late) = (times[times.count / 2], times[(times.count - 1) * 95 / 100])
    tell("\(what),\(times.count)," + String(format: "%.1f,%.1f", median, late))
  }

  private static func tell(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
