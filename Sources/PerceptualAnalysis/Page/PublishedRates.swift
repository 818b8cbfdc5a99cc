/// Fooling rates of Zhang et al. 2017, §4.2, https://doi.org/10.1145/3072959.3073703, in percent with
/// their pooled 95 % intervals.
enum PublishedRates {
  static let zhang2017 = [
    (name: "automatic, no hints", rate: "18.58 ±1.09"),
    (name: "hints, no recommended colours", rate: "26.98 ±1.76"),
    (name: "hints with recommended colours", rate: "30.04 ±1.80"),
  ]
}
