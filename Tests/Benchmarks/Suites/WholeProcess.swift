import FoundationEssentials
import Glibc

/// What a whole `carbonpeak run` takes, from the start of the process to its end.
///
/// Not its memory: the system's count for a process begins with what its parent held.
struct WholeProcess {
  private let program = ".build/release/carbonpeak"

  func measure(_ figures: FigureCollector) async throws {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: program) else {
      return print("process: left out, \(program) is not there; `make build` makes it")
    }
    let folder = files.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    for scenario in ["peak", "hourly"] {
      let arguments = ["run", "Scenarios/shenzhen/\(scenario).yaml", "--output", folder.path]
      let ends = try (0..<10).map { _ in try end(of: arguments) }
      let name = "process/run shenzhen/\(scenario)"
      figures.add("\(name), by the clock", least(ends, \.wall) * 1e3, .milliseconds)
      figures.add("\(name), processor", least(ends, \.cpu) * 1e3, .milliseconds)
    }
  }

  private struct End {
    let wall: Double
    let cpu: Double
  }

  private func least(_ ends: [End], _ value: (End) -> Double) -> Double {
    ends.map(value).min() ?? .nan
  }

  /// Runs the program to its end, with its output thrown away.
  private func end(of arguments: [String]) throws -> End {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    var status = Int32()
    var usage = rusage()
    let start = ContinuousClock.now
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0,
      wait4(process, &status, 0, &usage) == process, status == 0
    else { throw BenchmarkError.processFailed(([program] + arguments).joined(separator: " ")) }
    let wall = ContinuousClock.now - start
    return End(
      wall: wall / .seconds(1), cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime))
  }

  private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
