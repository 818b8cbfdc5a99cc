import Experiments
import Foundation
import ImageMetrics
import Testing

/// Results that come from no run, and second means without grey images.
@Suite struct ResultSetTests {
  private func score(
    _ image: String, _ method: String, _ oracle: String, _ points: Int, _ values: [Double?]
  ) -> ResultSet.Score {
    ResultSet.Score(image: image, method: method, oracle: oracle, points: points, values: values)
  }

  @Test func whatIsNotSaidIsTakenFromTheScores() {
    let results = ResultSet(
      study: "score", title: "t", metrics: [.ssim, .psnr],
      scores: [
        score("b", "net", "given", 5, [0.5, 21]), score("b", "net", "none", 0, [0.4, 20]),
        score("a", "old", "random", 1, [0.3, nil]), score("a", "net", "given", 1, [0.6, 25]),
      ])
    #expect(results.methods == ["net", "old"] && results.images == ["a", "b"])
    #expect(results.main == 1 && results.mainMetric.name == "psnr" && results.floor == nil)
    #expect(
      results.conditions == [
        .init(oracle: "none", points: [0]), .init(oracle: "random", points: [1]),
        .init(oracle: "given", points: [1, 5]),
      ])
    #expect(
      lines(results.results()) == [
        "study,image,method,oracle,points,ssim,psnr_db", "score,a,net,given,1,0.600000,25.000000",
        "score,a,old,random,1,0.300000,", "score,b,net,given,5,0.500000,21.000000",
        "score,b,net,none,0,0.400000,20.000000",
      ])
    // PSNR's table names PSNR's mean wherever its column stands.
    #expect(
      lines(results.table()).dropFirst() == [
        "net,none,0,1,20.0000,0.0000,,", "net,given,1,1,25.0000,0.0000,,",
        "net,given,5,1,21.0000,0.0000,,",
      ])
  }

  @Test func aSecondMeanLeavesGreyImagesOut() throws {
    let results = ResultSet(
      study: "s", title: "t", metrics: [.psnr], greyImages: ["b", "elsewhere"],
      scores: [("a", 20.0), ("b", 60.0), ("c", 24.0)].map { score($0, "m", "none", 0, [$1]) })
    #expect(results.greyImages == ["b"])
    #expect(results.rows(metric: 0).map(\.images) == [3])
    let row = try #require(results.rows(metric: 0, withGrey: false).first)
    // By hand: 20 and 24 have the mean 22, the population deviation 2, and 2/√2 is 1.414214.
    #expect(row.images == 2 && row.mean == 22)
    #expect(
      lines(results.metricMeans()) == [
        "metric,method,oracle,points,images,mean,se,color_images,color_mean,color_se",
        "psnr_db,m,none,0,3,34.666667,10.385175,2,22.000000,1.414214",
      ])
    #expect(lines(results.table())[1] == "m,none,0,3,34.6667,10.3852,,")
  }

  @Test func photographsWithoutColorAreFoundAndMayBeLeftOut() throws {
    try withFolder { folder in
      try putPicture(folder + "/grey.png", (90, 90, 90))
      // A spread of 5 of 255 is .0196, of 6 it is .0235: on both sides of .02.
      try putPicture(folder + "/nearly.png", (90, 95, 92))
      try putPicture(folder + "/pale.png", (90, 96, 92))
      let text = tinyText(["methods": "methods: [gray]", "oracles": "oracles: [none]"])
      let kept = try plan(study(text), folder: folder)
      #expect(kept.images.images.map(\.isGrey) == [true, true, false])
      #expect(kept.images.skipped.isEmpty)
      let fewer = try plan(study(text + "images: {skip_grey: true}\n"), folder: folder)
      #expect(fewer.images.images.map(\.name) == ["pale.png"])
      #expect(fewer.images.skipped.map(\.name) == ["grey.png", "nearly.png"])
      #expect(fewer.images.skipped.allSatisfy { $0.reason.contains("has no colour") })
      #expect(!fewer.images.isCut)
      let manifest = Manifest(
        plan: kept, shard: .whole, limit: 3, jobs: 1, environment: .current())
      #expect(manifest.images.map(\.isGrey) == [true, true, nil] && manifest.limit == nil)
    }
  }

  @Test func aStudyOfGreyPicturesAloneCannotSkipThem() throws {
    try withFolder { folder in
      try putPicture(folder + "/grey.png", (90, 90, 90))
      let text = tinyText([:]) + "images: {skip_grey: true}\n"
      #expect(throws: ExperimentError.self) { try plan(study(text), folder: folder) }
    }
  }

  @Test func drawnPicturesAreNeverGrey() throws {
    let text = tinyText(["oracles": "oracles: [marked]", "points": "points: [0, 1]"])
    let plan = try plan(study(text + "pictures: segments\nimages: {skip_grey: true}\n"))
    #expect(plan.images.images.count > 1 && plan.images.skipped.isEmpty)
  }

  /// What a study's file says of its question changes its hash, not its results.
  @Test func theMainMetricIsNoPartOfAUnit() throws {
    let plain = try plan(study())
    let other = try plan(
      study(tinyText() + "main_metric: ssim\nfloor: levin2004-ab\nimages: {skip_grey: true}\n"))
    #expect(other.study.mainMetric == "ssim" && other.study.floor == "levin2004-ab")
    #expect(plain.study.mainMetric == "psnr" && plain.study.floor == "gray")
    #expect(plain.study.hash != other.study.hash)
    #expect(plain.units.map(\.key) == other.units.map(\.key))
  }

  @Test func publishedMeansOfOtherMetricsAreRead() throws {
    let read = try study(
      tinyText([
        "published": "published: [{method: gray, oracle: random, source: s, metric: ssim, "
          + "mean: {any: 0.8}, se: {1: 0.01}}]"
      ]))
    func figure(_ metric: String, _ points: Int) -> PublishedFigure? {
      read.published(method: "gray", revealer: .oracle(.random), points: points, metric: metric)
    }
    #expect(figure("ssim", 3)?.mean == 0.8 && figure("ssim", 3)?.standardError == nil)
    #expect(figure("psnr", 3) == nil)
  }
}
