import Experiments
import Files
import ParallelWork
import Synchronization

/// The pictures of a report: the best, the median and the worst image by what a method adds, and the
/// others to choose from.
struct Gallery {
  let ranking: GalleryRanking
  /// The columns' headings.
  let columns: [String]
  /// The best, the median and the worst image, with what they are.
  let chosen: [(rank: String, plate: GalleryPlate)]
  /// Others by name, smaller.
  let others: [GalleryPlate]
  /// How many images are not in the page.
  let leftOut: Int
  /// What could not be shown and why, one line each.
  let notes: [String]

  /// The most images besides the chosen ones, to keep the page small.
  static let limit = 60
  /// Of the chosen images.
  private static let large = GalleryPlate.Format(side: 256, quality: 90)
  /// Of the others.
  private static let small = GalleryPlate.Format(side: 128, quality: 80)

  /// Draws pictures of results; nil where there is nothing to rank images by.
  ///
  /// - Parameter progress: gets the images drawn so far, one call at a time, from any thread.
  init?(
    _ results: ResultSet, choice: GalleryChoice, from source: any PictureSource,
    progress: @escaping @Sendable (WorkProgress) -> Void
  ) {
    guard let ranking = GalleryRanking(results, choice: choice) else { return nil }
    let steps = choice.steps(of: results)
    let ranked = ranking.chosen
    let names = ranking.others(of: results.images, atMost: Self.limit)
    let all = ranked.map { ($0.name, Self.large) } + names.map { ($0, Self.small) }
    let start = ContinuousClock.now
    let done = Mutex(0)
    let outcomes = parallelMap(all.count) { index -> Result<GalleryPlate, any Error> in
      let outcome = Result {
        try GalleryPlate(
          image: all[index].0, of: results, steps: steps, from: source, format: all[index].1)
      }
      done.withLock {
        $0 += 1
        progress(
          WorkProgress(
            done: $0, total: all.count, elapsed: (ContinuousClock.now - start) / .seconds(1)))
      }
      return outcome
    }
    var notes: [String] = []
    var plates: [GalleryPlate?] = []
    for (outcome, (name, _)) in zip(outcomes, all) {
      switch outcome {
      case .success(let plate):
        plates.append(plate)
        notes += plate.notes
      case .failure(let error):
        plates.append(nil)
        notes.append("no pictures of \(name) in the report: \(describe(error))")
      }
    }
    self.ranking = ranking
    columns = steps.map { $0.condition.step($0.points) }
    chosen = zip(ranked, plates).compactMap { image, plate in plate.map { (image.rank, $0) } }
    others = plates.dropFirst(ranked.count).compactMap { $0 }
    leftOut = results.images.count - ranked.count - names.count
    self.notes = Self.shortened(notes)
  }

  /// Each note once, and not more than a few.
  private static func shortened(_ notes: [String]) -> [String] {
    var seen: Set<ExactName> = []
    let distinct = notes.filter { seen.insert(ExactName($0)).inserted }
    guard distinct.count > 4 else { return distinct }
    return Array(distinct.prefix(3))
      + ["no pictures of \(distinct.count - 3) more images, for like reasons"]
  }
}

extension Gallery {
  /// What the template asks for.
  var context: [String: Any] {
    var context: [String: Any] = [
      "columns": columns, "isChoice": !others.isEmpty,
      "chosen": chosen.map { Self.plate($0.plate, rank: $0.rank, columns: columns) },
      "others": others.map { Self.plate($0, rank: nil, columns: columns) },
      "order": ranking.floor.map { "by what \(ranking.method) adds over \($0)" }
        ?? "by \(ranking.method)",
    ]
    if leftOut > 0 {
      context["leftOut"] =
        "\(leftOut) more images are not in this page, to keep it small; those that are here are "
        + "spread evenly from the best to the worst."
    }
    return context
  }

  private static func plate(
    _ plate: GalleryPlate, rank: String?, columns: [String]
  ) -> [String: Any] {
    let rows = plate.rows.enumerated().map { place, row in
      [
        "name": row.name, "truth": place == 0 ? plate.truth : false,
        "cells": row.cells.map { cell($0, label: "\(plate.image), \(row.name)") },
      ] as [String: Any]
    }
    let label = rank.map { "\($0): \(plate.image)" } ?? plate.image
    return [
      "image": plate.image, "label": label, "columns": columns, "rows": rows,
    ]
  }

  private static func cell(_ cell: GalleryPlate.Cell, label: String) -> [String: Any] {
    switch cell {
    case .picture(let source, let caption):
      ["source": source, "caption": caption, "label": "\(label) \(caption)"]
    case .same(let caption): ["same": "as left", "caption": caption]
    case .none: ["caption": ""]
    }
  }
}
