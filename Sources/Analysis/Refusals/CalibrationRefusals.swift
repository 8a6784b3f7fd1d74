import CityModel
public import Diagnostics

extension CalibrationError: StudyError {
  /// Why something cannot be fitted; a fault of what was observed is told at its place.
  public func refusal(of subject: StudySubject) -> Refusal {
    guard let text = wordsOfQuestion ?? wordsOfData ?? wordsOfValues else {
      defect("a fault of a calibration without words")
    }
    guard subject.place != nil, let (place, code) = subject.place(of: self) else {
      return Refusal(text, status, of: subject.name)
    }
    return Refusal(
      Diagnostic(.error, code: code, message: text, at: place), in: subject.texts, status)
  }

  private var status: ExitStatus {
    switch self {
    case .unknownParameter, .notYearly, .severalUnits, .noRoom, .axis, .namedTwice,
      .belowObserved:
      .usage
    case .notConverged, .cannotLock: .noSolution
    case .fault(.unsolved), .fault(.negativePrice), .fault(.noNumber): .noSolution
    default: .badScenario
    }
  }

  /// What is wrong with what was asked.
  private var wordsOfQuestion: Text? {
    switch self {
    case .unknownParameter(let path, let known):
      let near = closestName(to: path.description, among: known)
      return Text(
        "no parameter '\(path)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        "没有参数“\(path)”" + (near.map { "；是否指“\($0)”？" } ?? ""))
    case .notYearly(let path):
      return Text(
        "'\(path)' is the same in all years and cannot grow; use multiply or replace",
        "“\(path)”各年相同，不能用 grow；请用 multiply 或 replace")
    case .severalUnits(let path):
      return Text(
        "one number cannot replace values of several units: '\(path)'",
        "“\(path)”单位不一，不能用同一个数替代")
    case .noRoom(let path, let possible):
      let low = readableText(possible.lowerBound)
      let high = readableText(possible.upperBound)
      return Text(
        "the bounds of '\(path)' leave nothing possible: it can lie between \(low) and \(high)",
        "“\(path)”的边界内没有可行值：可行范围为 \(low) 到 \(high)")
    case .axis(let error): return error.text
    case .namedTwice(let path):
      return Text(
        "'\(path)' is fitted twice, or by --fit and by --lock-base at once",
        "“\(path)”被重复拟合，或同时由 --fit 与 --lock-base 调整")
    case .belowObserved(let saturation, let observed, let x):
      return below(saturation, observed, x)
    case .noHistory, .noOverlap, .tooFewObservations, .withoutEffect, .undetermined, .notConverged,
      .fault, .noInventory, .cannotLock, .noYearsToPredict, .lacks, .notPositive, .solver:
      return nil
    }
  }

  /// That a potential is below what was observed.
  private func below(_ saturation: Double, _ observed: Double, _ x: Double?) -> Text {
    let given = readableText(saturation, digits: 4)
    let seen = readableText(observed, digits: 4)
    let at = x.map { readableText($0, digits: 4) }
    let isShare = saturation <= 1 && observed > 1
    let percent = readableText(100 * saturation, digits: 4)
    return Text(
      "--saturation \(given) is below \(seen), observed \(at.map { "in \($0)" } ?? "in all")"
        + (isShare ? "; does the table count in percent? then write \(percent)" : ""),
      "--saturation \(given) 低于\(at.map { "\($0) 处" } ?? "累计")观测到的 \(seen)"
        + (isShare ? "；表中若为百分数，请写 \(percent)" : ""))
  }

  /// What is wrong with the data.
  private var wordsOfData: Text? {
    switch self {
    case .noHistory(let subject):
      Text(
        "the scenario has no 'history.\(subject.name)' to fit to",
        "情景没有可供拟合的 history.\(subject.name)")
    case .noOverlap(let subject, let observed, let run):
      Text(
        "no observed year lies in the run: 'history.\(subject.name)' has \(observed.lowerBound)–\(observed.upperBound), the run is \(run.lowerBound)–\(run.upperBound); a scenario whose base year lies earlier is needed, or --stirpat",
        "没有观测年份落在模拟期内：history.\(subject.name) 为 \(observed.lowerBound)–\(observed.upperBound)，模拟期为 \(run.lowerBound)–\(run.upperBound)；需要基准年更早的情景，或改用 --stirpat"
      )
    case .tooFewObservations(let found, let parameters):
      Text(
        "\(found) observations are too few to fit \(parameters) numbers",
        "观测值只有 \(found) 个，不足以拟合 \(parameters) 个数")
    case .withoutEffect(let names):
      Text(
        "the data say nothing of \(names.joined(separator: ", ")): no observed value depends on it",
        "数据无法确定 \(names.joined(separator: "、"))：观测值与其无关")
    case .undetermined(let names):
      Text(
        "the data cannot tell these apart, so no value is given: \(names.joined(separator: ", "))",
        "数据无法区分下列各数，故不给出结果：\(names.joined(separator: "、"))")
    case .notConverged(let steps):
      Text(
        "the fit has not converged after \(steps) steps; nothing is written",
        "拟合 \(steps) 步后未收敛；未写出任何文件")
    case .unknownParameter, .notYearly, .severalUnits, .noRoom, .axis, .namedTwice,
      .belowObserved, .fault, .noInventory, .cannotLock, .noYearsToPredict, .lacks, .notPositive,
      .solver:
      nil
    }
  }

  /// What is wrong with single values, or with the scenario itself.
  private var wordsOfValues: Text? {
    switch self {
    case .fault(let fault): fault.text
    case .noInventory(let year):
      Text(
        "'history.emissions' has no value for the base year \(year) to lock to",
        "history.emissions 没有基准年 \(year) 的值可供锁定")
    case .cannotLock(let found, let observed):
      Text(
        "no factor on the emission factors brings the base year's \(readableText(found)) Mt CO2e to the inventory's \(readableText(observed))",
        "无法通过调整排放因子把基准年的 \(readableText(found)) Mt CO2e 调到清单值 \(readableText(observed))")
    case .noYearsToPredict(let year):
      Text(
        "fitting until \(year) leaves no observed years on one of the two sides",
        "以 \(year) 年为界，一侧没有观测年份")
    case .lacks(let name):
      Text("there is no observed series '\(name)'", "缺少观测序列“\(name)”")
    case .notPositive(let name, let year):
      Text(
        "'\(name)' of \(year) is not above 0", "“\(name)”在 \(year) 处不大于 0")
    case .solver(let reason): Text("the fit failed: \(reason)", "拟合失败：\(reason)")
    case .unknownParameter, .notYearly, .severalUnits, .noRoom, .axis, .namedTwice,
      .belowObserved, .noHistory, .noOverlap, .tooFewObservations, .withoutEffect, .undetermined,
      .notConverged:
      nil
    }
  }
}

extension StudySubject {
  /// Where what was observed is at fault, and what kind of fault it is; nothing where it is not.
  fileprivate func place(of error: CalibrationError) -> (SourceLocation, DiagnosticCode)? {
    let absent: DiagnosticCode = isTable ? .csvMissingRow : .missingKey
    return switch error {
    case .lacks: (place(of: "history"), isTable ? .csvUnknownColumn : .missingKey)
    case .noHistory: (place(of: "history"), .missingKey)
    case .noInventory: (place(of: "emissions"), .missingKey)
    case .noOverlap(let subject, _, _): (place(of: subject.name), .yearOutOfRange)
    case .notPositive(let name, _): (place(of: name), .outOfBounds)
    case .tooFewObservations: (place(of: "emissions"), absent)
    default: nil
    }
  }

  /// Where an observed series stands; the file where it does not say.
  private func place(of name: String) -> SourceLocation {
    place?(name) ?? place?("history") ?? SourceLocation(wholeFile: files.first ?? "")
  }
}
