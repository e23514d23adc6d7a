// Bridges the grammar's generated parser.c (ABI 14, written for a newer
// tree_sitter/parser.h) to the parser.h of libtree-sitter 0.20.
//
// Three things differ. The last one compiles silently without this file and then
// every Go file parses as one ERROR node: a test in GoSyntaxTests guards it.
#ifndef RACELINT_GRAMMAR_BRIDGE_H
#define RACELINT_GRAMMAR_BRIDGE_H

#include <tree_sitter/parser.h>

// A range of code points, both ends inclusive.
typedef struct {
  int32_t start;
  int32_t end;
} TSCharacterRange;

// Whether `lookahead` lies in one of `count` sorted, disjoint ranges: binary search.
static inline bool set_contains(const TSCharacterRange *ranges, uint32_t count,
                                int32_t lookahead) {
  uint32_t low = 0;
  uint32_t high = count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (lookahead < ranges[middle].start) {
      high = middle;
    } else if (lookahead > ranges[middle].end) {
      low = middle + 1;
    } else {
      return true;
    }
  }
  return false;
}

// Pairs of character and state; on a match the lexer goes to that state.
#define ADVANCE_MAP(...)                                                   \
  {                                                                        \
    static const uint16_t pairs[] = {__VA_ARGS__};                         \
    for (uint32_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i += 2) {   \
      if (pairs[i] == lookahead) {                                         \
        state = pairs[i + 1];                                              \
        goto next_state;                                                   \
      }                                                                    \
    }                                                                      \
  }

// The newer REDUCE is positional: symbol, child count, dynamic precedence, production.
#undef REDUCE
#define REDUCE(symbol_value, children, precedence, production) \
  {{                                                           \
    .reduce = {                                                \
      .type = TSParseActionTypeReduce,                         \
      .symbol = symbol_value,                                  \
      .child_count = children,                                 \
      .dynamic_precedence = precedence,                        \
      .production_id = production                              \
    },                                                         \
  }}

#endif
