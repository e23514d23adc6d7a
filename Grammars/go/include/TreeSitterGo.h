#ifndef RACELINT_TREE_SITTER_GO_H
#define RACELINT_TREE_SITTER_GO_H

/// The parse tables of the pinned tree-sitter-go grammar (see ../grammar.lock).
/// The pointer is to constant data and lives as long as the process.
typedef struct TSLanguage TSLanguage;
const TSLanguage *tree_sitter_go(void);

#endif
