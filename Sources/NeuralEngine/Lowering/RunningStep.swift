/// A step of a network whose weights are fixed: there is no way back.
protocol RunningStep: Step {}

extension RunningStep {
  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    preconditionFailure("\(layer) is learned by other steps than it runs by")
  }
}
