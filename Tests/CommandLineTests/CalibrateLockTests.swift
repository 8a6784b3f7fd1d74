import Foundation
import TestSupport
import Testing

/// Locks of the small city's base year to an inventory, through the real binary.
@Suite struct `Locking the base year on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func city(_ history: String) throws -> String {
    try folder.write(try SmallCity.text(levers: "") + history, to: "city.yaml")
  }

  private func calibrate(_ file: String, _ arguments: String...) throws -> Command.Outcome {
    // Made-up observations reach to 2027.
    try Program.run(
      ["calibrate", file, "--output", folder.url.path + "/out"] + arguments,
      environment: ["SOURCE_DATE_EPOCH": "1861920000"])
  }

  private var results: URL { folder.url.appending(path: "out/smallville/base") }

  @Test func `the base year is locked to the inventory, loudly where the two are far apart`() throws
  {
    let file = try city("history: {emissions: {2020: 1.6 Mt}}\n")
    let outcome = try calibrate(file, "--lock-base")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("WARNING"))
    #expect(outcome.output.contains("carriers.*.carbon-content (lock)"))
    let again = try calibrate(file, "--lock-base", "--lang", "zh")
    #expect(again.output.replacing("\n", with: "").contains("警告"))
    _ = try Program.run([
      "run", results.path + "/calibrated.yaml", "--allow-outside", "--output",
      folder.url.path + "/run",
    ])
    let ran = try CSVFile(
      folder.url.appending(path: "run/smallville/base-calibrated/emissions.csv"))
    #expect(abs(try #require(ran.numbers("total").first) - 1.6) < 1e-9)
    // A calibrated scenario that is calibrated again keeps one factor, the product.
    let twice = try Program.run([
      "calibrate", results.path + "/calibrated.yaml", "--allow-outside", "--lock-base", "--output",
      folder.url.path + "/twice",
    ])
    #expect(twice.status == 0, "\(twice.errors)")
    let row = try #require(
      CSVFile(
        folder.url.appending(path: "twice/smallville/base-calibrated/calibration.csv")
      ).rows.first)
    #expect(abs(try #require(row["fitted"].flatMap(Double.init)) - 1) < 1e-9)
  }

  @Test func `a lock with scope 2 reaches heat and hydrogen that are bought outside`() throws {
    _ = try city("history: {emissions: {2020: 1.6 Mt}}\n")
    let file = try folder.write(
      """
      extends: city.yaml
      equipment: {radiator: {carrier: heat, efficiency: 100%}}
      buildings: {homes: {uses: {heating: {equipment: {radiator: 30%}}}}}
      energy: {heat: {loss: 5%, technologies: {bought: {share: 100%, imported: {factor: 90 kg/GJ}}}}}

      """, to: "heated.yaml")
    let outcome = try calibrate(file, "--lock-base")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("energy.heat.technologies.*.imported.factor (lock)"))
    #expect(outcome.output.contains("energy.electricity.imports.*.factor (lock)"))
  }

  @Test func `a lock is held against all observed years, and other scenarios take it over`() throws
  {
    let file = try city("history: {emissions: {2020: 1.6 Mt, 2021: 1.6 Mt, 2022: 1.6 Mt}}\n")
    let outcome = try calibrate(file, "--lock-base")
    let words = outcome.output.replacing("\n", with: " ")
    #expect(words.contains("Held against 3 observations of emissions"), "\(words)")
    #expect(words.contains("take the fit over by adjustments.yaml"))
    let residuals = try CSVFile(results.appending(path: "calibration-residuals.csv"))
    #expect(residuals.numbers("year") == [2020, 2021, 2022])
    #expect(abs(try #require(residuals.numbers("residual").first)) < 1e-9)
    let fitted = try String(
      contentsOf: results.appending(path: "adjustments.yaml"), encoding: .utf8)
    _ = try folder.write(fitted, to: "adjustments.yaml")
    let other = try folder.write(
      "extends: [city.yaml, adjustments.yaml]\nscenario: {id: other}\n", to: "other.yaml")
    let run = try Program.run(["run", other, "--output", folder.url.path + "/run"])
    #expect(run.status == 0, "\(run.errors)")
    let total = try CSVFile(folder.url.appending(path: "run/smallville/other/emissions.csv"))
    #expect(abs(try #require(total.numbers("total").first) - 1.6) < 1e-9)
  }

  @Test func `an inventory of nothing cannot be locked to`() throws {
    let outcome = try calibrate(city("history: {emissions: {2020: 0 Mt}}\n"), "--lock-base")
    #expect(outcome.status == 75, "\(outcome.errors)")
    #expect(outcome.errors.contains("inventory"))
    #expect(!folder.contents.contains("out"))
  }
}
