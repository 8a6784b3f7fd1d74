/// How a distribution is written in a file.
enum DistributionKind: String, CaseIterable {
  case normal, lognormal, triangular, uniform, beta, discrete, empirical
}
