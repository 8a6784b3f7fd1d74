// Eight doubles side by side, as the kernel's Lanes.
#pragma once
#include <string.h>

typedef double lanes __attribute__((ext_vector_type(8)));
typedef long mask __attribute__((ext_vector_type(8)));

static inline lanes choose(mask where, lanes yes, lanes no) {
  return where ? yes : no;
}
static inline lanes at_least(lanes value, lanes limit) { return choose(value < limit, limit, value); }
static inline lanes at_most(lanes value, lanes limit) { return choose(value > limit, limit, value); }
static inline lanes magnitude(lanes value) { return choose(value < 0, -value, value); }
static inline int any(mask where) { return __builtin_reduce_or(where) != 0; }
static inline lanes divided(lanes value, lanes by) {
  mask zero = by == 0;
  return choose(zero, (lanes)0.0, value / choose(zero, (lanes)1.0, by));
}
static inline lanes loaded(const double *from) {
  lanes value;
  memcpy(&value, from, sizeof value);
  return value;
}
static inline void stored(lanes value, double *to) { memcpy(to, &value, sizeof value); }
