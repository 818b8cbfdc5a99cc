import Foundation
import Imaging
import Testing

/// `hintbench suggest`.
@Suite struct SuggestTests {
  private struct Row {
    let rank: Int
    let a: Double
    let b: Double
    let red: Int
    let green: Int
    let blue: Int
    let probability: Double
  }

  private static let usual = "suggest in.png --weights local.safetensors --size 48"

  private func rows(_ outcome: Program.Outcome) throws -> [Row] {
    try #require(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "rank,a,b,red,green,blue,probability")
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: ",").compactMap { Double($0) }
      try #require(cells.count == 7, "\(line)")
      return Row(
        rank: Int(cells[0]), a: cells[1], b: cells[2], red: Int(cells[3]), green: Int(cells[4]),
        blue: Int(cells[5]), probability: cells[6])
    }
  }

  @Test(
    arguments: [
      "local-hints --weights local.safetensors", "automatic --weights local.safetensors",
      "global-hints --weights global.safetensors --saturation 0.8",
    ])
  func suggestionsAreColorsByProbability(_ options: String) throws {
    let scratch = try Scratch.withNetworks()
    for place in ["0,0", "47,31"] {
      let line = "suggest in.png --size 48 --at \(place) --method \(options)"
      let outcome = try scratch.command(line)
      let rows = try rows(outcome)
      #expect((1...9).contains(rows.count) && rows.map(\.rank) == Array(1...rows.count))
      let probabilities = rows.map(\.probability)
      #expect(probabilities == probabilities.sorted(by: >))
      #expect(probabilities.allSatisfy { (0...1).contains($0) })
      #expect(probabilities.reduce(0, +) <= 1.00001)
      for row in rows {
        #expect([row.red, row.green, row.blue].allSatisfy { (0...255).contains($0) })
        // a and b are those of the colour that is shown, so they are in gamut.
        let lab = Self.lab(row.red, row.green, row.blue)
        #expect(abs(lab.a - row.a) < 0.05 && abs(lab.b - row.b) < 0.05)
      }
      #expect(Set(rows.map { [$0.red, $0.green, $0.blue] }).count == rows.count)
      if place == "0,0" { #expect(try scratch.command(line).output == outcome.output) }
    }
  }

  /// All colours of one place have its lightness.
  @Test func suggestionsHaveTheLightnessOfThePlace() throws {
    let scratch = try Scratch()
    try scratch.put(WeightsNetwork.local.safetensors(), "local.safetensors")
    try PNGFile.write(
      RGBImage(height: 20, width: 20, filledWith: (119, 119, 119)), to: scratch.file("in.png"))
    for row in try rows(scratch.command(Self.usual + " --at 9,9")) {
      #expect(abs(Self.lab(row.red, row.green, row.blue).lightness - 50) < 4)
    }
  }

  @Test func countAndHintsCount() throws {
    let scratch = try Scratch.withNetworks()
    for count in [1, 3, 20] {
      let found = try rows(scratch.command(Self.usual + " --at 10,10 --count \(count)"))
      #expect((1...count).contains(found.count))
    }
    try scratch.put("row,column,size,a,b\n10,10,9,60,-50\n", "hints.csv")
    let hinted = try scratch.command(Self.usual + " --at 10,10 --hints hints.csv")
    #expect(hinted.code == 0)
    #expect(try scratch.command(Self.usual + " --at 10,10").output != hinted.output)
    #expect(try scratch.command(Self.usual + " --at 40,40").output != hinted.output)
  }

  @Test(
    arguments: [
      "", "--at", "--at 48,0", "--at 0,48", "--at=-1,5", "--at 5,-1", "--at 5", "--at 5,6,7",
      "--at a,b", "--at 5,", "--at ,", "--at 1.5,2", "--at 99999999999999999999,0",
      "--at 5,5 --count 0", "--at 5,5 --count 65", "--at 5,5 --size 15", "--at 5,5 --size full",
      "--at 5,5 --saturation 0.5", "--at 5,5 --histogram-from in.png",
    ])
  func wrongUsage(_ options: String) throws {
    let scratch = try Scratch.withNetworks()
    let outcome = try scratch.command(Self.usual + " " + options)
    #expect(outcome.code == 64 && outcome.signal == nil && outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: hintbench suggest"))
  }

  @Test func whatCannotSuggestSaysSo() throws {
    let scratch = try Scratch.withNetworks()
    let line = "suggest in.png --at 5,5 --size 48 "
    expectError(
      try scratch.command(line + "--weights headless.safetensors"), 64,
      "headless.safetensors: has no colour distribution branch", "cannot suggest")
    expectError(
      try scratch.command(line), 64, "method affinity-hints needs the weights", "--weights FILE")
    expectError(
      try scratch.command(line + "--weights global.safetensors --method local-hints"), 64,
      "Local Hints Network, and global.safetensors holds those of a Global Hints Network")
    expectError(
      try scratch.command(line + "--method gray"), 64, "method gray predicts no distribution")
    expectError(try scratch.command(line + "--weights none"), 66, "none")
    let missing = Self.usual.replacingOccurrences(of: "in.png", with: "none.png")
    expectError(try scratch.command(missing + " --at 5,5"), 66, "none.png")
  }

  /// CIELAB under D65 of an 8-bit sRGB colour.
  private static func lab(
    _ red: Int, _ green: Int, _ blue: Int
  ) -> (lightness: Double, a: Double, b: Double) {
    let linear = [red, green, blue].map { sample in
      let value = Double(sample) / 255
      return value > 0.04045 ? pow((value + 0.055) / 1.055, 2.4) : value / 12.92
    }
    let rows = [
      [0.412453, 0.357580, 0.180423, 0.95047], [0.212671, 0.715160, 0.072169, 1],
      [0.019334, 0.119193, 0.950227, 1.08883],
    ]
    let f = rows.map { row in
      let value = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } / row[3]
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116.0
    }
    return (116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }
}
