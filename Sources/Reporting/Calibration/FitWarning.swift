public import Diagnostics

/// What must not be overlooked of a fit.
public struct FitWarning: Sendable {
  /// A word for programs, the same in every version.
  public enum Code: String, CaseIterable, Sendable {
    /// The base year was brought to its inventory.
    case lockedBase = "base-year-locked"
    /// It was, by a factor that no like things need.
    case lockedFarFromOne = "lock-far-from-one"
    /// Two numbers that the data hardly tell apart.
    case hardlyTellsApart = "fit-correlated"
    /// A number that ended at its bound.
    case atBound = "fit-at-bound"
    /// As many numbers as observations.
    case noObservationsLeft = "fit-without-error"
    /// Coefficients that are held back, of what happened together.
    case noCauses = "elasticities-no-causes"
    /// Drivers that move nearly as one.
    case moveAsOne = "drivers-collinear"
    /// A potential of which the data say nothing.
    case potentialFarBeyondData = "potential-beyond-data"
  }

  /// The word for programs.
  public let code: Code
  /// The words for people.
  public let text: Text

  init(_ code: Code, _ text: Text) { (self.code, self.text) = (code, text) }
}
