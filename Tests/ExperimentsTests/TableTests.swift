import Experiments
import Foundation
import Testing

/// The tables of a run, from recorded results.
@Suite struct TableTests {
  @Test func meansAndErrorsAreThoseOfTheFormula() throws {
    let text = tinyText([
      "methods": "methods: [levin2004-ab, gray]", "oracles": "oracles: [random]",
      "points": "points: [0, 1]",
      "published":
        "published: [{method: gray, oracle: random, source: s, psnr_db: {0: 22.8215}, "
        + "se_db: {0: 0.18}}]",
    ])
    // By hand: the mean of 20, 23, 29 is 24, the population variance 14, √(14/3) = 2.160247.
    let psnr = [20.0, 23.0, 29.0]
    let tables = try tables(text) { image, method in
      [0: psnr[image], 1: method == "gray" ? .infinity : psnr[image] + 1]
    }
    let rows = tables.results.rows(metric: 0)
    #expect(rows.map(\.method) == ["levin2004-ab", "levin2004-ab", "gray", "gray"])
    #expect(rows.map(\.points) == [0, 1, 0, 1])
    #expect(rows.allSatisfy { $0.images == 3 && $0.oracle == "random" })
    #expect(rows[0].mean == 24 && rows[1].mean == 25 && rows[3].mean == .infinity)
    #expect(abs((rows[0].standardError ?? 0) - 2.160246899469287) < 1e-12)
    #expect(rows[3].standardError == nil)
    #expect(
      lines(tables.results.table()) == [
        "method,oracle,points,images,psnr_mean_db,psnr_se_db,published_db,published_se_db",
        "levin2004-ab,random,0,3,24.0000,2.1602,,",
        "levin2004-ab,random,1,3,25.0000,2.1602,,",
        "gray,random,0,3,24.0000,2.1602,22.822,0.180",
        "gray,random,1,3,inf,,,",
      ])
  }

  @Test func oneImageHasNoSpread() throws {
    let text = tinyText(["scenes": "scenes: 1", "methods": "methods: [gray]"])
    let rows = try tables(text) { _, _ in [0: 20, 1: 21, 3: 22] }.results
      .rows(metric: 0)
    #expect(rows.count == 6 && rows.allSatisfy { $0.standardError == 0 && $0.images == 1 })
  }

  @Test func resultsAreSortedWhateverTheOrderOfTheStudy() throws {
    let text = tinyText([
      "methods": "methods: [levin2004-ab, gray]", "oracles": "oracles: [random, max-error]",
      "points": "points: [0, 10]",
    ])
    let tables = try tables(text) { image, _ in [0: Double(image), 10: .infinity] }
    let table = lines(tables.results.results())
    #expect(table[0] == "study,image,method,oracle,points,psnr_db,ssim")
    #expect(table.count == 1 + 3 * 2 * 2 * 2)
    let keys = table.dropFirst().map { $0.split(separator: ",")[1...3].joined(separator: ",") }
    #expect(keys == keys.sorted())
    #expect(
      table[1].hasPrefix("tiny,000-") && table[1].hasSuffix(",gray,max-error,0,0.000000,0.500000"))
    #expect(table[2].hasSuffix(",gray,max-error,10,inf,0.500000"))
  }

  @Test func sharedPointsStandOnceUnderAStar() throws {
    let text = tinyText(["scenes": "scenes: 1"])
    let table = lines(try tables(text, hints: 2) { _, _ in [0: 20] }.hints())
    #expect(table[0] == "image,method,oracle,index,row,column,size,a,b")
    let rows = table.dropFirst().map { $0.split(separator: ",").dropFirst().joined(separator: ",") }
    #expect(
      rows == [
        "gray,max-error,0,0,1,3,0.0,-0.1", "gray,max-error,1,1,2,3,0.3333333333333333,-0.1",
        "*,random,0,0,1,3,0.0,-0.1", "*,random,1,1,2,3,0.3333333333333333,-0.1",
        "levin2004-ab,max-error,0,0,1,3,0.0,-0.1",
        "levin2004-ab,max-error,1,1,2,3,0.3333333333333333,-0.1",
      ])
  }

  @Test func aUnitThatIsNotDoneIsNamed() throws {
    try withFolder { folder in
      let plan = try plan(study())
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for unit in plan.units.dropFirst() { try ledger.record(result([0: 20]), of: unit) }
      #expect(
        throws: ExperimentError.incomplete(
          missing: [try #require(plan.units.first).name], total: plan.units.count)
      ) { try RunTables(plan: plan, units: plan.units, ledger: ledger) }
    }
  }

  /// Names that need quotes, and one that does not although it is not ASCII.
  @Test func oddNamesSurviveAsCSV() throws {
    let names = [
      "a,b \"c\".png", " first.png", "last .png", "two\nlines.png", "\r.png", "ü ß 😀.png",
    ]
    try withFolder { folder in
      for (index, name) in names.enumerated() {
        try putPicture("\(folder)/\(name)", (UInt8(index * 40), 90, 20))
      }
      let text = tinyText(["methods": "methods: [gray]", "oracles": "oracles: [random]"])
      let plan = try plan(study(text), folder: folder)
      #expect(Set(plan.images.images.map(\.name)) == Set(names))
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for unit in plan.units { try ledger.record(result([0: 20], hints: 1), of: unit) }
      let tables = try RunTables(plan: plan, units: plan.units, ledger: ledger)
      for (data, column) in [
        (tables.results.results(), 1), (tables.hints(), 0), (tables.timings(), 0),
      ] {
        let rows = try #require(csvRows(String(decoding: data, as: UTF8.self)))
        #expect(Set(rows.dropFirst().map { $0[column] }) == Set(names))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
      }
      let text2 = String(decoding: tables.results.results(), as: UTF8.self)
      #expect(text2.contains("tiny,\"a,b \"\"c\"\".png\",gray,random,0,20.000000,0.500000\n"))
      #expect(text2.contains("tiny,ü ß 😀.png,gray,"))
    }
  }

  /// Tables of a study on its scenes whose units found what `psnr` says.
  private func tables(
    _ text: String, hints: Int = 0, psnr: (_ image: Int, _ method: String) -> [Int: Double]
  ) throws -> RunTables {
    try withFolder { folder in
      let plan = try plan(study(text))
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for unit in plan.units {
        let image = try #require(plan.images.images.firstIndex { $0.name == unit.image.name })
        let found = psnr(image, unit.method.identity.name)
        try ledger.record(result(found, hints: hints), of: unit)
      }
      return try RunTables(plan: plan, units: plan.units, ledger: ledger)
    }
  }
}
