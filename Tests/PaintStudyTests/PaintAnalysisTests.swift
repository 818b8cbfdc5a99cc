import Experiments
import Foundation
import Imaging
import PaintServer
import PaintStudy
import Painting
import Testing

/// Measures of sessions that were painted by hand, worked out here on paper.
@Suite struct PaintAnalysisTests {
  /// Reference: SciPy, `scipy.stats.ttest_1samp([1, 2, 4, 7, 11], 0)`, and its confidence interval.
  @Test func intervalsAreStudents() throws {
    let estimate = try #require(SubjectEstimate([1, 2, 4, 7, 11]))
    let interval = try #require(estimate.interval)
    #expect(estimate.value == 5 && estimate.subjects == 5)
    #expect(abs(interval.low - -0.04366300353) < 1e-8)
    #expect(abs(interval.high - 10.04366300353) < 1e-8)
    #expect(abs(try #require(estimate.p) - 0.05124741113423772) < 1e-10)
    #expect(SubjectEstimate([]) == nil)
    let single = try #require(SubjectEstimate([3]))
    #expect(single.value == 3 && single.interval == nil && single.p == nil)
  }

  /// Two subjects, one picture in each arm; 20 seconds a picture. In the full arm subject 1 adds three
  /// points and takes one of three colours from the palette; all others add one point from elsewhere,
  /// or none.
  private func painted() async throws -> Scratch {
    let scratch = try Scratch()
    let made = try design(smallStudy(subjects: 2, pictures: 1, training: 0), scratch).design
    try await serving(scratch) { server in
      for (subject, plan) in zip(["1", "2"], made.subjects) {
        let painter = try await HandPainter(server.address, subject: subject)
        for (picture, task) in zip(painter.pictures, plan.tasks) {
          let events: [PaintingEvent] =
            switch (task.arm, subject) {
            case (.full, "1"):
              [
                event(.open, 0, points(0)),
                event(.add, 4000, points(1), source: .palette, rank: 2, suggested: ["#102030"]),
                event(.add, 8000, points(2), source: .gamut),
                event(.add, 12_000, points(3), source: .recent),
                event(.undo, 14_000, points(2)), event(.timeout, 20_000, points(2)),
              ]
            case (.noRecommendation, "1"):
              [
                event(.open, 0, points(0)), event(.add, 5000, points(1), source: .common),
                event(.save, 10_000, points(1)),
              ]
            case (.full, _):
              [
                event(.open, 0, points(0)), event(.add, 6000, points(1), source: .palette, rank: 1),
                event(.timeout, 20_000, points(1)),
              ]
            default: [event(.open, 0, points(0)), event(.timeout, 20_000, points(0))]
            }
          try #require(await painter.note(events, of: picture) == 200)
        }
      }
    }
    return scratch
  }

  @Test func measuresAreAsOnPaper() async throws {
    let scratch = try await painted()
    let records = try StudyRecords(scratch.file("design"))
    #expect(!records.isSimulated && records.caution == nil && records.openPlans.isEmpty)
    let analysis = try PaintAnalysis(records, kit: MethodKit())
    #expect(analysis.pictures.count == 4)
    func mean(_ measure: PaintMeasure, _ arm: PaintingArm) -> Double? {
      analysis.estimate(measure, arm)?.value
    }
    // 3 points in 20 s are 9 a minute, 1 in 20 s are 3; 1 in 10 s are 6, none are 0.
    #expect(mean(.pointsPerMinute, .full) == 6 && mean(.pointsPerMinute, .noRecommendation) == 3)
    #expect(mean(.pointsAtEnd, .full) == 1.5 && mean(.pointsAtEnd, .noRecommendation) == 0.5)
    #expect(mean(.firstPoint, .full) == 5 && mean(.firstPoint, .noRecommendation) == 5)
    // One of three, and one of one; the other arm chose one common colour.
    #expect(abs((mean(.offeredShare, .full) ?? 0) - (1.0 / 3 + 1) / 2) < 1e-12)
    #expect(mean(.offeredShare, .noRecommendation) == 1)
    let points = try #require(analysis.differences.first { $0.measure == .pointsPerMinute })
    // Within subjects: 9 − 6 and 3 − 0.
    #expect(points.estimate.value == 3 && points.estimate.subjects == 2)
    #expect(points.estimate.interval?.low == 3 && points.estimate.interval?.high == 3)
    #expect(analysis.differences.first { $0.measure == .firstPoint }?.estimate.subjects == 1)
    #expect(analysis.ranks.map(\.rank) == [1, 2] && analysis.ranks.map(\.taken) == [1, 1])
  }

  @Test func psnrFollowsTheStates() async throws {
    let scratch = try await painted()
    let records = try StudyRecords(scratch.file("design"))
    let analysis = try PaintAnalysis(records, kit: MethodKit())
    #expect(analysis.seconds.first == 0 && analysis.seconds.last == 20)
    for picture in analysis.pictures {
      let path = scratch.file("design/truth/\(picture.record.task.image).png")
      let open = try OpenPicture(ImageFile.bytes(path), name: "p")
      let easel = try Easel(open, method: MethodKit().colorizer(named: "levin2004-ab"))
      let truth = open.original.resized(height: 256, width: 256)
      for (second, value) in zip(analysis.seconds, picture.curve) {
        let count =
          picture.record.events.last { $0.milliseconds <= 1000 * Double(second) }?.state.points
          .count
        let result = try easel.paint(points(try #require(count))).picture
        #expect(abs(psnr(truth, result) - value) < 0.35, "\(second) s")
      }
      // Every number of points that was reached shows in the curve.
      let states = Set(picture.record.events.map(\.state.points.count)).count
      #expect(Set(picture.curve).count == states)
      #expect(picture.measures[.psnr] == picture.curve.last)
      let gain = try #require(picture.measures[.psnrGain])
      #expect(abs(gain - (picture.curve[picture.curve.count - 1] - picture.curve[0])) < 1e-12)
    }
  }

  /// The formula plainly; the package sends the truth through CIELAB and back, as results are, which
  /// moves PSNR by tenths of a decibel at most.
  private func psnr(_ truth: RGBImage, _ result: RGBImage) -> Double {
    let squares = zip(truth.pixels, result.pixels).reduce(0.0) { sum, pair in
      let difference = Double(pair.0) - Double(pair.1)
      return sum + difference * difference
    }
    return 20 * log10(255 / (squares / Double(truth.pixels.count)).squareRoot())
  }

  /// A report without the bytes of its pictures, and its pictures by what is said of them.
  private static func parts(
    of report: Data
  ) -> (text: String, pictures: [(title: String, data: Data)]) {
    let pieces = String(decoding: report, as: UTF8.self).components(separatedBy: ";base64,")
    var text = pieces[0]
    var pictures: [(title: String, data: Data)] = []
    for (before, piece) in zip(pieces, pieces.dropFirst()) {
      let bytes = piece.utf8.prefix { $0 != UInt8(ascii: "\"") }
      let title = before.components(separatedBy: "title=\"").last?
        .components(separatedBy: "\"").first
      pictures.append((title ?? "", Data(base64Encoded: Data(bytes)) ?? Data()))
      text += String(decoding: piece.utf8[bytes.endIndex...], as: UTF8.self)
    }
    return (text, pictures)
  }

  @Test func tablesAndReportAreWritten() async throws {
    let scratch = try await painted()
    let analysis = try PaintAnalysis(StudyRecords(scratch.file("design")), kit: MethodKit())
    let outcome = try PaintAnalysisFolder.write(analysis, into: scratch.file("out"))
    #expect(outcome.findings.first == "4 finished pictures of 2 subjects.")
    let measures = try scratch.rows("out/measures.csv")
    #expect(measures[0] == ["measure", "arm", "mean", "low", "high", "subjects"])
    #expect(measures.contains { $0.prefix(3) == ["points_per_minute", "full", "6.0000"] })
    #expect(try scratch.rows("out/paintings.csv").count == 5)
    #expect(try scratch.rows("out/psnr.csv").count == 1 + 2 * analysis.seconds.count)
    #expect(
      try scratch.rows("out/suggestions.csv") == [["rank", "taken"], ["1", "1"], ["2", "1"]])
    let (report, pictures) = Self.parts(of: try scratch.data("out/report.html"))
    #expect(report.contains("A small study") && !report.contains("SIMULATED"))
    for fetched in ["src=\"http", "href=\"http", "url(http", "@import", "<script src"] {
      #expect(!report.contains(fetched), "it needs no network")
    }
    // Two images: the truth, and grey and result of no points and of a painting in each arm.
    #expect(pictures.count == 2 * (1 + 2 * 3))
    for picture in analysis.pictures {
      let (record, psnr) = (picture.record, try #require(picture.measures[.psnr]))
      let count = record.result.points.count
      #expect(
        report.contains(
          "subject \(record.subject), " + (count == 1 ? "1 point<" : "\(count) points<")))
      let gain = String(format: "%.2f dB (%+.2f)", psnr, psnr - picture.untouched)
      #expect(report.contains("<small>\(gain)</small>"))
      #expect(
        report.contains("<h3>best: \(record.task.image)")
          || report.contains("<h3>worst: \(record.task.image)"))
    }
    let script = String(decoding: try scratch.data("out/psnr.gp"), as: UTF8.self)
    #expect(script.contains("index 1"))
  }

  /// The pictures of a report are what they are said to be: the result where the mean over it is
  /// compared, and points in their places on the grey picture.
  @Test func theReportShowsWhatWasPainted() async throws {
    let scratch = try await painted()
    let analysis = try PaintAnalysis(StudyRecords(scratch.file("design")), kit: MethodKit())
    _ = try PaintAnalysisFolder.write(analysis, into: scratch.file("out"))
    let shownPictures = Self.parts(of: try scratch.data("out/report.html")).pictures
    func pictures(titled title: String) throws -> [RGBImage] {
      try shownPictures.filter { $0.title.hasPrefix(title) }.map {
        try ImageFile.decode([UInt8]($0.data), name: title)
      }
    }
    let picture = try #require(
      analysis.pictures.first { $0.record.task.arm == .full && $0.record.subject.number == 1 })
    let image = picture.record.task.image
    let path = scratch.file("design/truth/\(image).png")
    let open = try OpenPicture(ImageFile.bytes(path), name: "p")
    let easel = try Easel(open, method: MethodKit().colorizer(named: "levin2004-ab"))
    let result = try easel.paint(picture.record.result).picture
    let shown = try #require(
      try pictures(titled: "\(image), with suggested colours, result: ").first)
    #expect((shown.height, shown.width) == (256, 256))
    #expect(psnr(result, shown) > 30, "but for JPEG's losses")
    #expect(psnr(try easel.paint(points(0)).picture, shown) < psnr(result, shown) - 3)
    let grey = try #require(
      try pictures(titled: "\(image), with suggested colours, grey and points: ").first)
    let bare = try #require(try pictures(titled: "\(image), no points, grey and points").first)
    for start in stride(from: 0, to: bare.pixels.count, by: 3) {
      let samples = bare.pixels[start..<(start + 3)]
      guard (samples.max() ?? 0) - (samples.min() ?? 0) > 6 else { continue }
      Issue.record("the grey picture has a colour")
      break
    }
    // Beyond the discs nothing differs; within each there is a colour.
    for point in picture.record.result.points {
      let place = 3 * (point.row * 256 + point.column)
      #expect(grey.pixels[place..<place + 3] != bare.pixels[place..<place + 3])
    }
    let far = 3 * (250 * 256 + 250)
    #expect(abs(Int(grey.pixels[far]) - Int(bare.pixels[far])) <= 3)
  }

  @Test func unfinishedPicturesDoNotCount() async throws {
    let scratch = try Scratch()
    try design(smallStudy(subjects: 1, pictures: 1, training: 0), scratch)
    try await serving(scratch) { server in
      let painter = try await HandPainter(server.address)
      let begun = [event(.open, 0, points(0)), event(.add, 100, points(1), source: .recent)]
      #expect(try await painter.note(begun, of: painter.pictures[0]) == 200)
    }
    let records = try StudyRecords(scratch.file("design"))
    #expect(records.pictures.count == 1 && records.counted.isEmpty && records.openPlans == [1])
    #expect(throws: PaintStudyError.noPaintings(file: records.database)) {
      try PaintAnalysis(records, kit: MethodKit())
    }
    #expect(throws: PaintStudyError.self) {
      try PaintStudyExport(records, kit: MethodKit()).write(into: scratch.file("out"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file("out")))
  }
}
