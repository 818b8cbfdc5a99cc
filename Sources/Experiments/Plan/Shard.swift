import Foundation

/// The part of a plan that one process runs: every N-th unit, counted from 1.
public struct Shard: Sendable, Equatable {
  /// Which part, 1…count.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// The whole plan.
  public static let whole = Shard(index: 1, count: 1)

  /// Names a part.
  public init(index: Int, count: Int) {
    precondition((1...count).contains(index), "a shard's index is 1…count")
    self.index = index
    self.count = count
  }

  /// Reads `I/N`.
  public init(parsing text: String) throws(ExperimentError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else { throw .badShard(text) }
    self.init(index: index, count: count)
  }

  /// The shard of a Slurm array task: (ID−MIN)/STEP of COUNT; nil outside an array.
  ///
  /// - Throws: ``ExperimentError/ambiguousSlurmArray(_:)`` for arrays with gaps, such as 1,5,9.
  public init?(slurm environment: [String: String]) throws(ExperimentError) {
    func text(_ name: String) -> String? { environment["SLURM_ARRAY_TASK_\(name)"] }
    guard let idText = text("ID"), let leastText = text("MIN"), let mostText = text("MAX"),
      let countText = text("COUNT")
    else { return nil }
    // Slurm's own limits are far inside 32 bits, which keeps the arithmetic below from overflowing.
    let numbers = [idText, leastText, mostText, countText, text("STEP") ?? "1"].map { Int32($0) }
    guard numbers.allSatisfy({ $0 != nil }) else {
      throw .ambiguousSlurmArray(
        "task \(idText) of \(leastText) to \(mostText), \(countText) in all")
    }
    let values = numbers.map { Int($0 ?? 0) }
    let (id, least, most, count, step) = (values[0], values[1], values[2], values[3], values[4])
    guard step > 0, count > 0, most - least == (count - 1) * step, (id - least) % step == 0,
      (least...most).contains(id)
    else { throw .ambiguousSlurmArray("task \(id) of \(least) to \(most), \(count) in all") }
    self.init(index: (id - least) / step + 1, count: count)
  }
}

extension Shard: Codable {
  private enum CodingKeys: String, CodingKey {
    case index
    case count
  }

  /// Reads a shard that a file names; one that cannot be is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let count = try container.decode(Int.self, forKey: .count)
    let index = try container.decode(Int.self, forKey: .index)
    guard count >= 1, index >= 1, index <= count else {
      throw DecodingError.dataCorruptedError(
        forKey: .index, in: container, debugDescription: "shard \(index) of \(count)")
    }
    self.init(index: index, count: count)
  }
}
