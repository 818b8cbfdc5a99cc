import Files
import PerceptualStudy
import SeededChance

/// A study that is judged by simulated judges only.
public struct SimulatedStudy: Sendable {
  private let design: StudyDesign
  private let population: JudgePopulation
  private let methods: [String]
  private let images: [String]
  /// The main trials of every cell.
  private let cells: [[MainTrial]]

  /// A main trial, with image and method as places.
  private struct MainTrial: Sendable {
    let position: Int
    let image: Int
    let method: Int
    let isRealFirst: Bool
  }

  /// A study of a design by judges of a population.
  public init(design: StudyDesign, population: JudgePopulation) {
    (self.design, self.population) = (design, population)
    let main = design.schedules.map { $0.trials.filter { $0.kind == .main } }
    let methods = design.methods.map(\.name)
    let images = Set(main.joined().map { ExactName($0.image) }).sorted()
    let places = Dictionary(
      images.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    cells = main.map { trials in
      trials.compactMap { trial in
        guard let image = places[ExactName(trial.image)],
          let method = methods.firstIndex(of: trial.method)
        else { return nil }
        return MainTrial(
          position: trial.position, image: image, method: method, isRealFirst: trial.realFirst)
      }
    }
    (self.methods, self.images) = (methods, images.map(\.text))
  }

  /// The answers of so many judges, named 1, 2, …: cells are taken in turn.
  ///
  /// - Parameters:
  ///   - judges: how many.
  ///   - seed: of skills, images and answers.
  public func judgements(judges: Int, seed: UInt64) -> [Judgement] {
    guard !design.schedules.isEmpty else { return [] }
    var judgements: [Judgement] = []
    for number in 0..<judges {
      let judge = SimulatedJudge(seed: seed, judge: "\(number + 1)", population: population)
      for trial in design.schedules[number % design.schedules.count].trials {
        let (answer, reaction) = judge.answer(to: trial)
        judgements.append(
          Judgement(
            judge: judge.judge, trial: trial, answer: answer, reactionMilliseconds: reaction))
      }
    }
    return judgements
  }

  /// The seed of the study of a number.
  static func seed(_ seed: UInt64, index: Int) -> UInt64 {
    var chance = SplitMix64(seed: seed, names: "study", "\(index)")
    return chance.next()
  }

  /// The sign of every pair's difference where it is found in a simulated study, nil where not.
  func tests(judges: Int, seed: UInt64, index: Int) -> [Double?] {
    let answers = mainAnswers(judges: judges, seed: Self.seed(seed, index: index))
    let tallies = MethodTally.tallies(answers)
    let tests = methods.indices.flatMap { one in
      methods.indices.dropFirst(one + 1).map { other in
        let isJudged = tallies[one].trials > 0 && tallies[other].trials > 0
        return isJudged ? PairTest(one, other, of: answers, tallies: tallies) : nil
      }
    }
    let adjusted = Holm.adjusted(
      tests.map { $0.map { $0.p(standardError: $0.standardError) } ?? 1 })
    return zip(tests, adjusted).map { test, p in
      p < PairEstimate.significance ? test?.difference : nil
    }
  }

  /// The answers to main trials that ``judgements(judges:seed:)`` has, without the rest.
  func mainAnswers(judges: Int, seed: UInt64) -> MainAnswers {
    let effects = images.map { image in
      methods.map { population.imageEffect(seed: seed, image: image, method: $0) }
    }
    let centers = methods.map { population.centers[$0] }
    let names = (0..<(cells.isEmpty ? 0 : judges)).map { "\($0 + 1)" }
    var answers: [MainAnswer] = []
    answers.reserveCapacity(names.count * (cells.first?.count ?? 0))
    for (place, name) in names.enumerated() {
      let judge = SimulatedJudge(seed: seed, judge: name, population: population)
      for (rank, trial) in cells[place % cells.count].enumerated() {
        let probability = population.foolingProbability(
          center: centers[trial.method], skill: judge.skill,
          image: effects[trial.image][trial.method], isRealFirst: trial.isRealFirst)
        guard let isFooled = judge.isFooled(at: trial.position, probability: probability) else {
          continue
        }
        answers.append(
          MainAnswer(
            judge: place, image: trial.image, method: trial.method, rank: rank,
            isRealFirst: trial.isRealFirst, isFooled: isFooled, reaction: nil))
      }
    }
    return MainAnswers(judges: names, images: images, methods: methods, answers: answers)
  }
}
