// Which slot has which code, and the slots in order of their codes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace nucong::unit::detail {

/// Flat, so that a copy is a few moves of memory and a search touches no unit.
class Codes {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view code(Slot slot) const;
  [[nodiscard]] std::optional<Slot> find(std::string_view code) const;

  /// Gives the code the next slot; false if it is taken. `by_code` lacks it until `sort`.
  bool add(std::string_view code);
  /// O(n log n) in the codes added since the last time, plus one pass over all slots.
  void sort();
  [[nodiscard]] std::span<const Slot> by_code() const { return by_code_; }

 private:
  static constexpr std::uint32_t no_slot = 0xFFFFFFFF;
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t slot = no_slot;
  };
  struct Keyed {
    std::uint64_t key = 0;
    Slot slot;
  };

  [[nodiscard]] std::size_t entry_of(std::string_view code, std::uint32_t hash) const;
  void grow();
  [[nodiscard]] std::uint64_t key_at(Slot slot, std::size_t from) const;
  void sort_from(std::span<Keyed> run, std::size_t from) const;

  std::string text_;                 // all codes, one after the other
  std::vector<std::uint32_t> ends_;  // by slot, in text_
  std::vector<Entry> table_;         // open addressing; a power of two, never more than half full
  std::vector<Slot> by_code_;
};

}  // namespace nucong::unit::detail
