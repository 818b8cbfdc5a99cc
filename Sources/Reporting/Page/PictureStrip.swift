import Colorimetry
import Colorization
import Experiments
import Foundation
import ImageMetrics
import Imaging

/// One image of a run in pictures: grey with the points, every method, the truth.
struct PictureStrip {
  let image: String
  /// `best`, `median` or `worst`; `between` where all are shown, being few.
  let rank: String
  let cells: [Cell]

  struct Cell {
    let caption: String
    /// A PNG as a data URI.
    let source: String
  }

  /// Strips of the best, the median and the worst image by mean PSNR over the methods; of all where
  /// there are at most four.
  ///
  /// - Parameter notes: gains a line where images can no longer be read.
  static func strips(of tables: RunTables, notes: inout [String]) -> [PictureStrip] {
    let strip = tables.plan.study.strip
    let judged = tables.finished.filter { $0.unit.revealer == strip.revealer }
    let byImage = Dictionary(grouping: judged) { $0.unit.image.name }
    let ranked = byImage.compactMap { name, units -> (name: String, mean: Double)? in
      let scores = units.compactMap { unit, result in
        result.psnr(at: unit.count(upTo: strip.points))
      }.filter(\.isFinite)
      return scores.isEmpty ? nil : (name, scores.reduce(0, +) / Double(scores.count))
    }.sorted { ($0.mean, $0.name) > ($1.mean, $1.name) }
    guard let best = ranked.first, let worst = ranked.last else { return [] }
    var chosen = [("best", best.name)]
    if (3...4).contains(ranked.count) {
      chosen += ranked[1..<ranked.count - 1].map { ("between", $0.name) }
    } else if ranked.count > 2 {
      chosen.append(("median", ranked[ranked.count / 2].name))
    }
    if ranked.count > 1 { chosen.append(("worst", worst.name)) }
    return chosen.compactMap { rank, name in
      do {
        return try PictureStrip(
          rank: rank, image: name, units: byImage[name] ?? [], points: strip.points,
          order: tables.plan.methods.map(\.identity.name), side: tables.plan.study.size)
      } catch {
        notes.append("no pictures of \(name) in the report: \(describe(error))")
        return nil
      }
    }
  }

  private init(
    rank: String, image: String, units: [(unit: StudyUnit, result: UnitResult)], points: Int,
    order: [String], side: Int
  ) throws {
    self.rank = rank
    self.image = image
    var cells: [Cell] = []
    guard let first = units.first else {
      self.cells = []
      return
    }
    let original = try first.unit.picture()
    let truth = LabImage(original)
    for method in order {
      guard let (unit, result) = units.first(where: { $0.unit.method.identity.name == method })
      else { continue }
      let points = unit.count(upTo: points)
      let hints = unit.hints(of: result, truth: truth.chrominance, count: points)
      if cells.isEmpty {
        cells.append(Cell(caption: "input", source: Self.uri(Self.drawing(hints, over: truth))))
      }
      let colorized = try unit.colorize(original, lightness: truth.lightness, hints: hints)
      let picture = colorized.rendered(lightness: truth.lightness)
      let caption = result.psnr(at: points).map { String(format: "%@ %.2f dB", method, $0) }
      cells.append(Cell(caption: caption ?? method, source: Self.uri(picture)))
    }
    cells.append(Cell(caption: "truth", source: Self.uri(truth.truncated())))
    self.cells = cells
  }

  /// The grey picture with every hint's patch in its colour, framed in white.
  private static func drawing(_ hints: Hints, over truth: LabImage) -> RGBImage {
    let (height, width) = (truth.height, truth.width)
    let neutral = Chrominance(neutralWithHeight: height, width: width)
    var colored = LabImage(lightness: truth.lightness, chrominance: neutral)
    let patches = hints.points.filter { $0.size > 1 }
    for point in hints.points {
      let (rows, columns) = point.extent(height: height, width: width)
      for row in rows {
        for column in columns {
          colored.chrominance.a[row, column] = point.a
          colored.chrominance.b[row, column] = point.b
        }
      }
    }
    var picture = colored.truncated()
    for point in patches {
      let (rows, columns) = point.extent(height: height, width: width)
      let frame = (rows.lowerBound - 1...rows.upperBound).flatMap { row in
        (columns.lowerBound - 1...columns.upperBound).map { (row, $0) }
      }
      for (row, column) in frame where !(rows.contains(row) && columns.contains(column)) {
        guard row >= 0, row < height, column >= 0, column < width else { continue }
        let start = 3 * (row * width + column)
        for channel in 0..<3 { picture.pixels[start + channel] = 255 }
      }
    }
    return picture
  }

  private static func uri(_ picture: RGBImage) -> String {
    "data:image/png;base64," + Data(PNGFile.encode(picture)).base64EncodedString()
  }
}
