import ArgumentParser
import Diagnostics

extension ExitStatus {
  /// The status as the argument parser throws it.
  var code: ExitCode { ExitCode(rawValue) }
}
