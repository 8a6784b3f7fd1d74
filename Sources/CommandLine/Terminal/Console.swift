import Diagnostics
import Glibc

/// What the process knows of the person and the place: language, terminal, clock.
///
/// The only part of carbonpeak that reads the environment.
enum Console {
  /// The language of texts: the last `--lang` given, as the parser takes it, else that of the locale.
  static func language(arguments: [String] = CommandLine.arguments) -> Language {
    let flag = "--lang"
    for (index, argument) in arguments.enumerated().reversed() {
      if argument == flag, index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix(flag + "="),
        let language = Language(rawValue: String(argument.dropFirst(flag.count + 1)))
      {
        return language
      }
    }
    return language(ofLocale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first)
  }

  /// Chinese for the locales of China, Singapore and their like, English for all others.
  static func language(ofLocale locale: String?) -> Language {
    locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  /// A variable of the environment; none if it is empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// Whether a person reads what goes to this descriptor.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Whether errors may be coloured: on a terminal, unless NO_COLOR says otherwise.
  static var coloursErrors: Bool {
    isTerminal(STDERR_FILENO) && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// Whether a line of progress may be written over itself.
  static var showsProgress: Bool { isTerminal(STDERR_FILENO) && variable("TERM") != "dumb" }

  /// The processors this process may use; at least one.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The columns of the terminal; 80 where nothing says.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return variable("COLUMNS").flatMap(Int.init) ?? 80
  }

  /// The year in UTC.
  static var year: Int { Int(now.tm_year) + 1900 }

  /// The time of the machine, or of `SOURCE_DATE_EPOCH` [s since 1970], by which results can be made
  /// again later, byte by byte.
  private static var now: tm {
    var seconds = fixedTime.flatMap { time_t($0) } ?? Glibc.time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return parts
  }

  private static var fixedTime: String? {
    getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) }
  }

  /// What is wrong with the time that is to stand for the machine's; nothing where it can be read.
  static var timeFault: Text? {
    guard let fixed = fixedTime, !(time_t(fixed).map { 0..<253_402_300_800 ~= $0 } ?? false) else {
      return nil
    }
    let shown = terminalSafe(excerpt(fixed))
    return Text(
      "carbonpeak: SOURCE_DATE_EPOCH is '\(shown)': expected whole seconds since 1970, before the year 10000",
      "carbonpeak：SOURCE_DATE_EPOCH 为 '\(shown)'：应为 1970 年以来的整秒数，且早于公元 10000 年")
  }

  /// The time in UTC as ISO 8601, for the record of a run.
  static var time: String {
    let parts = now
    func padded(_ value: Int32, _ width: Int = 2) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date =
      "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    return "\(date)T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }
}
