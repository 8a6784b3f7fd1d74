import Foundation
import TestSupport
import Testing

/// Options of `carbonpeak calibrate` that belong to another kind of fit.
@Suite struct `Options of calibrate` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `an option that would do nothing is refused`() throws {
    let table = try folder.write("year,x\n2015,1\n2016,2\n2017,3\n2018,5\n", to: "t.csv")
    let city = try folder.write(try SmallCity.text(levers: ""), to: "city.yaml")
    for (arguments, words) in [
      ([city, "--lock-base", "--to", "energy"], "--to needs --fit"),
      ([table, "--curve", "logistic", "--to", "energy"], "--to needs --fit"),
      ([table, "--curve", "logistic", "--set", "a=1"], "--set needs a scenario"),
      ([table, "--stirpat", "--set", "a=1"], "--set needs a scenario"),
    ] {
      let outcome = try Program.run(["calibrate"] + arguments)
      #expect(outcome.status == 64 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }
}
