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
    let missed = MissedBase(
      Text("'\(parameter.path)'", "'\(parameter.path)'"), given: now, base: was,
      year: years.lowerBound)
    diagnostics.add(missed.warning(at: value.new.span))
  }
}
