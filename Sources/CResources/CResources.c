#include "CResources.h"

struct resource {
  const char *name;
  const uint8_t *bytes;
  size_t length;
};

// `#embed` is C23; clang 19, which Swift 6.1 brings, has it in every language version.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "stubs.inc"
#include "models.inc"
#pragma clang diagnostic pop

size_t racelint_stub_count(void) { return sizeof stubs / sizeof stubs[0]; }
const char *racelint_stub_path(size_t index) { return stubs[index].name; }
const uint8_t *racelint_stub_bytes(size_t index) { return stubs[index].bytes; }
size_t racelint_stub_length(size_t index) { return stubs[index].length; }

size_t racelint_model_count(void) { return sizeof models / sizeof models[0]; }
const char *racelint_model_name(size_t index) { return models[index].name; }
const uint8_t *racelint_model_bytes(size_t index) { return models[index].bytes; }
size_t racelint_model_length(size_t index) { return models[index].length; }
