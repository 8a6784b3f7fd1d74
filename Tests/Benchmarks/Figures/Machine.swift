import FoundationEssentials
import Glibc

/// The machine that figures were measured on; it has no name.
struct Machine: Codable {
  /// The processor as the system calls it.
  let processor: String
  /// How many cores the benchmark may use.
  let cores: Int
  let memoryGB: Double

  /// This machine.
  static var current: Machine {
    let pages = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    return Machine(
      processor: value(of: "model name", in: "/proc/cpuinfo") ?? "unknown",
      cores: coreCount, memoryGB: (pages / 1e8).rounded() / 10)
  }

  /// How many cores the benchmark may use.
  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The value behind a key of a file of the kernel.
  static func value(of key: String, in path: String) -> String? {
    let text = (try? String(contentsOf: URL(filePath: path), encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    guard let value = line?.split(separator: ":", maxSplits: 1).last else { return nil }
    return String(value.drop { $0.isWhitespace })
  }
}

/// The most memory the process has held since ``restart()``.
enum PeakMemory {
  /// Begins anew, where the kernel lets a process do so.
  static func restart() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  /// VmHWM [MB].
  static var megabytes: Double {
    let text = Machine.value(of: "VmHWM", in: "/proc/self/status") ?? ""
    return (text.split(separator: " ").first.flatMap { Double($0) } ?? .nan) / 1024
  }
}
