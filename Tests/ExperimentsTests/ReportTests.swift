import Colorization
import Experiments
import Foundation
import ImageMetrics
import Imaging
import Reporting
import Testing

/// The figure and the page of results that come from no run.
@Suite struct ReportTests {
  /// Pictures of one colour each, with a point where points are revealed.
  private struct Colors: PictureSource {
    var isBroken = false

    func truth(of image: String) throws -> RGBImage {
      if isBroken { throw ExperimentError.missing(image) }
      return RGBImage(height: 20, width: 30, filledWith: (200, 90, 20))
    }

    func hints(of image: String, method: String, oracle: String, points: Int) -> Hints {
      Hints((0..<points).map { HintPoint(row: 3 + $0, column: 4, size: 3, a: 20, b: 30) })
    }

    func pictures(
      of image: String, method: String, oracle: String, points: [Int]
    ) -> [RGBImage?] {
      points.map {
        method == "none" ? nil : RGBImage(height: 20, width: 30, filledWith: (UInt8($0), 90, 20))
      }
    }
  }

  /// Shares of three methods on six images, at 0, 1 and 5 points and without hints.
  private func results(main: String = "palette_10") -> ResultSet {
    var scores: [ResultSet.Score] = []
    for image in 0..<6 {
      for (place, method) in ["floor", "one_2", "<b>two"].enumerated() {
        for (oracle, points) in [("none", 0), ("random", 0), ("random", 1), ("random", 5)] {
          scores.append(
            ResultSet.Score(
              image: "\(image) & co.png", method: method, oracle: oracle, points: points,
              values: [
                20 + Double(place * points + image),
                0.25 + 0.05 * Double(place) + 0.01 * Double(image),
              ]))
        }
      }
    }
    return ResultSet(
      study: "s", title: "A title", metrics: [.psnr, .palette10], mainMetric: main,
      methods: ["floor", "one_2", "<b>two"], floor: "floor", greyImages: ["2 & co.png"],
      scores: scores)
  }

  private func written(
    _ results: ResultSet, pictures: (any PictureSource)? = Colors()
  ) throws -> (outcome: ResultReport.Outcome, page: String, script: String, data: String) {
    try withFolder { folder in
      let outcome = try ResultReport.write(
        results, choice: GalleryChoice(oracle: "random", points: 5), pictures: pictures,
        details: ReportDetails(subtitle: "Study s,", stamps: ["a stamp"], facts: [("seed", "7")]),
        into: folder)
      func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      }
      for name in ["results.csv", "table.csv", "metrics.csv", "pairs.csv", "curves.png"] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(name)"), "\(name)")
      }
      return (outcome, try text("report.html"), try text("curves.gp"), try text("curves.dat"))
    }
  }

  @Test func theMainMetricComesFirstInWordsFigureAndTables() throws {
    let (outcome, page, script, data) = try written(results())
    // By hand: the mean of .25 … .30 is .275; .05 more a method. What methods have without points is
    // no other value, and so not told again.
    #expect(
      outcome.summary == [
        "one_2 has 32.5 % true colours within 10 units of a suggestion at 5 random points, "
          + "5.0 percentage points above floor (95 % interval 5.0 to 5.0), on 6 images.",
        "<b>two has 37.5 % true colours within 10 units of a suggestion at 5 random points, "
          + "10.0 percentage points above floor (95 % interval 10.0 to 10.0), on 6 images.",
      ])
    #expect(outcome.notes.isEmpty)
    #expect(script.contains("true colours within 10 units of a suggestion (%)"))
    #expect(!script.contains("PSNR") && data.contains(" 32.5 "))
    let heading = try #require(page.range(of: "<h2>True colours within"))
    let psnr = try #require(page.range(of: "<h2>PSNR</h2>"))
    #expect(heading.lowerBound < psnr.lowerBound)
  }

  @Test func theReportIsSafeAndWhole() throws {
    let (_, page, _, _) = try written(results())
    #expect(page.contains("&lt;b&gt;two") && !page.contains("<b>two"))
    #expect(page.contains("2 &amp; co.png") && page.contains("a stamp"))
    #expect(page.contains("default-src 'none'; img-src data:;"))
    #expect(page.contains("1 of 6 images is") || page.contains("1 of 6 images are"))
    #expect(page.contains("one_2, without the grey images"))
    #expect(page.contains("best: ") && page.contains("median: ") && page.contains("worst: "))
    #expect(page.contains("<option>") && page.contains("data:image/jpeg;base64,"))
    #expect(page.components(separatedBy: "<section class=\"plate other\"").count - 1 == 3)
    for loading in ["src=\"http", "<link", "<script src", "@import", "url(http"] {
      #expect(!page.contains(loading), "\(loading)")
    }
    // Everything that comes from a run's names stands escaped; nothing of the template is left over.
    #expect(!page.contains("{{") && !page.contains("}}"))
  }

  @Test func picturesThatCannotBeHadAreToldOnceAndSpoilNothing() throws {
    let (outcome, page, _, _) = try written(results(), pictures: Colors(isBroken: true))
    #expect(outcome.notes.count == 4 && outcome.notes[0].contains("no such file"))
    #expect(page.contains("No pictures") && page.contains("<svg"))
    #expect(try written(results(), pictures: nil).outcome.notes.isEmpty)
  }

  @Test func equalResultsGiveEqualPages() throws {
    #expect(try written(results()).page == written(results()).page)
  }

  /// What a build cannot run stands with its published means, in the study's order.
  @Test func methodsThatWereNotRunStandWithTheirPublishedMeans() throws {
    let published = try study(
      tinyText([
        "published": "published: [{method: zhang2016, oracle: none, source: Table 1, "
          + "psnr_db: {0: 22.04}}, {method: levin2004, oracle: none, source: s, psnr_db: {0: inf}}]"
      ])
    ).published
    let (outcome, page, script, data) = try written(
      ResultSet(
        study: "s", title: "t", metrics: [.psnr], methods: ["zhang2016", "gray", "levin2004"],
        published: published,
        scores: [
          ResultSet.Score(image: "a", method: "gray", oracle: "none", points: 0, values: [21.5])
        ]), pictures: nil)
    #expect(outcome.notes.isEmpty)
    #expect(script.contains("set ytics ('zhang2016' 0, 'gray' 1, 'levin2004' 2)"))
    #expect(script.contains("set label \"∞\" at graph 0.985, first 2 right"))
    #expect(data.contains("zhang2016, published") && data.contains("\n22.04 0 0"))
    #expect(
      page.contains("zhang2016, published: Table 1") && page.contains("levin2004, published: s"))
  }

  /// A line joins means over the same images only.
  @Test func noLineRunsThroughDifferentImages() throws {
    func score(_ image: String, _ points: Int) -> ResultSet.Score {
      ResultSet.Score(
        image: image, method: "m", oracle: "marked", points: points, values: [20 + Double(points)])
    }
    func blocks(_ scores: [ResultSet.Score]) throws -> [String] {
      try written(
        ResultSet(study: "s", title: "t", metrics: [.psnr], scores: scores), pictures: nil
      )
      .data.components(separatedBy: "\n\n\n")
    }
    let all = ["a", "b"].flatMap { image in [0, 1, 2].map { score(image, $0) } }
    let whole = try blocks(all)
    #expect(whole.count == 2 && whole[0].split(separator: "\n").count == 4)
    let parts = try blocks(all.dropLast())
    #expect(parts.count == 2 && parts[0].split(separator: "\n").count == 3)
    #expect(parts[1].split(separator: "\n").count == 4)
  }

  /// Names stand in the script as they are, whatever gnuplot makes of quotes, backquotes and `_`.
  @Test func namesAreTakenLiterally() throws {
    let scores = [0, 1, 50].map {
      ResultSet.Score(
        image: "a", method: "it's `id`_x", oracle: "random", points: $0, values: [20])
    }
    let (outcome, page, script, _) = try written(
      ResultSet(study: "s", title: "a `title`", metrics: [.psnr], scores: scores))
    #expect(outcome.notes.isEmpty && script.contains("'it''s `id`_x'"))
    #expect(page.contains("it&apos;s `id`_x") || page.contains("it&#39;s `id`_x"))
  }
}
