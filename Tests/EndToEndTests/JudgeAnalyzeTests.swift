import Foundation
import Testing

/// From a design and answers to tables and a report.
@Suite struct JudgeAnalyzeTests {
  private static let header = "judge,position,kind,image,method,real_first,answer,reaction_ms"
  private static let tables = [
    "table2.csv", "table2-all.csv", "pairs.csv", "pairs-all.csv", "measures.csv", "checks.csv",
    "judges.csv", "exclusions.csv", "images.csv",
  ]

  /// Answers of judges to every image, each judge fooled by the images whose number a judge's
  /// divides; two vigilance trials each, which the last judge misses.
  private static func answers(judges: Int, images: Int, methods: [String]) -> String {
    var lines = [header]
    for judge in 1...judges {
      for position in 1...images {
        let method = methods[(position + judge) % methods.count]
        let realFirst = (position / 2 + judge) % 2
        let isFooled = (position * 7 + judge * 3) % (method == methods[0] ? 5 : 3) == 0
        let isFirst = (realFirst == 1) == isFooled
        lines.append(
          "\(judge),\(position),main,image-\(position),\(method),\(realFirst),"
            + "\(isFirst ? "first" : "second"),\(400 + position)")
      }
      for position in images + 1...images + 2 {
        lines.append(
          "\(judge),\(position),vigilance,v-\(position),vigilance,1,"
            + "\(judge == judges ? "first" : "second"),500")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(answers(judges: 12, images: 30, methods: ["one", "two"]), "answers.csv")
    return scratch
  }

  /// A design over embedded scenes, with two sets of other scenes as its fakes.
  private static func designed() throws -> Scratch {
    let scratch = try Scratch()
    for (seed, folder) in ["truth", "one", "two"].enumerated() {
      let outcome = try scratch.run(
        "scenes", "--count", "24", "--size", "48", "--seed", "\(seed)", "--output", folder)
      try #require(outcome.code == 0)
    }
    let outcome = try scratch.run(
      "judge", "design", "--truth", "truth", "--method", "one=one", "--method", "two=two",
      "--judges", "8", "--trials", "16", "--practice", "2", "--vigilance", "2", "--seed", "1",
      "--output", "design")
    try #require(outcome.code == 0, "\(outcome.errors)")
    return scratch
  }

  /// The trials of a design with an answer each: the fake, but for every fourth main trial.
  private static func answered(_ trials: [String]) -> String {
    let rows = trials.dropFirst().enumerated().map { index, line in
      let isRealFirst = line.hasSuffix(",1")
      let isFooled = line.contains(",main,") && index % 4 == 0
      return line + (isRealFirst == isFooled ? ",first,450" : ",second,450")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test func tablesAreAsPromised() throws {
    let scratch = try Self.scratch()
    let outcome = try scratch.run("judge", "analyze", "answers.csv", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("1 of 12 judges are left out"))
    let table = try scratch.lines("out/table2.csv")
    #expect(
      table[0]
        == "method,judges,images,trials,fooling_rate,wilson_low,wilson_high,pooled_low,pooled_high,"
        + "cluster_low,cluster_high,published_rate")
    #expect(table.count == 3)
    #expect(
      try scratch.lines("out/pairs.csv")[0]
        == "method_a,method_b,difference,low,high,probability_a_above_b,p_holm")
    // 11 judges are kept, and 12 are all: 30 trials each, 15 a method.
    #expect(table[1].hasPrefix("one,11,30,165,"))
    #expect(try scratch.lines("out/table2-all.csv")[1].hasPrefix("one,12,30,180,"))
    #expect(
      try scratch.lines("out/exclusions.csv") == [
        "judge,reason,value,limit", "12,missed-vigilance,1.000000,0.250000",
      ])
    #expect(try scratch.lines("out/judges.csv").count == 13)
    #expect(try scratch.lines("out/images.csv").count == 61)
  }

  /// The rate is counted here once more, by hand.
  @Test func ratesAreShares() throws {
    let scratch = try Self.scratch()
    _ = try scratch.run("judge", "analyze", "answers.csv", "--output", "out")
    let rows = try scratch.lines("answers.csv").map { $0.split(separator: ",") }
    let mine = rows.filter { $0[2] == "main" && $0[4] == "two" && $0[0] != "12" }
    let fooled = mine.filter { ($0[5] == "1") == ($0[6] == "first") }
    let expected = String(format: "%.6f", Double(fooled.count) / Double(mine.count))
    #expect(try scratch.lines("out/table2.csv")[2].split(separator: ",")[4] == expected)
  }

  @Test func sameSeedSameBytes() throws {
    let scratch = try Self.scratch()
    for (folder, seed) in [("a", "5"), ("b", "5"), ("c", "6")] {
      let outcome = try scratch.run(
        "judge", "analyze", "answers.csv", "--seed", seed, "--output", folder)
      #expect(outcome.code == 0)
    }
    for name in Self.tables + ["report.html"] {
      #expect(try scratch.data("a/\(name)") == scratch.data("b/\(name)"), "\(name)")
    }
    #expect(try scratch.data("a/measures.csv") != scratch.data("c/measures.csv"))
  }

  @Test func reportNeedsNoNetworkAndTrustsNoName() throws {
    let scratch = try Scratch()
    let hostile = "<script>alert(1)</script>"
    let text = Self.answers(judges: 6, images: 12, methods: ["`touch pwned`'", hostile])
    try scratch.put(text, "answers.csv")
    let outcome = try scratch.run("judge", "analyze", "answers.csv", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let page = try scratch.text("out/report.html")
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
    #expect(!scratch.exists("out/pwned") && !scratch.exists("pwned"))
    #expect(page.contains("<th scope=\"row\">`touch pwned`"))
    #expect(page.components(separatedBy: "<div class=\"scroll\" tabindex=\"0\"").count > 4)
    for name in ["forest", "differences", "images"] {
      #expect(scratch.exists("out/\(name).svg") && scratch.exists("out/\(name).png"))
    }
    let foreign = page.replacingOccurrences(of: "http://www.w3.org/", with: "")
      .replacingOccurrences(of: "https://mustache.github.io", with: "")
    #expect(!foreign.contains("src=\"http") && !foreign.contains("href=\"http"))
    #expect(page.contains("18.58 ±1.09"))
    #expect(page.contains("<svg"))
  }

  @Test func designIsCheckedAndShown() throws {
    let scratch = try Self.designed()
    try scratch.put(Self.answered(try scratch.lines("design/trials.csv")), "answers.csv")
    let outcome = try scratch.run(
      "judge", "analyze", "answers.csv", "--design", "design", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try scratch.lines("out/table2.csv")[1].hasPrefix("one,8,"))
    #expect(try scratch.text("out/report.html").contains("src=\"data:image/png;base64,"))
  }

  @Test func answersToAnotherDesignAreRefused() throws {
    let scratch = try Self.designed()
    let lines = try scratch.lines("design/trials.csv")
    let answers = Self.answered(lines)
    try scratch.put(answers.replacingOccurrences(of: ",one,", with: ",other,"), "foreign.csv")
    expectError(
      try scratch.run("judge", "analyze", "foreign.csv", "--design", "design", "--output", "out"),
      65, "position", "another design")
    // Each trial is the design's, but no schedule has both judges' trials in one.
    var mixed = answers.split(separator: "\n").map(String.init)
    let other = try #require(mixed.lastIndex { $0.hasPrefix("2,") && $0.contains(",main,") })
    let place = mixed[other].split(separator: ",")[1]
    let mine = try #require(mixed.firstIndex { $0.hasPrefix("1,\(place),") })
    mixed[mine] = "1" + mixed[other].dropFirst()
    try scratch.put(mixed.joined(separator: "\n"), "mixed.csv")
    expectError(
      try scratch.run("judge", "analyze", "mixed.csv", "--design", "design", "--output", "out"),
      65, "judge '1'", "no one schedule")
    try scratch.put(lines.reversed().joined(separator: "\n"), "design/trials.csv")
    try scratch.put(answers, "answers.csv")
    expectError(
      try scratch.run("judge", "analyze", "answers.csv", "--design", "design", "--output", "out"),
      65, "design/trials.csv")
    #expect(!scratch.exists("out"))
  }

  /// One judge of four answers: a share's interval of any kind stays a share.
  @Test func intervalsOfFewAnswersStayInside() throws {
    let scratch = try Scratch()
    let rows = [
      "1,1,main,a,m,1,first,500", "1,2,main,b,m,1,second,500", "1,3,main,c,n,0,first,500",
      "2,1,main,a,m,0,first,500", "2,2,main,b,n,1,first,500", "2,3,main,c,n,0,first,500",
    ]
    try scratch.put(([Self.header] + rows).joined(separator: "\n"), "answers.csv")
    let outcome = try scratch.run("judge", "analyze", "answers.csv", "--json", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    for line in try scratch.lines("out/table2.csv").dropFirst() {
      let shares = line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4)
        .compactMap { Double($0) }
      #expect(shares.count == 7 && shares.allSatisfy { (0...1).contains($0) }, "\(line)")
    }
    let first = try #require(
      try scratch.lines("out/checks.csv").first { $0.hasPrefix("first_answers") })
    let ends = first.split(separator: ",").dropFirst().compactMap { Double($0) }
    #expect(ends.count == 4 && ends.allSatisfy { (0...1).contains($0) }, "\(first)")
    let facts = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let methods = try #require(facts["methods"] as? [[String: Any]])
    #expect(methods.map { $0["method"] as? String } == ["m", "n"])
    #expect(methods.map { $0["trials"] as? Int } == [3, 3])
    #expect(facts["simulated"] as? Int == 0 && facts["judges"] as? Int == 2)
  }

  /// "é" in one letter and in two: two images, counted apart, and the reader is told.
  @Test func namesInTwoNormalFormsAreTold() throws {
    let scratch = try Scratch()
    let rows = ["caf\u{E9}", "cafe\u{301}"].flatMap { image in
      (1...3).map { "\($0),\(image.utf8.count),main,\(image),m,1,first,500" }
    }
    try scratch.put(([Self.header] + rows).joined(separator: "\n"), "answers.csv")
    let outcome = try scratch.run("judge", "analyze", "answers.csv", "--output", "out")
    #expect(outcome.code == 0 && outcome.errors.contains("in two Unicode normal forms"))
    #expect(try scratch.lines("out/images.csv").count == 3)
    #expect(try scratch.text("out/report.html").contains("in two Unicode normal forms"))
  }

  @Test func mistakesAreTold() throws {
    let scratch = try Self.scratch()
    expectError(try scratch.run("judge", "analyze", "none.csv", "--output", "out"), 66, "none.csv")
    try scratch.put(Self.header + "\n1,1,main,a,m,1,,\n", "silent.csv")
    expectError(
      try scratch.run("judge", "analyze", "silent.csv", "--output", "out"), 65,
      "no answered main trial")
    let bad: [(String, String)] = [
      ("1,1,main,a,m,2,first,1", "real_first"), ("1,0,main,a,m,1,first,1", "position"),
      ("1,1,main,a,m,1,left,1", "answer"), ("1,1,main,a,m,1,first,-1", "reaction_ms"),
      ("1,1,main,a,m,1", "it ends before answer"), ("1,1,main,\"a,m,1,first,1", "quoting"),
    ]
    for (row, part) in bad {
      try scratch.put(Self.header + "\n" + row + "\n", "bad.csv")
      expectError(
        try scratch.run("judge", "analyze", "bad.csv", "--output", "out"), 65, "bad.csv: row", part)
    }
    try scratch.put("", "taken")
    expectError(
      try scratch.run("judge", "analyze", "answers.csv", "--output", "taken/out"), 74, "taken/out")
  }

  @Test func powerIsTold() throws {
    let scratch = try Self.designed()
    let outcome = try scratch.run(
      "judge", "power", "design", "--rates", "one=0.2", "two=0.25", "--simulations", "40",
      "--output", "power")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("method_a  method_b  difference"))
    #expect(outcome.errors.contains("less than 80 %"))
    let lines = try scratch.lines("power/power.csv")
    #expect(lines.count == 2 && lines[1].hasPrefix("one,two,-0.050000,8,0."))
    let wide = try scratch.run(
      "judge", "power", "design", "--rates", "one=0.1", "two=0.9", "--simulations", "20",
      "--image-sd", "0", "--judge-sd", "0")
    #expect(wide.code == 0 && wide.errors.isEmpty && wide.output.contains("1.0000"))
    expectError(
      try scratch.run("judge", "power", "design", "--rates", "one=0.2"), 64, "two=RATE")
    let json = try scratch.run(
      "judge", "power", "design", "--rates", "one=0.2", "two=0.25", "--simulations", "40", "--json",
      "--quiet")
    #expect(json.code == 0 && json.errors.isEmpty, "\(json.errors)")
    let facts = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let pairs = try #require(facts["pairs"] as? [[String: Any]])
    #expect(facts["judges"] as? Int == 8 && pairs.count == 1)
    #expect(abs((pairs[0]["difference"] as? Double ?? 0) + 0.05) < 1e-12)
    #expect((facts["warnings"] as? [String])?.count == 1)
    let wrong = try scratch.run("judge", "power", "design", "--rates", "one=2")
    #expect(wrong.code == 64 && wrong.errors.contains("NAME=RATE"))
  }
}
