/// An air pollutant of burning (MODEL §8).
public enum Pollutant: String, CaseIterable, Sendable {
  /// Sulfur dioxide, SO₂.
  case sulfurDioxide = "sulfur-dioxide"
  /// Nitrogen oxides, counted as NO₂.
  case nitrogenOxides = "nitrogen-oxides"
  /// Particles of at most 2.5 µm, PM2.5, as they leave the stack.
  case fineParticles = "fine-particles"

  /// What chemists and measuring stations call it.
  public var symbol: String {
    switch self {
    case .sulfurDioxide: "SO2"
    case .nitrogenOxides: "NOx"
    case .fineParticles: "PM2.5"
    }
  }
}
