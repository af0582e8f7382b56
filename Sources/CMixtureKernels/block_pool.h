// Threads that share out the blocks of one pass.
#ifndef BLOCK_POOL_H
#define BLOCK_POOL_H

#include <stddef.h>

/// Calls work(context, block) once for each block in 0 ..< blocks and returns when all are done.
///
/// The caller takes part, with at most `threads` − 1 helpers (0: as many as there are processors).
/// While one caller has the helpers any other does its blocks alone, so calls may come from several
/// threads at once. Which thread takes which block is left open: work must not depend on it.
void runBlocks(size_t blocks, int threads, void (*work)(void *context, size_t block), void *context);

#endif
