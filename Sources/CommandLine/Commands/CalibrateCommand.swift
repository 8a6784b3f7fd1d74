public import Analysis
public import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak calibrate FILE`: fits a scenario, or a model of totals, to what was observed.
struct CalibrateCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "calibrate",
      abstract: say(
        "Fit a scenario to its history, with standard errors, and test the fit on later years.",
        "用历史数据校准情景，给出标准误，并用后续年份检验。"),
      discussion: say(
        "Fits numbers named with --fit to history: by least squares and writes calibrated.yaml, a scenario in which they stand under 'adjustments:', adjustments.yaml, which other scenarios of the city can extend, with calibration.csv, calibration-residuals.csv and calibration.json. --lock-base brings the base year to the inventory. --stirpat fits ln I = a + b ln P + c ln A + d ln T to a scenario's history or to a table; --curve fits a curve of adoption to a table.",
        "用最小二乘把 --fit 指定的数拟合到 history:，写出 calibrated.yaml（拟合值列于 adjustments:）、adjustments.yaml（可供本市其他情景 extends）、calibration.csv、calibration-residuals.csv 与 calibration.json。--lock-base 使基准年等于清单值。--stirpat 对情景历史或表格拟合 ln I = a + b ln P + c ln A + d ln T；--curve 对表格拟合扩散曲线。"
      ))
  }

  @Argument(
    help: help(
      "The scenario file; a table with --stirpat or --curve.", "情景文件；与 --stirpat、--curve 同用时可为表格。"),
    completion: .file(extensions: ["yaml", "csv"]))
  var file: String

  @Option(
    help: help(
      "What is fitted: PATH[:multiply|grow|replace][=a:b], a part of the path may be * (repeatable). grow is a factor for each year.",
      "拟合对象：路径[:multiply|grow|replace][=a:b]，路径中可用 *（可重复）。grow 为逐年倍数。"))
  var fit: [String] = []

  @Option(
    help: help(
      "What --fit is fitted to, of: emissions (the default), energy, sectors, gdp (comma-separated).",
      "--fit 的拟合目标：emissions（缺省）、energy、sectors、gdp（可用逗号并列）。"))
  var to: String?

  @Flag(
    help: help(
      "Scale all emission factors so that the base year equals the inventory.",
      "缩放全部排放因子，使基准年等于清单值。"))
  var lockBase = false

  @Flag(help: help("Fit emissions by population, affluence and technology.", "按人口、富裕程度与技术拟合排放。"))
  var stirpat = false

  @Option(
    help: help(
      "The ridge λ of --stirpat (default: by generalised cross-validation).",
      "--stirpat 的岭参数 λ（默认由广义交叉验证选取）。"))
  var ridge: Double?

  @Option(
    help: help(
      "Fit a curve of adoption to a table: bass (new adopters), logistic or gompertz (levels).",
      "对表格拟合扩散曲线：bass（新增）、logistic 或 gompertz（存量）。"))
  var curve: AdoptionFit.Curve?

  @Option(help: help("The column that --curve is fitted to.", "--curve 所拟合的列。"))
  var value: String?

  @Option(
    help: help("The column that --curve runs over (default: the year).", "--curve 的自变量列（默认为年份）。"))
  var against: String?

  @Option(help: help("The potential of --curve, if it is known.", "--curve 的潜力（已知时）。"))
  var saturation: Double?

  @Option(
    help: help(
      "Fit the first so many observed years and predict the rest.", "用前若干个观测年拟合，预测其余年份。"))
  var hindcast: Int?

  @Option(help: help("Fit as far as this year and predict the rest.", "拟合至该年，预测其余年份。"))
  var until: Int?

  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let kinds = [!fit.isEmpty || lockBase, stirpat, curve != nil].count { $0 }
    guard kinds == 1 else {
      throw ValidationError(
        say(
          "Say one thing that is fitted: --fit PATH (or --lock-base), --stirpat or --curve.",
          "请指定一种拟合：--fit 路径（或 --lock-base）、--stirpat 或 --curve。"))
    }
    if hindcast != nil && until != nil {
      throw ValidationError(
        say("--hindcast and --until say the same: give one.", "--hindcast 与 --until 只能给一个。"))
    }
    if curve != nil || fit.isEmpty && lockBase, hindcast != nil || until != nil {
      throw ValidationError(
        say("A hindcast needs --fit or --stirpat.", "回测需与 --fit 或 --stirpat 同用。"))
    }
    if let hindcast, hindcast < 1 {
      throw ValidationError(say("--hindcast needs at least 1 year.", "--hindcast 至少为 1 年。"))
    }
    try validateParts()
    for text in fit { _ = try FitArgument(text) }
    _ = try subjects()
  }

  /// Whether a table is fitted and no scenario.
  var fitsTable: Bool {
    curve != nil || stirpat && !file.hasSuffix(".yaml") && !file.hasSuffix(".yml")
  }

  private func validateParts() throws {
    if to != nil && fit.isEmpty {
      throw ValidationError(say("--to needs --fit.", "--to 需与 --fit 同用。"))
    }
    if fitsTable && !reading.overrides.isEmpty {
      throw ValidationError(
        say("--set needs a scenario; a table has nothing to set.", "--set 需用于情景文件，表格没有可替换的值。"))
    }
    if ridge != nil && !stirpat {
      throw ValidationError(say("--ridge needs --stirpat.", "--ridge 需与 --stirpat 同用。"))
    }
    if let ridge, !(ridge >= 0 && ridge.isFinite) {
      throw ValidationError(say("--ridge is not below 0.", "--ridge 不能小于 0。"))
    }
    if curve == nil, value != nil || against != nil || saturation != nil {
      throw ValidationError(
        say(
          "--value, --against and --saturation need --curve.",
          "--value、--against 与 --saturation 需与 --curve 同用。"))
    }
    if let value, value == against {
      throw ValidationError(
        say("--value and --against name the same column.", "--value 与 --against 不能是同一列。"))
    }
    if let saturation, !(saturation > 0 && saturation.isFinite) {
      throw ValidationError(say("--saturation is above 0.", "--saturation 应大于 0。"))
    }
    if curve == .bass || curve == .density, against != nil {
      throw ValidationError(
        say("Bass's curve runs over years.", "Bass 曲线以年份为自变量。"))
    }
  }

  func begin() throws -> StudyRun {
    guard fitsTable else {
      let axes = try fit.compactMap { text throws(ValidationError) in try FitArgument(text).axis }
      return try StudyRun.reading(
        self, of: [file], reading, common, to: writing.output, varying: axes)
    }
    return try curve == nil ? beginTableOfCity() : beginTableOfCurve()
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    if let curve { return [try curveAnswer(curve, run)] }
    return [try stirpat ? stirpatAnswer(run) : scenarioAnswer(run)]
  }

  // MARK: - A scenario

  private func scenarioAnswer(_ run: StudyRun) throws -> StudyAnswer {
    let scenario = run.blueprint.scenario
    let axes = run.read?.results.first?.reading.axes ?? []
    let arguments = try fit.map { text throws(ValidationError) in try FitArgument(text) }
    let calibration = try solved(run.blueprint, arguments, to: try subjects(), axes)
    var answer = answer(FitReport(calibration), in: .scenario(scenario), run)
    // A hindcast judges a method; its numbers leave observed years out and are no calibration.
    guard calibration.problem.keptBack.isEmpty else { return answer }
    let place = SolutionPlace(
      scenario, file, output: writing.output, name: "calibrated",
      allowsOutside: reading.allowOutside)
    let fitted = [
      calibration.scenarioFile(
        extending: place.base, changes: reading.overrides, run: place.hint),
      calibration.adjustmentsFile,
    ]
    let language = run.language
    answer.answer.others = fitted
    answer.check = { try check(place, calibration) }
    answer.afterword = { width in
      ["", place.running(language)]
        + wrapped(FitReport.carrying(language), to: width)
    }
    return answer
  }

  /// What is written and told of a fit, whatever was fitted.
  func answer(
    _ report: FitReport, in place: StudyAnswer.Place, _ run: StudyRun
  ) -> StudyAnswer {
    for warning in report.warnings { run.note(warning.text, code: warning.kind.id) }
    return StudyAnswer(place: place, answer: report.answer, style: labelling.style(writing))
  }

  private func solved(
    _ blueprint: Blueprint, _ arguments: [FitArgument], to subjects: [SubjectWord],
    _ axes: [AxisValues]
  ) throws(CalibrationError) -> Calibration {
    var parameters: [CalibrationParameter] = []
    for argument in arguments {
      var bounds = argument.bounds
      if argument.writtenBounds != nil,
        let axis = axes.first(where: { $0.axis.path == argument.pattern.description }),
        case .range(let low, let high) = axis.choice
      {
        bounds = axis.modelValue(of: low)...axis.modelValue(of: high)
      }
      parameters.append(
        try CalibrationParameter(
          argument.pattern, argument.change, within: bounds, of: blueprint.scenario))
    }
    var series: [CalibrationSeries] = []
    for subject in arguments.isEmpty ? [.emissions] : subjects {
      series += try Self.series(subject, in: blueprint.scenario)
    }
    let lastYear = try lastFittedYear(series.flatMap { $0.observations.map(\.year) })
    return try CalibrationProblem(
      blueprint, parameters, to: series, until: lastYear, locking: lockBase
    ).solve()
  }

  /// The last year that is fitted, where some are kept back.
  func lastFittedYear(_ years: [Int]) throws(CalibrationError) -> Int? {
    guard let hindcast else { return until }
    let known = Set(years).sorted()
    guard hindcast < known.count else { throw .noYearsToPredict(until: known.last ?? 0) }
    return known[hindcast - 1]
  }

  private enum SubjectWord: String, CaseIterable { case emissions, energy, sectors, gdp }

  private func subjects() throws(ValidationError) -> [SubjectWord] {
    let words = (to ?? "emissions").split(separator: ",", omittingEmptySubsequences: false).map(
      String.init)
    let found = words.compactMap(SubjectWord.init(rawValue:))
    guard found.count == words.count, Set(found).count == found.count else {
      throw ValidationError(
        say(
          "--to takes emissions, energy, sectors, gdp, each once.",
          "--to 可为 emissions、energy、sectors、gdp，各一次。"))
    }
    return found
  }

  private static func series(
    _ word: SubjectWord, in scenario: Scenario
  ) throws(CalibrationError) -> [CalibrationSeries] {
    switch word {
    case .emissions: return [try .of(.emissions, in: scenario)]
    case .energy: return [try .of(.energy, in: scenario)]
    case .gdp: return [try .of(.gdp, in: scenario)]
    case .sectors:
      var found: [CalibrationSeries] = []
      for sector in Sector.emitting where scenario.history.sectors[sector] != nil {
        found.append(try .of(.sector(sector), in: scenario))
      }
      guard !found.isEmpty else { throw .lacks("history.sectors") }
      return found
    }
  }

  /// Reads the written file and runs it: it must give what was fitted.
  private func check(_ place: SolutionPlace, _ calibration: Calibration) throws(Refusal) {
    let found = try CheckedRun(try place.readBack(common)).trajectory.total(.gross)
    let wanted = calibration.fitted.total(.gross)
    let gap = zip(found, wanted).map { abs($0 - $1) / max(1e-9, abs($1)) }.max() ?? 0
    guard gap <= 1e-9 else {
      throw place.refusal(Text("is \(gap) away from the fit", "与拟合结果相差 \(gap)"))
    }
  }
}

extension AdoptionFit.Curve: ExpressibleByArgument {}
