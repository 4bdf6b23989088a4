// Loops over cells are plain C++; the compiler makes them wide.
#pragma once

/// Before a function that loops over cells: it is compiled for several instruction sets, and the loader picks
/// the widest that the machine has. Plain under sanitizers, which the loader's choice comes too early for.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define NUCONG_VECTORISED \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), optimize("O3")))
#else
#define NUCONG_VECTORISED
#endif
