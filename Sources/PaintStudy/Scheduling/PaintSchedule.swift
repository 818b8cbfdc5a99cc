import PaintServer
import PerceptualStudy

/// Who paints which image in which arm, exactly balanced; what is left open is drawn from the seed.
///
/// Each subject paints an image once at most and as many images in each arm; each image is painted in
/// each arm equally often within one, also by the first subjects however many come: the scheduler of
/// real-vs-fake studies, with subjects for judges and arms for methods. Training images are the same
/// for all and stand apart.
enum PaintSchedule {
  /// The plans of a study.
  ///
  /// - Throws: ``PaintStudyError/infeasible(_:)`` for too few images.
  static func plans(
    _ study: PaintStudyDeclaration, images: [String]
  ) throws(PaintStudyError) -> [SubjectPlan] {
    let needed = 2 * study.pictures + study.trainingPictures
    guard images.count >= needed else {
      throw .infeasible(
        "a subject paints no image twice, so \(study.pictures) pictures in each arm and "
          + "\(study.trainingPictures) to learn with take \(needed) images, and there are "
          + "\(images.count); take fewer --pictures or more images")
    }
    let schedules: [JudgeSchedule]
    do throws(PerceptualStudyError) {
      schedules = try Scheduler(
        study: study.study, seed: study.seed, images: images,
        methods: PaintingArm.allCases.map(\.rawValue), judges: study.subjects,
        trials: 2 * study.pictures, practice: study.trainingPictures, vigilance: 0
      ).schedules()
    } catch {
      throw .infeasible(error.message)
    }
    return schedules.map { plan($0, study) }
  }

  private static func plan(_ schedule: JudgeSchedule, _ study: PaintStudyDeclaration) -> SubjectPlan
  {
    let first = BlockOrder.firstArm(of: schedule.judge, study: study.study, seed: study.seed)
    func trials(_ kind: TrialKind, _ arm: PaintingArm) -> ArraySlice<Trial> {
      schedule.trials.filter { $0.kind == kind && $0.method == arm.rawValue }[...]
    }
    var waiting = [first: trials(.main, first), first.other: trials(.main, first.other)]
    let learning = [first, first.other].flatMap { arm in
      trials(.practice, arm).map { (PaintTaskKind.training, arm, $0.image) }
    }
    let counting = BlockOrder.arms(beginningWith: first, pictures: study.pictures).compactMap {
      arm in waiting[arm]?.popFirst().map { (PaintTaskKind.main, arm, $0.image) }
    }
    let tasks = (learning + counting).enumerated().map { index, item in
      PaintTask(
        position: index + 1, kind: item.0, image: item.2, arm: item.1,
        seconds: item.0 == .training ? study.secondsOfTrainingPicture : study.seconds)
    }
    return SubjectPlan(subject: schedule.judge, tasks: tasks)
  }
}
