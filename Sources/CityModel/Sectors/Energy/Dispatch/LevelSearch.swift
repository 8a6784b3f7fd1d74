/// Where a function that never falls crosses zero.
///
/// Newton's method within a bracket: a step that leaves the bracket, and every third one, halves it
/// instead. On a piecewise linear function the step from the piece that holds the root is exact.
/// The number of steps is fixed, so that a lane's result does not depend on its neighbours.
///
/// - Parameters:
///   - low: Where the bracket begins; the result if the function is not negative there.
///   - high: Where it ends; the result if the function is not positive there.
///   - function: The value and the slope at a place.
/// - Returns: The root, within the bracket. Measured on random days: the function is zero there to
///   1e-12 of its range.
@inline(__always)
func crossing(
  from low: Lanes, to high: Lanes, _ function: (Lanes) -> (value: Lanes, slope: Lanes)
) -> Lanes {
  var (low, high) = (low, high)
  high.replace(with: low, where: function(low).value .>= .zero)
  low.replace(with: high, where: function(high).value .<= .zero)
  var place = (low + high) / 2
  for step in 1...crossingSteps {
    let (value, slope) = function(place)
    low.replace(with: place, where: value .<= .zero)
    high.replace(with: place, where: value .>= .zero)
    let newton = place - value / slope
    let middle = (low + high) / 2
    let isInside = (newton .>= low) .& (newton .<= high)
    place = step % 3 == 0 ? middle : middle.replacing(with: newton, where: isInside)
  }
  return place
}

private let crossingSteps = 14

/// The net load of one day.
struct NetLoadOfDay {
  /// The net load of all hours [GW].
  let net: LaneBuffer
  /// The hours of the day.
  let hours: Range<Int>

  /// The least and greatest net load.
  var range: (low: Lanes, high: Lanes) {
    var (low, high) = (net[hours.lowerBound], net[hours.lowerBound])
    for hour in hours.dropFirst() {
      low = low.atMost(net[hour])
      high = high.atLeast(net[hour])
    }
    return (low, high)
  }

  /// What lifts the load towards a level with so much power, with its change by the level [GWh].
  @inline(__always)
  func below(_ level: Lanes, power: Lanes) -> (value: Lanes, slope: Lanes) {
    sum { (level - net[$0], power) }
  }

  /// What cuts the load towards a level with so much power, with its change by the level [GWh].
  @inline(__always)
  func above(_ level: Lanes, power: Lanes) -> (value: Lanes, slope: Lanes) {
    let sum = sum { (net[$0] - level, power) }
    return (sum.value, -sum.slope)
  }

  /// Σ min(max(0, distance), power), and in how many hours it follows the distance.
  @inline(__always)
  private func sum(_ distance: (Int) -> (Lanes, Lanes)) -> (value: Lanes, slope: Lanes) {
    var (value, slope) = (Lanes.zero, Lanes.zero)
    for hour in hours {
      let (distance, power) = distance(hour)
      value += distance.atLeast(.zero).atMost(power)
      slope += Lanes.zero.replacing(with: 1, where: (distance .> .zero) .& (distance .< power))
    }
    return (value, slope)
  }
}
