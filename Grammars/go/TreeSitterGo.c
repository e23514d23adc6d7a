// The grammar is compiled through this file, so that the bridge comes first: the
// header guard of tree_sitter/parser.h then keeps parser.c from undoing it.
#include "bridge.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wunused-parameter"
#endif

#include "source/src/parser.c"
