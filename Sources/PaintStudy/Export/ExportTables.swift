import Foundation
import Painting
import Tables

/// What subjects did, as tables.
enum ExportTables {
  /// A row for every picture that was begun.
  static func sessions(_ pictures: [PaintedPicture], chosen: Set<String>) -> Data {
    var csv = CSVWriter(header: [
      "subject", "simulated", "position", "kind", "image", "arm", "seconds_given", "seconds_used",
      "events", "points_added", "points_at_end", "finished", "chosen",
    ])
    for picture in pictures {
      let task = picture.task
      csv.append([
        picture.subject.description, flag(picture.subject.isSimulated), "\(task.position)",
        task.kind.rawValue, task.image, task.arm.rawValue, "\(task.seconds)",
        String(format: "%.3f", picture.seconds), "\(picture.events.count)",
        "\(picture.pointsAdded)", "\(picture.result.points.count)", flag(picture.isFinished),
        flag(chosen.contains(picture.identity)),
      ])
    }
    return csv.data
  }

  /// A row for every event, with the state that it left as JSON: enough to do everything again.
  static func events(_ pictures: [PaintedPicture]) -> Data {
    var csv = CSVWriter(header: [
      "subject", "position", "kind", "image", "arm", "sequence", "milliseconds", "action", "source",
      "rank", "points", "suggested", "state",
    ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for picture in pictures {
      let task = picture.task
      for event in picture.events {
        let state = (try? encoder.encode(event.state)).map { String(decoding: $0, as: UTF8.self) }
        csv.append([
          picture.subject.description, "\(task.position)", task.kind.rawValue, task.image,
          task.arm.rawValue, "\(event.sequence)", String(format: "%.1f", event.milliseconds),
          event.action.rawValue, event.source?.rawValue ?? "", event.rank.map(String.init) ?? "",
          "\(event.state.points.count)", event.suggested.joined(separator: " "), state ?? "",
        ])
      }
    }
    return csv.data
  }

  /// A row for everything that is not handed to judges, with the reason.
  static func leftOut(_ paintings: [LeftOutPainting]) -> Data {
    var csv = CSVWriter(header: ["image", "arm", "subject", "position", "reason"])
    for painting in paintings {
      csv.append([
        painting.image, painting.arm.rawValue, painting.painter?.subject.description ?? "",
        painting.painter.map { "\($0.position)" } ?? "", painting.reason.rawValue,
      ])
    }
    return csv.data
  }

  private static func flag(_ value: Bool) -> String { value ? "1" : "0" }
}
