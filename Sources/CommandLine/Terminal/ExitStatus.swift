import ArgumentParser

/// How a command ends, as the manual promises it (after BSD's sysexits).
///
/// The same fault ends every command alike. What the command line says wrongly is ``usage``: an unknown
/// option, lever, path or column of its own, a year outside the run, an amount without a unit, a value
/// of `--set` or `--vary` that cannot be. What a file says wrongly, or what a scenario lacks for what it
/// is asked (costs, levers, `uncertainty:`, hours, a market), is ``badScenario``.
enum ExitStatus: Int32 {
  /// A target is missed and `--fail-on-target` was given.
  case targetMissed = 1
  /// The command line is wrong.
  case usage = 64
  /// A scenario or a table is wrong.
  case badScenario = 65
  /// A file does not exist.
  case noSuchFile = 66
  /// A program that an option needs is not installed.
  case missingProgram = 69
  /// A defect of ours: a law does not hold.
  case defect = 70
  /// A result cannot be written.
  case cannotWrite = 73
  /// Writing broke off: the disk is full, say.
  case readWriteError = 74
  /// No prices were found at which a year's market is in balance.
  case noSolution = 75
  /// Somebody ended it before it was done.
  case interrupted = 130

  /// The status as the argument parser throws it.
  var code: ExitCode { ExitCode(rawValue) }
}
