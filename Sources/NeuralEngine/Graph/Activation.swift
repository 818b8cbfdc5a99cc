/// A function applied to every number.
public enum Activation: Sendable, Hashable {
  /// max(x, 0).
  case rectified
  /// x where positive, else `slope`·x.
  case leaky(slope: Float)
  /// The hyperbolic tangent.
  case tanh
  /// 1/(1+e⁻ˣ).
  case sigmoid
  /// `factor`·x.
  case scaled(by: Float)
}
