/* The part of the compiler's index store that the tests of the floors read. The library comes with the
   compiler and is opened at run time; this header only says how its functions are called. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *data;
  size_t length;
} index_string;

typedef bool (*index_string_visitor)(void *context, index_string);
typedef bool (*index_visitor)(void *context, void *entry);

typedef void *(*index_store_create)(const char *path, void **error);
typedef bool (*index_store_units)(void *store, unsigned sorted, void *context, index_string_visitor);
typedef void *(*index_reader_create)(void *store, const char *name, void **error);
typedef void (*index_dispose)(void *reader);
typedef index_string (*index_text)(void *entry);
typedef unsigned (*index_kind)(void *entry);
typedef uint64_t (*index_roles)(void *entry);
typedef void *(*index_symbol)(void *occurrence);
typedef bool (*index_entries)(void *reader, void *context, index_visitor);
