// Where all reports of the nation stand: small cells by period and slot, shared between one moment and the
// next.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "report/standing.hpp"

namespace nucong::report {

/// The standings of one period, by slot. Immutable; shares the chunks that did not change.
class StandingColumn {
 public:
  static constexpr std::size_t chunk_size = 512;

  /// `Standing{}` where nothing is known.
  [[nodiscard]] const Standing& at(Slot unit) const {
    const std::size_t chunk = unit.value / chunk_size;
    return chunk < chunks_.size() && chunks_[chunk] ? (*chunks_[chunk])[unit.value % chunk_size] : nothing;
  }
  /// Calls `visit(slot, standing)` where anything is known, by slot.
  template <class Visit>
  void each(Visit&& visit) const {
    for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) {
      if (!chunks_[chunk]) continue;
      for (std::size_t cell = 0; cell < chunk_size; ++cell)
        if (const Standing& one = (*chunks_[chunk])[cell]; one != nothing)
          visit(Slot(chunk * chunk_size + cell), one);
    }
  }
  /// Later changes of the same unit win.
  [[nodiscard]] StandingColumn with(std::span<const std::pair<Slot, Standing>> changes) const;

 private:
  friend class StandingsWriter;
  using Chunk = std::array<Standing, chunk_size>;
  static constexpr Standing nothing{};

  std::vector<std::shared_ptr<const Chunk>> chunks_;  // by slot / chunk_size; null: nothing known
};

/// What one report's standing became.
struct StandingChange {
  Slot unit;
  Period period;
  Standing standing;
};

/// All of them at one moment. Immutable, cheap to copy. 24 bytes a report: 125,000 units and twenty periods
/// take 60 MB. A change copies one chunk of 12 kB and the list of the chunks of its period.
class Standings {
 public:
  Standings() : periods_(std::make_shared<const Periods>()) {}

  /// Valid as long as this or a copy of it is.
  [[nodiscard]] const StandingColumn& of(const Period& period) const;
  [[nodiscard]] const Standing& at(Slot unit, const Period& period) const { return of(period).at(unit); }
  /// Those of which anything is known, in order.
  [[nodiscard]] std::vector<Period> periods() const;

  /// The standings after `changes`, of which later ones win; shares everything else with this one.
  [[nodiscard]] Standings with(std::span<const StandingChange> changes) const;

 private:
  friend class StandingsWriter;
  using Periods = std::vector<std::pair<Period, std::shared_ptr<const StandingColumn>>>;
  explicit Standings(std::shared_ptr<const Periods> periods) : periods_(std::move(periods)) {}

  std::shared_ptr<const Periods> periods_;
};

/// Makes the standings of reports that come in order of period, then of slot.
class StandingsWriter {
 public:
  /// What follows is of this period, which comes after those before it, or is the same.
  void begin(const Period& period);
  /// Within a period slots ascend.
  void append(Slot unit, const Standing& standing);
  /// The standings; the writer is as new.
  [[nodiscard]] Standings finish();

 private:
  void end_period();

  Standings::Periods periods_;
  std::optional<Period> period_;
  std::shared_ptr<StandingColumn> column_;
  std::shared_ptr<StandingColumn::Chunk> open_;  // the last chunk of column_, still being written
};

}  // namespace nucong::report
