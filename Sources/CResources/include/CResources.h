#ifndef RACELINT_RESOURCES_H
#define RACELINT_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

// Go files that declare packages of the standard library, embedded in the program. They are
// ordered by the bytes of their import paths, and live as long as the program does.

/// How many there are.
size_t racelint_stub_count(void);

/// The import path of one, ended by a zero: "net/http".
const char *racelint_stub_path(size_t index);

/// The bytes of one, which no zero ends.
const uint8_t *racelint_stub_bytes(size_t index);

/// How many bytes one has.
size_t racelint_stub_length(size_t index);

// Models of libraries: YAML files, in the order in which they are read.

/// How many there are.
size_t racelint_model_count(void);

/// The name of one, ended by a zero: "standard.yaml".
const char *racelint_model_name(size_t index);

/// The bytes of one, which no zero ends.
const uint8_t *racelint_model_bytes(size_t index);

/// How many bytes one has.
size_t racelint_model_length(size_t index);

#endif
