import Foundation
import Tables

/// Plans in `assignments.csv`: header `subject,position,kind,image,arm,seconds`.
enum AssignmentsTable {
  /// The bytes of the file.
  static func data(_ plans: [SubjectPlan]) -> Data {
    var csv = CSVWriter(header: ["subject", "position", "kind", "image", "arm", "seconds"])
    for plan in plans {
      for task in plan.tasks {
        csv.append([
          "\(plan.subject)", "\(task.position)", task.kind.rawValue, task.image,
          task.arm.rawValue, "\(task.seconds)",
        ])
      }
    }
    return csv.data
  }
}
