import CityModel
import Diagnostics
import Quantities

/// Values over which another file's stand: nobody computes with them here, but other scenarios do.
extension Resolver {
  /// Tells of replaced numbers outside what is usual, and of curves that do not start where the points
  /// they replace do.
  mutating func tellReplaced() {
    for value in replaced {
      let keys = value.keys.filter { $0.utf8.count != 4 || Int($0) == nil }
      let path = ParameterPath(keys.joined(separator: "."))
      guard let parameter = found[path] else { continue }
      if value.old.value.mapping == nil { tellReplaced(value.old, of: parameter) }
      tellOtherStart(value, of: parameter)
    }
  }

  private mutating func tellReplaced(_ old: Entry, of parameter: Parameter) {
    let path = parameter.path
    guard let text = old.value.text, text != "rest",
      let candidates = expectations(for: parameter.declaration, at: path),
      let quantity = readQuantity(old.value, called: path.description),
      candidates.contains(where: { $0.accepts(quantity.unit) }),
      let match = match([quantity], with: candidates)
    else { return }
    tellUnusual(in: [quantity], match.reading.unit, match, at: path)
  }

  /// A ramp, a table or a spread after Bass in place of points, of one value or of another curve, whose
  /// base year is another.
  ///
  /// A spread that starts before the base year reaches a level in it that stands nowhere in the file.
  private mutating func tellOtherStart(_ value: ReplacedValue, of parameter: Parameter) {
    guard let new = value.new.value.mapping else { return }
    if let old = value.old.value.mapping {
      guard old.isSeriesOverYears, new.isCurve || new.writesAnotherForm(than: old) else { return }
    } else {
      guard new.isCurve, let text = value.old.value.text, text != "rest" else { return }
    }
    var probe = self
    probe.diagnostics = DiagnosticCollection()
    let candidates = probe.expectations(for: parameter.declaration, at: parameter.path)
    guard let candidates,
      let before = probe.resolveSeries(
        value.old.value, of: parameter.declaration, at: parameter.path, with: candidates),
      before.reading.name == parameter.reading.name, let was = before.values.first,
      let now = parameter.values.first, abs(now - was) > 0.02 * abs(was)
    else { return }
    report(
      .missesBase(
        Text("'\(parameter.path)'", "'\(parameter.path)'"), now, was, year: years.lowerBound),
      at: value.new.span)
  }
}

// MARK: - Curves of the model

extension Resolver {
  /// Tells of ownership curves that do not go through the base, by which ownership leaves it at once.
  ///
  /// A curve that ownership follows without delay has to give the base at the base year's income, to 2 %.
  /// One that closes only a share of the gap each year may lie above it, as in a city whose ownership still
  /// rises, but not so far that the first year adds more than a tenth; below it, ownership would fall.
  mutating func tellMissedBases() {
    let service = ParameterPath("transport.passenger")
    guard let people = found[ParameterPath("drivers.population")]?.values.first, people > 0,
      let product = found[ParameterPath("drivers.gdp")]?.values.first
    else { return }
    for mode in members[service] ?? [] {
      let path = service / mode / "ownership"
      let values = ["base", "saturation", "alpha", "beta", "adjustment"].map {
        found[path / $0]?.values.first
      }
      guard let base = values[0], let saturation = values[1], let alpha = values[2],
        let beta = values[3], let speed = values[4], base > 0,
        let entry = entry(at: path / "alpha")
      else { continue }
      let curve = GompertzOwnership(
        saturation: saturation, alpha: alpha, beta: beta, risingSpeed: speed, fallingSpeed: speed)
      let given = curve.longRun(income: product / people)
      let step = speed * (given / base - 1)
      guard given < 0.98 * base || step > (speed < 1 ? 0.1 : 0.02) else { continue }
      report(
        .missesBase(
          Text("the curve of '\(path)'", "'\(path)' 的曲线"), given, base, year: years.lowerBound),
        at: entry.value.span)
    }
  }
}

extension Fault {
  fileprivate static func missesBase(
    _ name: Text, _ given: Double, _ base: Double, year: Int
  ) -> Self {
    let numbers = [given, base].map { shortNumber((1e4 * $0).rounded() / 1e4) }
    let percent = shortNumber((1000 * (given / base - 1)).rounded() / 10)
    let sign = given > base ? "+" : ""
    var fault = Self(
      .curveMissesBase,
      "\(name) gives \(numbers[0]) in \(year), where the base is \(numbers[1]) (\(sign)\(percent)%): the series leaves its base at once",
      "\(name)在 \(year) 年为 \(numbers[0])，而基年值为 \(numbers[1])（\(sign)\(percent)%）：序列一开始就偏离基年",
      help: Text(
        "fit the curve to the base value, or correct the base", "请按基年值重新拟合曲线，或改正基年值"))
    fault.severity = .warning
    return fault
  }
}
