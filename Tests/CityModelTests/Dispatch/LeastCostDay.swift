import CGLPK

/// A day of electricity at least cost, as a linear program solved by GLPK.
///
/// ```text
/// min Σ_h Σ_k cost_k · g(k,h)
/// Σ_k g(k,h) + out(h) − in(h) − moved(h) = load(h),    0 ≤ g(k,h) ≤ power_k
/// η Σ in = Σ out ≤ size,   0 ≤ in, out ≤ power,   Σ moved = energy,  0 ≤ moved ≤ limit
/// ```
///
/// Surplus is a supply that costs nothing and may be left.
struct LeastCostDay {
  /// A step of the supply curve: so much power [GW] at a cost.
  struct Step {
    let power: Double
    let cost: Double
  }
  /// The load that cannot move, less what runs by itself [GW]; may be negative.
  var load: [Double]
  /// The supply, the cheapest first.
  var steps: [Step]
  var storage = (power: 0.0, size: 0.0, efficiency: 1.0)
  var movable = (energy: 0.0, power: 0.0)

  /// What the day costs, and what the steps give together in each hour [GW].
  struct Solution {
    let cost: Double
    let supply: [Double]
  }

  /// A fault of the solver.
  struct NotSolved: Error {}

  func solve() throws -> Solution {
    guard let problem = glp_create_prob() else { throw NotSolved() }
    defer { glp_delete_prob(problem) }
    glp_term_out(GLP_OFF)
    let energyRow = addRows(problem)
    var entries = Entries()
    var supplies: [[Int32]] = []
    for hour in load.indices {
      let row = Int32(hour + 1)
      supplies.append(
        steps.map { step in
          let column = add(problem, upTo: step.power, cost: step.cost)
          entries.add(row, column, 1)
          return column
        })
      let charge = add(problem, upTo: storage.power)
      entries.add(row, charge, -1)
      entries.add(energyRow, charge, storage.efficiency)
      let discharge = add(problem, upTo: storage.power)
      entries.add(row, discharge, 1)
      entries.add(energyRow, discharge, -1)
      entries.add(energyRow + 1, discharge, 1)
      let moved = add(problem, upTo: movable.power)
      entries.add(row, moved, -1)
      entries.add(energyRow + 2, moved, 1)
    }
    entries.load(into: problem)
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = GLP_MSG_OFF
    guard glp_simplex(problem, &options) == 0, glp_get_status(problem) == GLP_OPT else {
      throw NotSolved()
    }
    return Solution(
      cost: glp_get_obj_val(problem),
      supply: supplies.map { $0.reduce(0) { $0 + glp_get_col_prim(problem, $1) } })
  }

  /// Adds a row for the load of each hour, then the storage's balance and size and the movable energy.
  ///
  /// - Returns: The row of the storage's balance.
  private func addRows(_ problem: OpaquePointer) -> Int32 {
    let energyRow = Int32(load.count + 1)
    glp_add_rows(problem, energyRow + 2)
    for (hour, load) in load.enumerated() {
      // Surplus may be left: what is supplied is the load at least.
      glp_set_row_bnds(problem, Int32(hour + 1), GLP_LO, load, 0)
    }
    glp_set_row_bnds(problem, energyRow, GLP_FX, 0, 0)
    glp_set_row_bnds(problem, energyRow + 1, GLP_UP, 0, storage.size)
    glp_set_row_bnds(problem, energyRow + 2, GLP_FX, movable.energy, movable.energy)
    return energyRow
  }

  /// A column from 0 to a limit.
  private func add(_ problem: OpaquePointer, upTo limit: Double, cost: Double = 0) -> Int32 {
    let column = glp_add_cols(problem, 1)
    glp_set_col_bnds(problem, column, limit > 0 ? GLP_DB : GLP_FX, 0, limit)
    glp_set_obj_coef(problem, column, cost)
    return column
  }

  /// The matrix as GLPK takes it, whose arrays begin at 1.
  private struct Entries {
    private var rows: [Int32] = [0]
    private var columns: [Int32] = [0]
    private var values: [Double] = [0]

    mutating func add(_ row: Int32, _ column: Int32, _ value: Double) {
      rows.append(row)
      columns.append(column)
      values.append(value)
    }

    func load(into problem: OpaquePointer) {
      glp_load_matrix(problem, Int32(rows.count - 1), rows, columns, values)
    }
  }
}

extension LeastCostDay {
  /// What it costs to supply so much in each hour [GW]: the cheapest steps first.
  func cost(ofSupplying supply: [Double]) -> Double {
    supply.reduce(0) { sum, power in
      var rest = power
      var cost = 0.0
      for step in steps {
        let used = max(0, min(rest, step.power))
        cost += used * step.cost
        rest -= used
      }
      return sum + cost
    }
  }
}
