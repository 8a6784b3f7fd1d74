import Analysis
import ArgumentParser
import CityModel
import ScenarioFiles

/// `carbonpeak run FILE…`.
struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(commandName: "run") }
  @Argument var files: [String]
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions
  func run() throws {
    let scenarios = try ReadScenarios(files, reading, common)
    for result in scenarios.results {
      guard let scenario = result.reading.scenario else { continue }
      let trajectory = Trajectory(Blueprint(scenario))
      for (year, _) in zip(trajectory.years, 0...) where year % 5 == 0 {
        let i = year - trajectory.years.lowerBound
        Console.say(
          "\(year) "
            + TotalItem.allCases.map { "\($0) \(trajectory.total($0)[i])" }.joined(separator: " ")
            + " | "
            + Sector.allCases.map { "\($0) \(trajectory.bySource($0)[i])" }.joined(separator: " "))
      }
      Console.say("\(trajectory.brokenLaws) \(trajectory.impossibleRows)")
    }
  }
}
