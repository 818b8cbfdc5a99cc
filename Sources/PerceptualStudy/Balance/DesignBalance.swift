import Files

/// What the schedules of a design have in common, counted from their trials alone: it knows nothing
/// of how they were made.
public struct DesignBalance: Sendable, Equatable {
  /// An image as one method shows it, in main trials.
  public struct Cell: Sendable, Equatable {
    /// The image.
    public let image: String
    /// The method.
    public let method: String
    /// How many judges judge it.
    public internal(set) var judgements = 0
    /// In how many of these the real picture is first.
    public internal(set) var realFirst = 0
  }

  /// A judge's schedule in numbers.
  public struct Judge: Sendable, Equatable {
    /// The cell of the design, from 1.
    public let judge: Int
    /// Trials by kind.
    public let trials: [TrialKind: Int]
    /// Main trials by method, in the design's order.
    public let methods: [Int]
    /// Trials whose real picture is first, by kind.
    public let realFirst: [TrialKind: Int]
    /// Main trials whose real picture is first, by method.
    public let methodsRealFirst: [Int]
    /// The longest run of equal right answers.
    public let longestRun: Int
    /// Whether an image is shown twice.
    public let repeatsImages: Bool
    /// Whether a vigilance trial is the first of the main part, or next to another.
    public let crowdsVigilance: Bool
  }

  /// Images by methods: every image that may stand in a main trial, sorted, in the methods' order.
  public let cells: [Cell]
  /// Judges, by number.
  public let judges: [Judge]
  /// Images that stand in practice trials, sorted.
  public let practiceImages: [String]
  /// Whether an image stands in a practice trial of one judge and in another trial of any judge.
  public let practiceIsShared: Bool
  /// The methods, in the design's order.
  public let methods: [String]

  /// Counts.
  ///
  /// - Parameters:
  ///   - images: all that could be shown, so that those that never are count as 0.
  ///   - methods: in order.
  public init(_ schedules: [JudgeSchedule], images: [String], methods: [String]) {
    self.methods = methods
    let numbers = Dictionary(zip(methods, 0...)) { first, _ in first }
    judges = schedules.map { Judge($0, methods: numbers) }
    var practice: Set<ExactName> = []
    var others: Set<ExactName> = []
    var counts: [ExactName: [Cell]] = [:]
    for trial in schedules.lazy.flatMap(\.trials) {
      let image = ExactName(trial.image)
      if trial.kind == .practice { practice.insert(image) } else { others.insert(image) }
      guard trial.kind == .main, let number = numbers[trial.method] else { continue }
      if counts[image] == nil { counts[image] = Self.row(image, methods) }
      counts[image]?[number].judgements += 1
      counts[image]?[number].realFirst += trial.realFirst ? 1 : 0
    }
    practiceIsShared = !practice.isDisjoint(with: others)
    practiceImages = practice.sorted().map(\.text)
    let shown = Set(images.map(ExactName.init)).union(counts.keys).subtracting(practice)
    cells = shown.sorted().flatMap { counts[$0] ?? Self.row($0, methods) }
  }

  private static func row(_ image: ExactName, _ methods: [String]) -> [Cell] {
    methods.map { Cell(image: image.text, method: $0) }
  }
}

extension DesignBalance.Judge {
  init(_ schedule: JudgeSchedule, methods numbers: [String: Int]) {
    judge = schedule.judge
    var trials: [TrialKind: Int] = [:]
    var realFirst: [TrialKind: Int] = [:]
    var methods = Array(repeating: 0, count: numbers.count)
    var methodsRealFirst = methods
    var images: Set<ExactName> = []
    var (run, longest) = (0, 0)
    var (last, lastKind): (Bool?, TrialKind?) = (nil, nil)
    var isCrowded = false
    for trial in schedule.trials {
      trials[trial.kind, default: 0] += 1
      realFirst[trial.kind, default: 0] += trial.realFirst ? 1 : 0
      if trial.kind == .main, let number = numbers[trial.method] {
        methods[number] += 1
        methodsRealFirst[number] += trial.realFirst ? 1 : 0
      }
      images.insert(ExactName(trial.image))
      run = trial.realFirst == last ? run + 1 : 1
      longest = max(longest, run)
      if trial.kind == .vigilance, lastKind != .main { isCrowded = true }
      (last, lastKind) = (trial.realFirst, trial.kind)
    }
    self.trials = trials
    self.realFirst = realFirst
    self.methods = methods
    self.methodsRealFirst = methodsRealFirst
    longestRun = longest
    repeatsImages = images.count < schedule.trials.count
    crowdsVigilance = isCrowded
  }
}
