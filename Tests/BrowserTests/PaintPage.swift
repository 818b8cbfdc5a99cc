import Foundation
import PaintFixtures
import PaintServer
import Painting
import StudyFixtures
import Testing

/// The painter's page in a browser, as a person uses it.
struct PaintPage {
  let browser: Browser

  /// Waits until the picture and its first result are seen.
  func waitForPicture() async throws {
    try await browser.wait(until: "document.body.classList.contains('open')")
    try await waitForResults(1)
  }

  /// How many results were drawn so far.
  func results() async throws -> Int {
    let count = try await browser.script(
      "return performance.getEntriesByName('hintbench-result').length")
    return Int(count.number ?? 0)
  }

  /// Waits until so many results were drawn.
  func waitForResults(_ count: Int) async throws {
    try await browser.wait(
      until: "performance.getEntriesByName('hintbench-result').length >= \(count)")
  }

  /// Does something that changes the result, and waits for that.
  func seeing(_ body: () async throws -> Void) async throws {
    let before = try await results()
    try await body()
    try await waitForResults(before + 1)
  }

  /// Waits until the server has every change.
  func waitUntilKept() async throws {
    try await browser.wait(until: "document.body.dataset.kept === 'true'")
  }

  /// Milliseconds of the inputs so far, from the input's own time to the drawn result.
  func latencies() async throws -> [Double] {
    let found = try await browser.script(
      "return performance.getEntriesByName('hintbench-latency').map((entry) => entry.duration)")
    return found.array?.compactMap(\.number) ?? []
  }

  /// Where a place of the working size is in the window.
  func spot(row: Int, column: Int) async throws -> (x: Double, y: Double) {
    let found = try await browser.script(
      """
      const { View } = await import("/page/view.js");
      const canvas = document.getElementById("points");
      const box = canvas.getBoundingClientRect();
      const gray = await (await fetch(`/api/pictures/${location.hash.slice(1)}/gray.png`)).blob();
      const picture = await createImageBitmap(gray);
      const view = new View();
      view.aspect = picture.width / picture.height;
      const frame = view.frame(canvas.clientWidth, canvas.clientHeight);
      return [
        box.left + frame.left + (arguments[1] + 0.5) * frame.width / 256,
        box.top + frame.top + (arguments[0] + 0.5) * frame.height / 256,
      ];
      """, .number(Double(row)), .number(Double(column)))
    let numbers = found.array?.compactMap(\.number) ?? []
    try #require(numbers.count == 2)
    return (numbers[0], numbers[1])
  }

  /// A spot within an element, by shares of its size.
  func spot(in selector: String, _ x: Double, _ y: Double) async throws -> (x: Double, y: Double) {
    let found = try await browser.script(
      """
      const box = document.querySelector(arguments[0]).getBoundingClientRect();
      return [box.left + arguments[1] * box.width, box.top + arguments[2] * box.height];
      """, .string(selector), .number(x), .number(y))
    let numbers = found.array?.compactMap(\.number) ?? []
    try #require(numbers.count == 2)
    return (numbers[0], numbers[1])
  }

  /// Sets a point, and waits for the result.
  func tap(row: Int, column: Int, pointer: String = "mouse", button: Int = 0) async throws {
    let place = try await spot(row: row, column: column)
    try await seeing {
      try await browser.stroke([place], pointer: pointer, button: button)
    }
  }

  /// Paints on with another method, as by the list of methods, and waits for the result.
  func choose(method: String) async throws {
    try await seeing {
      try await browser.script(
        """
        const list = document.getElementById("method");
        list.value = arguments[0];
        list.dispatchEvent(new Event("change"));
        """, .string(method))
    }
  }

  /// Everything that the page holds, seen or not, as HTML with the states of its fields; in lower case
  /// and without the role by which the divider between the pictures is called a slider.
  func wholeText() async throws -> String {
    let found = try await browser.script(
      """
      const fields = [...document.querySelectorAll("input, select, output")].map(({ value }) => value);
      return [document.documentElement.outerHTML, ...fields].join("\\n");
      """)
    return (found.string ?? "").lowercased().replacingOccurrences(of: "role=\"slider\"", with: "")
  }

  /// Takes a suggestion, and waits for the result.
  func take(_ rank: Int) async throws {
    try await browser.wait(
      until: "document.querySelectorAll('#suggestions button:enabled').length >= \(rank)")
    try await seeing { try await browser.press("\(rank)") }
  }

  /// The painted points as the server has them.
  func points(_ server: RunningPaintServer) throws -> [PaintedPoint] {
    try lastState(server)?.points ?? []
  }

  /// The last state that the server has.
  func lastState(_ server: RunningPaintServer) throws -> PaintingState? {
    try events(server).last?.state
  }

  /// All that the server has of the last picture that was opened.
  func events(_ server: RunningPaintServer) throws -> [PaintingEvent] {
    var latest: [PaintingEvent] = []
    for session in try server.log.sessions() {
      for painting in try server.log.paintings(of: session.id) {
        let events = try server.log.events(of: painting.id).map(\.event)
        if !events.isEmpty { latest = events }
      }
    }
    return latest
  }

  /// Posts a state as the page does, and gives the file that comes back.
  func file(_ kind: String, of state: PaintingState) async throws -> Data {
    let text = String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    let found = try await browser.script(
      """
      const { file } = await import("/page/server.js");
      const { blob } = await file(location.hash.slice(1), arguments[0], JSON.parse(arguments[1]));
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let letters = "";
      for (const byte of bytes) letters += String.fromCharCode(byte);
      return btoa(letters);
      """, .string(kind), .string(text))
    return Data(base64Encoded: found.string ?? "") ?? Data()
  }
}
