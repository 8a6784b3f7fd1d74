#include "Yardstick.h"
#include "lanes.h"

enum { most_hours = 20 * yardstick_hours, most_shapes = 32 };
static const double petajoules_per_gigawatt = 31.536;

struct year {
  const struct yardstick_power *city;
  int hours;
  lanes load[most_hours], supply[most_hours], net[most_hours], cut[most_shapes];
  lanes peak;
};

struct point {
  lanes value, slope;
};

// Σ min(max(0, distance), power) over some hours, and in how many it follows the distance; upwards
// the distance is from the load to the level.
static inline struct point area(const lanes *net, int hours, lanes level, lanes power, int below) {
  struct point sum = {0, 0};
  for (int h = 0; h < hours; h++) {
    lanes distance = below ? level - net[h] : net[h] - level;
    sum.value += at_most(at_least(distance, 0), power);
    sum.slope += choose((distance > 0) & (distance < power), 1, 0);
  }
  if (!below) sum.slope = -sum.slope;
  return sum;
}

static inline struct point delivered(const struct year *year, lanes level, lanes power) {
  struct point sum = {0, 0};
  for (int h = 0; h < year->hours; h++) {
    lanes distance = year->net[h] - level, energy = year->city->energies[h];
    sum.value += at_most(at_least(distance, 0), power) * energy;
    sum.slope += choose((distance > 0) & (distance < power), energy, 0);
  }
  return sum;
}

// Where `function(place)` crosses zero, by LevelSearch's method: from `first` to `last`, with the
// function's values there.
#define CROSSING(root, first, value_at_first, last, value_at_last, function) \
  do { \
    lanes bottom = (first), top = (last), place; \
    lanes at_bottom = (value_at_first), at_top = (value_at_last); \
    struct point found; \
    root = choose(at_bottom >= 0, bottom, top); \
    mask is_found = (at_bottom >= 0) | (at_top <= 0); \
    lanes tolerance = (at_top - at_bottom) * 1e-13, bracket = top - bottom; \
    place = bottom - at_bottom * (bracket / (at_top - at_bottom)); \
    for (int step = 1; step <= 200 && any(~is_found); step++) { \
      function; \
      bottom = choose(found.value < 0, place, bottom); \
      top = choose(found.value > 0, place, top); \
      lanes middle = (bottom + top) / 2; \
      mask arrives = (magnitude(found.value) <= tolerance) | (middle <= bottom) | (middle >= top); \
      root = choose(arrives & ~is_found, place, root); \
      is_found |= arrives; \
      lanes newton = place - found.value / found.slope; \
      mask is_good = (newton > bottom) & (newton < top); \
      if (step % 3 == 0) { \
        is_good &= top - bottom <= bracket / 4; \
        bracket = top - bottom; \
      } \
      place = choose(is_good, newton, middle); \
    } \
    root = choose(~is_found, place, root); \
  } while (0)

static void spread(struct year *year, lanes energy, int shape, lanes *to) {
  lanes power = energy / petajoules_per_gigawatt;
  const double *values = year->city->shapes + shape * year->hours;
  for (int h = 0; h < year->hours; h++) to[h] += power * values[h];
}

static void range(const lanes *net, lanes *low, lanes *high) {
  *low = *high = net[0];
  for (int h = 1; h < yardstick_hours; h++) {
    *low = at_most(*low, net[h]);
    *high = at_least(*high, net[h]);
  }
}

static void move_load(struct year *year, lanes energy, lanes fewest, int shape) {
  lanes movable = energy / petajoules_per_gigawatt;
  if (!any(movable > 0)) return;
  for (int day = 0; day < year->city->days; day++) {
    lanes *net = year->net + day * yardstick_hours, low, high, sum = 0, level;
    const double *values = year->city->shapes + shape * year->hours + day * yardstick_hours;
    for (int h = 0; h < yardstick_hours; h++) {
      net[h] -= movable * values[h];
      sum += movable * values[h];
    }
    lanes power = sum / fewest;
    range(net, &low, &high);
    CROSSING(level, low, -sum, high + power, power * yardstick_hours - sum,
             found = area(net, yardstick_hours, place, power, 1); found.value -= sum);
    lanes part = divided(sum, area(net, yardstick_hours, level, power, 1).value);
    for (int h = 0; h < yardstick_hours; h++)
      net[h] += at_most(at_least(level - net[h], 0), power) * part;
  }
}

static void store(
    struct year *year, lanes power, lanes size, lanes efficiency, lanes *input, lanes *output) {
  *input = *output = 0;
  if (!any((power > 0) & (size > 0))) return;
  for (int day = 0; day < year->city->days; day++) {
    lanes *net = year->net + day * yardstick_hours, low, high, cut;
    range(net, &low, &high);
    high = at_least(high, 0);
    lanes at_zero = efficiency * area(net, yardstick_hours, 0, power, 1).value -
        area(net, yardstick_hours, 0, power, 0).value;
    lanes at_high = efficiency * area(net, yardstick_hours, high * efficiency, power, 1).value;
    CROSSING(cut, 0, at_zero, high, at_high, {
      struct point given = area(net, yardstick_hours, place, power, 0);
      struct point taken = area(net, yardstick_hours, place * efficiency, power, 1);
      found.value = efficiency * taken.value - given.value;
      found.slope = efficiency * efficiency * taken.slope - given.slope;
    });
    lanes fill = cut * efficiency, first = cut;
    lanes above = area(net, yardstick_hours, cut, power, 0).value, unlimited = above;
    lanes below = area(net, yardstick_hours, fill, power, 1).value, filled = below;
    lanes given = at_most(unlimited, size), needed = given / efficiency;
    if (any(given < unlimited)) {
      CROSSING(cut, first, given - unlimited, high, given, {
        found = area(net, yardstick_hours, place, power, 0);
        found.value = given - found.value;
        found.slope = -found.slope;
      });
      above = area(net, yardstick_hours, cut, power, 0).value;
    }
    if (any(below > needed)) {
      lanes last = fill;
      CROSSING(fill, at_most(low, last), -needed, last, filled - needed,
               found = area(net, yardstick_hours, place, power, 1); found.value -= needed);
      below = area(net, yardstick_hours, fill, power, 1).value;
    }
    lanes fill_part = divided(needed, below), cut_part = divided(given, above);
    for (int h = 0; h < yardstick_hours; h++) {
      lanes taken = at_most(at_least(fill - net[h], 0), power) * fill_part;
      lanes back = at_most(at_least(net[h] - cut, 0), power) * cut_part;
      net[h] += taken - back;
    }
    *input += needed * year->city->weights[day] * 3.6e-3;
    *output += given * year->city->weights[day] * 3.6e-3;
  }
}

static lanes curtail(struct year *year) {
  lanes curtailed = 0;
  for (int h = 0; h < year->hours; h++) {
    lanes surplus = at_least(-year->net[h], 0);
    if (!any(surplus > 0)) continue;
    lanes part = divided(surplus, year->supply[h]);
    double energy = year->city->energies[h];
    for (int s = 0; s < year->city->shape_count; s++)
      year->cut[s] +=
          part * (year->city->shapes[s * year->hours + h] * energy / petajoules_per_gigawatt);
    curtailed += surplus * energy;
    year->net[h] = at_least(year->net[h], 0);
  }
  return curtailed;
}

static lanes used(const struct year *year, int shape) {
  lanes part = 1 - year->cut[shape];
  return choose(part < 1e-13, 0, part);
}

static lanes call(struct year *year, lanes power, lanes energy) {
  lanes possible = delivered(year, 0, power).value, level = 0, part = 1;
  mask limited = possible > energy;
  if (any(limited)) {
    lanes root;
    CROSSING(root, 0, energy - possible, year->peak, energy,
             found = delivered(year, place, power); found.value = energy - found.value);
    level = choose(limited, root, level);
    part = choose(limited, divided(energy, delivered(year, level, power).value), part);
  }
  for (int h = 0; h < year->hours; h++)
    year->net[h] -= at_most(at_least(year->net[h] - level, 0), power) * part;
  return choose(limited, energy, possible);
}

int yardstick_power_rows(const struct yardstick_power *city) {
  return city->plants + city->contracts + 2 * city->storages + city->callable + 2;
}

static double *run_year(struct year *year, int t, lanes factor, double *row) {
  const struct yardstick_power *city = year->city;
  lanes sent_per_use = 1 / (1 - (lanes)city->loss[t]), drawn[city->loads];
  memset(year->load, 0, sizeof year->load);
  memset(year->supply, 0, sizeof year->supply);
  memset(year->cut, 0, sizeof year->cut);
  for (int i = 0; i < city->loads; i++) {
    drawn[i] = factor * city->load[t * city->loads + i] * sent_per_use;
    spread(year, drawn[i], city->load_shape[i], year->load);
  }
  lanes offer[city->plants + city->contracts];
  for (int i = 0; i < city->plants; i++) {
    int k = t * city->plants + i;
    offer[i] = (lanes)city->plant_capacity[k] * city->plant_factor[k] * petajoules_per_gigawatt;
    spread(year, offer[i], city->plant_shape[i], year->supply);
  }
  for (int i = 0; i < city->contracts; i++) {
    offer[city->plants + i] = city->contract_energy[t * city->contracts + i];
    spread(year, offer[city->plants + i], city->contract_shape[i], year->supply);
  }
  for (int h = 0; h < year->hours; h++) year->net[h] = year->load[h] - year->supply[h];
  for (int i = 0; i < city->responses; i++) {
    int load = city->response_load[i], k = t * city->responses + i;
    move_load(year, city->response_share[k] * drawn[load], city->response_hours[k],
              city->load_shape[load]);
  }
  lanes in[city->storages], out[city->storages];
  for (int i = 0; i < city->storages; i++) {
    int k = t * city->storages + i;
    store(year, city->storage_power[k], city->storage_size[k], city->storage_efficiency[k], &in[i],
          &out[i]);
  }
  year->peak = 0;
  for (int h = 0; h < year->hours; h++) year->peak = at_least(year->peak, year->net[h]);
  lanes curtailed = curtail(year), imported = 0;
  for (int i = 0; i < city->plants; i++, row += yardstick_lanes)
    stored(offer[i] * used(year, city->plant_shape[i]), row);
  for (int i = 0; i < city->contracts; i++, row += yardstick_lanes)
    stored(offer[city->plants + i] * used(year, city->contract_shape[i]), row);
  for (int i = 0; i < city->storages; i++, row += 2 * yardstick_lanes) {
    stored(in[i], row);
    stored(out[i], row + yardstick_lanes);
  }
  for (int i = 0; i < city->callable; i++, row += yardstick_lanes) {
    int k = t * city->callable + i;
    lanes power = city->callable_capacity[k];
    stored(call(year, power, power * city->callable_factor[k] * petajoules_per_gigawatt), row);
  }
  for (int h = 0; h < year->hours; h++) imported += at_least(year->net[h], 0) * city->energies[h];
  stored(imported, row);
  stored(curtailed, row + yardstick_lanes);
  return row + 2 * yardstick_lanes;
}

void yardstick_run_power(const struct yardstick_power *city, const double *factor, double *results) {
  struct year year = {.city = city, .hours = city->days * yardstick_hours};
  for (int t = 0; t < city->years; t++) results = run_year(&year, t, loaded(factor), results);
}
