import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging
import PaintFixtures
import PaintServer
import Painting
import ScratchFolders
import StudyFixtures
import Testing

extension BrowserTests {
  /// Painting in a real browser.
  struct PaintTests {
    private static let shift = "\u{E008}"
    private static let control = "\u{E009}"

    /// The whole of it: points, suggested colours, undo, redo, a move, saving, a reload.
    @Test func aSessionFromTheFirstPointToTheReload() async throws {
      let scratch = try ScratchFolder()
      let weights = scratch.path + "/random.safetensors"
      try RandomNetwork.write(width: 8, to: weights)
      try await paintingInBrowser(weights: weights) { server, page, browser, folder in
        let places = [(40, 60), (200, 50), (128, 128), (60, 200), (220, 220)]
        for (index, place) in places.enumerated() {
          try await page.tap(row: place.0, column: place.1)
          try await page.take(index % 3 + 1)
        }
        try await page.waitUntilKept()
        #expect(try page.points(server).count == 5)
        try await page.seeing { try await browser.press("z", holding: [Self.control]) }
        try await page.seeing { try await browser.press("z", holding: [Self.control]) }
        try await page.waitUntilKept()
        #expect(try page.points(server).count == 4)
        for _ in 0..<2 {
          try await page.seeing {
            try await browser.press("z", holding: [Self.control, Self.shift])
          }
        }
        let from = try await page.spot(row: 128, column: 128)
        let to = try await page.spot(row: 150, column: 100)
        try await page.seeing { try await browser.stroke([from, to, to]) }
        try await page.waitUntilKept()
        let events = try page.events(server)
        let steps: [PaintingEvent.Action] =
          [.open, .add, .recolor, .add, .recolor, .add, .recolor, .add, .recolor, .add, .recolor]
        let ends: [PaintingEvent.Action] = [.undo, .undo, .redo, .redo, .move]
        #expect(events.map(\.action) == steps + ends)
        #expect(events.filter { $0.source == .palette }.compactMap(\.rank) == [1, 2, 3, 1, 2])
        #expect(events.filter { $0.source == .palette }.allSatisfy { $0.suggested.count >= 3 })
        let state = try #require(events.last?.state)
        #expect(state.points.map(\.row) == [40, 200, 150, 60, 220])
        #expect(state.points.map(\.column) == [60, 50, 100, 200, 220])
        try await Self.expectFiles(of: state, weights: weights, page, folder)
        try await browser.reload()
        try await page.waitForPicture()
        let count = try await browser.script(
          "return document.getElementById('count').textContent")
        #expect(count == "5 points")
        // The history is there, too: eleven steps back lead to the untouched picture.
        for _ in 0..<11 { try await browser.press("z", holding: [Self.control]) }
        try await page.waitUntilKept()
        #expect(try page.points(server).isEmpty)
        #expect(try page.events(server).count == events.count + 11)
        let requests = try await browser.requests()
        for request in requests {
          #expect(
            request.hasPrefix(server.address + "/") || request.hasPrefix("blob:"), "\(request)")
        }
      }
    }

    /// What is saved is what the method makes of the saved points.
    private static func expectFiles(
      of state: PaintingState, weights: String, _ page: PaintPage, _ folder: String
    ) async throws {
      let hints = folder + "/hints.csv"
      try await page.file("points", of: state).write(to: URL(fileURLWithPath: hints))
      let points = try HintsFile.read(hints, height: 256, width: 256)
      #expect(points.points == (try state.points.map { try $0.hint(side: 256) }))
      // As 'hintbench colorize --hints' does it.
      let original = try ImageFile.read(folder + "/pictures/scene-0.png")
      let lightness = LabImage(original.resized(height: 256, width: 256)).lightness
      var session = try MethodKit(weights: [weights]).colorizer(named: "local-hints")
        .session(for: lightness)
      let expected = try session.colorize(points).rendered(lightness: lightness)
      #expect(
        try await page.file("working", of: state) == Data(PNGFile.encode(expected)))
      let shown = try await page.browser.script(
        """
        const { paint } = await import("/page/server.js");
        const { pixels } = await paint(location.hash.slice(1), 1, JSON.parse(arguments[0]), null);
        return Array.from(pixels);
        """,
        .string(String(decoding: try JSONEncoder().encode(state), as: UTF8.self)))
      #expect(shown.array?.compactMap { $0.number.map { UInt8($0) } } == expected.pixels)
    }

    @Test func draggingInTheGamutPaintsAllTheWhile() async throws {
      try await paintingInBrowser { server, page, browser, _ in
        try await page.tap(row: 100, column: 100)
        let before = try await page.results()
        let start = try await page.spot(in: "#gamut", 0.5, 0.5)
        let path = (0...40).map { step -> (x: Double, y: Double) in
          (start.x + Double(step) * 0.8, start.y - Double(step) * 0.8)
        }
        try await browser.stroke(path, seconds: 0.03)
        try await page.waitUntilKept()
        #expect(try await page.results() - before >= 5)
        let events = try page.events(server)
        #expect(events.map(\.action) == [.open, .add, .recolor])
        #expect(events.last?.source == .gamut)
        let point = try #require(events.last?.state.points.first)
        #expect(point.a > 3 && point.b > 3)
        let lightness = try OpenPicture(ScenePictures.bytes(0), name: "x").lightness[100, 100]
        #expect(
          Gamut.contains(LabColor(lightness: lightness, a: point.a, b: point.b)))
      }
    }

    /// Resting on a suggestion shows it; leaving takes it back; nothing is logged.
    @Test func suggestionsShowWhatTheyWouldDo() async throws {
      try await paintingInBrowser { server, page, browser, _ in
        try await page.tap(row: 60, column: 60)
        try await browser.wait(
          until: "document.querySelectorAll('#suggestions button:enabled').length > 3")
        try await page.waitUntilKept()
        let logged = try page.events(server).count
        let swatch = try await page.spot(in: "#suggestions li:nth-child(3)", 0.5, 0.4)
        let away = try await page.spot(in: "#status", 0.5, 0.5)
        for place in [swatch, away] {
          try await page.seeing {
            try await browser.perform([
              [
                "type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"],
                "actions": [
                  [
                    "type": "pointerMove", "duration": 0, "x": .number(place.x.rounded()),
                    "y": .number(place.y.rounded()),
                  ]
                ],
              ]
            ])
          }
        }
        #expect(try page.events(server).count == logged)
        let names = try await browser.script(
          """
          return [...document.querySelectorAll("#suggestions button:enabled")].map(
            (button) => parseInt(/(\\d+) %/.exec(button.getAttribute("aria-label"))[1]));
          """)
        let shares = names.array?.compactMap(\.number) ?? []
        #expect(shares == shares.sorted(by: >) && shares.count > 3)
      }
    }

    @Test func everythingGoesByKeyboard() async throws {
      try await paintingInBrowser { server, page, browser, _ in
        try await browser.script("document.getElementById('undo').focus()")
        // Tabs lead to the picture, and on from there: no trap.
        var seen: Set<String> = []
        for _ in 0..<60 {
          try await browser.press("\u{E004}")
          seen.insert(
            try await browser.script("return document.activeElement.id || 'other'").string ?? "")
        }
        for name in ["points", "gamut", "method", "pick", "save", "show-help"]
        where name != "pick" {
          #expect(seen.contains(name), "\(name) in \(seen)")
        }
        try await browser.script("document.getElementById('points').focus()")
        for _ in 0..<3 { try await browser.press("\u{E013}", holding: [Self.shift]) }
        try await page.seeing { try await browser.press("\u{E007}") }
        try await page.seeing { try await browser.press("\u{E014}") }
        try await page.seeing { try await browser.press("]") }
        try await page.take(2)
        try await browser.script("document.getElementById('gamut').focus()")
        try await browser.press("\u{E012}")
        try await page.waitUntilKept()
        let events = try page.events(server)
        #expect(events.map(\.action) == [.open, .add, .move, .resize, .recolor, .recolor])
        let point = try #require(events.last?.state.points.first)
        #expect((point.row, point.column, point.size) == (98, 129, 7))
        try await browser.script("document.getElementById('points').focus()")
        try await page.seeing { try await browser.press("\u{E017}") }
        try await page.waitUntilKept()
        #expect(try page.events(server).last?.action == .remove)
        #expect(try page.points(server).isEmpty)
      }
    }

    @Test(arguments: ["touch", "pen"])
    func fingersAndPensPaint(_ pointer: String) async throws {
      try await paintingInBrowser { server, page, browser, _ in
        try await page.tap(row: 50, column: 60, pointer: pointer)
        let from = try await page.spot(row: 50, column: 60)
        let to = try await page.spot(row: 90, column: 120)
        try await page.seeing { try await browser.stroke([from, to, to], pointer: pointer) }
        try await page.waitUntilKept()
        let point = try #require(try page.points(server).first)
        #expect((point.row, point.column) == (90, 120))
        #expect(try page.events(server).map(\.action) == [.open, .add, .move])
      }
    }

    @Test func rightClickWheelEyedropperAndReset() async throws {
      try await paintingInBrowser { server, page, browser, _ in
        try await page.tap(row: 50, column: 60)
        try await page.tap(row: 150, column: 160)
        let place = try await page.spot(row: 150, column: 160)
        try await page.seeing { try await browser.wheel(place, by: -100) }
        try await browser.press("e")
        let other = try await page.spot(row: 200, column: 30)
        try await browser.stroke([other])
        try await page.tap(row: 50, column: 60, button: 2)
        try await page.waitUntilKept()
        var events = try page.events(server)
        #expect(events.last?.action == .remove)
        #expect(try page.points(server).map(\.size) == [7])
        #expect(events.contains { $0.action == .resize })
        try await browser.click("#reset")
        try await page.waitUntilKept()
        events = try page.events(server)
        #expect(events.last?.action == .reset && events.last?.state.points.isEmpty == true)
      }
    }

    @Test func picturesAndSessionsComeFromFiles() async throws {
      try await paintingInBrowser(pictures: 0, opening: false) { server, page, browser, folder in
        try await browser.go(server.entrance)
        try await browser.wait(for: "#choose-first")
        let path = folder + "/brought.png"
        try Data(ScenePictures.bytes(6)).write(to: URL(fileURLWithPath: path))
        try await browser.type(path, into: "#file")
        try await page.waitForPicture()
        try await page.tap(row: 30, column: 40)
        try await page.waitUntilKept()
        let state = try #require(try page.lastState(server))
        let document = folder + "/kept.json"
        try await page.file("document", of: state).write(to: URL(fileURLWithPath: document))
        try await browser.click("#reset")
        try await page.waitUntilKept()
        #expect(try page.points(server).isEmpty)
        try await browser.type(document, into: "#file")
        try await browser.wait(
          until: "document.getElementById('count').textContent === '1 point'")
        try await page.waitUntilKept()
        #expect(try page.events(server).last?.action == .load)
        #expect(try page.lastState(server) == state)
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: folder + "/bad.png"))
        try await browser.type(folder + "/bad.png", into: "#file")
        try await browser.wait(
          until: "document.getElementById('complaint-text').textContent.includes('bad.png')")
        // The refusal of the bad file stands on the console by the browser's own wish.
        _ = try await browser.console()
      }
    }

    /// The page's gamut is the server's, and so is the way colours are moved into it.
    @Test func thePagesGamutIsOurs() async throws {
      try await paintingInBrowser { _, _, browser, _ in
        for lightness in [0.0, 5.5, 22.25, 50, 61.7, 88, 99, 100] {
          let found = try await browser.script(
            """
            const { gamut } = await import("/page/color.js");
            return [...gamut(arguments[0])].join("");
            """, .number(lightness))
          let expected = Gamut(lightness: lightness).mask
          let mask = Array(found.string ?? "").map { $0 == "1" }
          #expect(mask.count == expected.count)
          #expect(zip(mask, expected).count { $0 != $1 } == 0, "\(lightness)")
        }
        for (red, green, blue) in [(255, 0, 0), (10, 200, 90), (250, 250, 5), (90, 0, 255)] {
          let found = try await browser.script(
            """
            const { snapped } = await import("/page/color.js");
            const { a, b } = snapped(60, arguments);
            return [a, b];
            """, .number(Double(red)), .number(Double(green)), .number(Double(blue)))
          let snapped = Gamut.snap(
            lightness: 60, red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
          let expected = LabColor(
            red: Double(snapped.red) / 255, green: Double(snapped.green) / 255,
            blue: Double(snapped.blue) / 255)
          let numbers = found.array?.compactMap(\.number) ?? []
          try #require(numbers.count == 2)
          #expect(abs(numbers[0] - expected.a) < 1e-9 && abs(numbers[1] - expected.b) < 1e-9)
        }
      }
    }
  }
}
