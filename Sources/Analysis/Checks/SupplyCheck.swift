import CityModel
import Diagnostics

extension Check {
  /// Electricity, heat and hydrogen that someone uses must be supplied.
  static let supply = Check.model { blueprint, placed in
    blueprint.unsuppliedCarriers.map { missing in
      let supply = ParameterPath(Key.energy) / missing.carrier
      return Diagnostic(
        .error, code: .missingKey,
        message: Text(
          "'\(missing.carrier)' is used here, but there is no '\(supply)' to supply it",
          "此处使用了 '\(missing.carrier)'，但没有供应它的 '\(supply)'"),
        at: placed.key(missing.user))
    }
  }
}
