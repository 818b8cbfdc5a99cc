import Testing

/// One mistake made in the tiny study, and what must be said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let key: String
  let line: String
  /// The line and key that the message must name, and a part of its explanation.
  let saidLine: Int
  let saidKey: String
  let said: String

  /// A line of the tiny study replaced, added or (empty) removed.
  init(_ key: String, _ line: String, _ saidLine: Int, _ saidKey: String, _ said: String) {
    (self.key, self.line, self.saidLine) = (key, line, saidLine)
    (self.saidKey, self.said) = (saidKey, said)
  }

  var testDescription: String { line.isEmpty ? "without \(key)" : String(line.prefix(60)) }

  /// Mistakes in keys and single values.
  static let inValues = [
    Mistake("size", "sise: 64", 5, "sise", "unknown key; did you mean 'size'?"),
    Mistake("extra", "frobnicate: 1", 13, "frobnicate", "unknown key; known: study, version"),
    Mistake("study", "", 1, "study", "is missing"),
    Mistake("version", "", 1, "version", "is missing"),
    Mistake("title", "", 1, "title", "is missing"),
    Mistake("methods", "", 1, "methods", "is missing"),
    Mistake("oracles", "", 1, "oracles", "is missing"),
    Mistake("points", "", 9, "oracles", "need the key 'points'"),
    Mistake("version", "version: one", 2, "version", "should be a whole number in 1...9999"),
    Mistake("version", "version: 0", 2, "version", "should be a whole number in 1...9999"),
    Mistake("version", "version: 1.5", 2, "version", "should be a whole number"),
    Mistake("version", "version: [1]", 2, "version", "should be a whole number"),
    Mistake("version", "version:", 2, "version", "should be a whole number"),
    Mistake("title", "title: [a, b]", 3, "title", "should be text"),
    Mistake("title", "title: ''", 3, "title", "should be text"),
    Mistake("source", "source: {a: b}", 4, "source", "should be text"),
    Mistake("oracles", "oracles: [marked]", 9, "oracles", "needs 'pictures: segments'"),
    Mistake("extra", "pictures: segment", 13, "pictures", "did you mean 'segments'?"),
    Mistake(
      "extra", "hue_rotation: 360", 13, "hue_rotation", "should be a whole number in 0...359"),
    Mistake("extra", "reference: others", 13, "reference", "did you mean 'other'?"),
    Mistake("study", "study: a b", 1, "study", "letters, digits and hyphens"),
    Mistake("study", "study: ../../up", 1, "study", "letters, digits and hyphens"),
    Mistake("study", "study: größe", 1, "study", "letters, digits and hyphens"),
    Mistake(
      "study", "study: " + String(repeating: "x", count: 65), 1, "study", "at most 64"),
    Mistake("size", "size: 15", 5, "size", "in 16...4096"),
    Mistake("size", "size: -64", 5, "size", "in 16...4096"),
    Mistake("size", "size: 5000", 5, "size", "in 16...4096"),
    Mistake("size", "size: 99999999999999999999999", 5, "size", "in 16...4096"),
    Mistake("size", "size: 0x40", 5, "size", "in 16...4096"),
    Mistake("seed", "seed: -1", 6, "seed", "at least 0"),
    Mistake("seed", "seed: 1e3", 6, "seed", "at least 0"),
    Mistake("scenes", "scenes: 0", 7, "scenes", "in 1...100000"),
    Mistake("scenes", "scenes: 1000000000", 7, "scenes", "in 1...100000"),
    Mistake("patch", "patch: 4", 11, "patch", "should be odd"),
    Mistake("patch", "patch: -3", 11, "patch", "in 1...63"),
    Mistake("patch", "patch: 65", 11, "patch", "in 1...63"),
  ]

  /// Mistakes in lists.
  static let inLists = [
    Mistake("methods", "methods: gray", 8, "methods", "should be a list"),
    Mistake("methods", "methods: []", 8, "methods", "should be a list"),
    Mistake("methods", "methods: {gray: 1}", 8, "methods", "should be a list"),
    Mistake(
      "methods", "methods: [gray, levin204]", 8, "methods[1]",
      "unknown method 'levin204'; did you mean 'levin2004'?"),
    Mistake("methods", "methods: [gray, [gray]]", 8, "methods[1]", "should be text"),
    Mistake("methods", "methods: [gray, gray]", 8, "methods[1]", "stands in the list twice"),
    Mistake(
      "methods", "methods:\n  - gray\n  - photoshop", 10, "methods[1]",
      "unknown method 'photoshop'"),
    Mistake(
      "oracles", "oracles: [max-eror]", 9, "oracles[0]",
      "unknown oracle 'max-eror'; did you mean 'max-error'?"),
    Mistake("oracles", "oracles: random", 9, "oracles", "should be a list"),
    Mistake(
      "metrics", "metrics: [psnr, sim]", 12, "metrics[1]",
      "unknown metric 'sim'; did you mean 'ssim'?"),
    Mistake("metrics", "metrics: [ssim, psnr]", 12, "metrics", "should begin with psnr"),
    Mistake("points", "points: [0, 5, 1]", 10, "points", "should ascend"),
    Mistake("points", "points: [0, 1, 1]", 10, "points[2]", "stands in the list twice"),
    Mistake("points", "points: [0, 1, 01]", 10, "points[2]", "has a leading zero"),
    Mistake("points", "points: [-1, 0]", 10, "points[0]", "in 0...100000"),
    Mistake("points", "points: [0, 1.5]", 10, "points[1]", "should be a whole number"),
    Mistake("points", "points: [0, ten]", 10, "points[1]", "should be a whole number"),
    Mistake("points", "points: [0, 1000000]", 10, "points[1]", "in 0...100000"),
    Mistake("points", "points: [0, 5000]", 10, "points", "5000 patches of 3 pixels cannot lie"),
    Mistake("points", "points: 5", 10, "points", "should be a list"),
  ]

  /// Mistakes in what a study says of its question.
  static let inQuestion = [
    Mistake("main_metric", "main_metric: ssmi", 13, "main_metric", "did you mean 'ssim'?"),
    Mistake(
      "main_metric", "main_metric: ciede2000", 13, "main_metric",
      "'ciede2000' is not among the study's metrics"),
    Mistake(
      "floor", "floor: levin2004", 13, "floor", "'levin2004' is not among the study's methods"),
    Mistake("floor", "floor: grey", 13, "floor", "did you mean 'gray'?"),
    Mistake("images", "images: true", 13, "images", "should be a list of 'key: value' lines"),
    Mistake(
      "images", "images: {skip_gray: true}", 13, "images.skip_gray", "did you mean 'skip_grey'?"),
    Mistake("images", "images: {skip_grey: 1}", 13, "images.skip_grey", "should be true or false"),
    Mistake(
      "published",
      "published: [{method: gray, oracle: random, source: s, metric: ssim, psnr_db: {0: 1}}]", 13,
      "published[0].mean", "is missing"),
    Mistake(
      "published",
      "published: [{method: gray, oracle: random, source: s, metric: ssim, mean: {0: many}}]", 13,
      "published[0].mean.0", "should be a number"),
  ]

  /// Mistakes in what is nested.
  static let inParts = [
    Mistake("strip", "strip: 5", 13, "strip", "should be a list of 'key: value' lines"),
    Mistake("strip", "strip: {oracle: random}", 13, "strip.points", "is missing"),
    Mistake("strip", "strip: {points: 1}", 13, "strip.oracle", "is missing"),
    Mistake(
      "strip", "strip: {oracle: random, point: 1, points: 1}", 13, "strip.point",
      "did you mean 'points'?"),
    Mistake("strip", "strip: {oracle: nobody, points: 1}", 13, "strip.oracle", "unknown oracle"),
    Mistake("strip", "strip: {oracle: none, points: 0}", 13, "strip", "does not run"),
    Mistake("strip", "strip: {oracle: random, points: 2}", 13, "strip", "does not run"),
    Mistake("published", "published: 5", 13, "published", "should be a list of published"),
    Mistake("published", "published: [5]", 13, "published[0]", "'key: value' lines"),
    Mistake(
      "published", "published: [{oracle: random, source: s, psnr_db: {0: 1}}]", 13,
      "published[0].method", "is missing"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, psnr_db: {0: 1}}]", 13,
      "published[0].source", "is missing"),
    Mistake(
      "published", "published:\n  - {method: grau, oracle: random, source: s, psnr_db: {0: 1}}", 14,
      "published[0].method", "did you mean 'gray'?"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: 22}]", 13,
      "published[0].psnr_db", "should map numbers of points to dB"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: {ten: 22}}]", 13,
      "published[0].psnr_db", "'ten' is not a number of points"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: {-1: 22}}]", 13,
      "published[0].psnr_db", "'-1' is not a number of points"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: {0: lots}}]", 13,
      "published[0].psnr_db.0", "a number of dB in 0...200"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: {0: nan}}]", 13,
      "published[0].psnr_db.0", "a number of dB in 0...200"),
    Mistake(
      "published", "published: [{method: gray, oracle: random, source: s, psnr_db: {0: [1]}}]", 13,
      "published[0].psnr_db.0", "a number of dB"),
  ]
}
