import Files
import PerceptualStudy

/// The answered main trials of a study: all that counts towards fooling rates.
struct MainAnswers: Sendable {
  /// The judges with an answer, in the order of ``judgeOrder(_:_:)``.
  let judges: [String]
  /// The images with an answer, sorted.
  let images: [String]
  /// The methods with an answer, in the order of the tables.
  let methods: [String]
  /// The answers, by judge and position: the order of the file makes no difference.
  let answers: [MainAnswer]
  /// Main trials without an answer, by method's name.
  let missing: [ExactName: Int]

  /// Takes answers as they are: in order, each place that of something with an answer.
  init(judges: [String], images: [String], methods: [String], answers: [MainAnswer]) {
    (self.judges, self.images, self.methods) = (judges, images, methods)
    self.answers = answers
    missing = [:]
  }

  /// Takes the main trials of some judgements.
  ///
  /// - Parameters:
  ///   - judgements: of any kind.
  ///   - methods: in the wished order; others follow by name.
  init(_ judgements: [Judgement], methods: [String]) {
    let main = judgements.filter { $0.trial.kind == .main }
    let answered = main.filter { $0.answer != nil }
    let found = Set(answered.map { ExactName($0.trial.method) })
    let wished = methods.map(ExactName.init)
    self.methods =
      (wished.filter(found.contains) + found.subtracting(wished).sorted()).map(\.text)
    judges = Set(answered.map { ExactName($0.judge) }).map(\.text).sorted(by: Self.judgeOrder)
    images = Set(answered.map { ExactName($0.trial.image) }).sorted().map(\.text)
    missing = Dictionary(
      grouping: main.filter { $0.answer == nil }, by: { ExactName($0.trial.method) }
    ).mapValues(\.count)
    let judgePlaces = Self.places(judges)
    let imagePlaces = Self.places(images)
    let methodPlaces = Self.places(self.methods)
    let ordered = main.compactMap { judgement in
      judgePlaces[ExactName(judgement.judge)].map { (place: $0, judgement: judgement) }
    }.sorted { ($0.place, $0.judgement.trial.position) < ($1.place, $1.judgement.trial.position) }
    var answers: [MainAnswer] = []
    answers.reserveCapacity(answered.count)
    var (judge, rank) = (-1, 0)
    for (place, judgement) in ordered {
      rank = place == judge ? rank + 1 : 0
      judge = place
      let trial = judgement.trial
      guard let isFooled = judgement.fooled, let image = imagePlaces[ExactName(trial.image)],
        let method = methodPlaces[ExactName(trial.method)]
      else { continue }
      answers.append(
        MainAnswer(
          judge: place, image: image, method: method, rank: rank, isRealFirst: trial.realFirst,
          isFooled: isFooled, reaction: judgement.reactionMilliseconds))
    }
    self.answers = answers
  }

  /// Judges named by whole numbers first, by number, simulated ones like people; then the others by
  /// name.
  static func judgeOrder(_ one: String, _ other: String) -> Bool {
    func number(_ name: String) -> Int {
      let mark = Judgement.simulatedMark
      return Int(name.hasPrefix(mark) ? name.dropFirst(mark.count) : name[...]) ?? .max
    }
    let (first, second) = (number(one), number(other))
    return first == second ? ExactName(one) < ExactName(other) : first < second
  }

  private static func places(_ names: [String]) -> [ExactName: Int] {
    Dictionary(
      names.enumerated().map { (ExactName($1), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
