// What can be measured; each writes its times, answers and notes.
#pragma once

#include "bench/nation.hpp"
#include "bench/timing.hpp"

namespace nucong::bench {

/// Scorecards, totals, ranks and quarters in a row of the nation in memory: warm, and first of their kind.
void ask(const Nation& nation, const Results& results);
/// Merging and moving branches of 5,000 units, and the first scorecard after it; a thousand epochs.
void reorganise(const Nation& nation, const Results& results);
/// Saving one report, many at once, and scorecards while 2,000 reports a second are saved; on SQLite.
void save(const Nation& nation, const Results& results);
/// A long CSV into an empty SQLite database, durable and queryable; then that database read from cold.
void load(const Nation& nation, const Results& results);
/// A database of any size into memory, from opening it on.
void start(const std::string& url, const Results& results);
/// Directives, in bytes a second.
void read_directives(const Results& results);

}  // namespace nucong::bench
