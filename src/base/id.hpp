// Distinct integer ids: a Slot cannot be passed where an ElementId is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace nucong {

template <class Tag>
struct Id {
  std::uint32_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t v) : value(v) {}
  constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}

  constexpr auto operator<=>(const Id&) const = default;
};

/// A unit's place in every column, given at its founding and kept for life (also after its closing).
using Slot = Id<struct SlotTag>;

/// An account's number, from 1, for life; never given again. Here, because whoever did something is named by
/// it in modules that know nothing else of accounts.
using AccountId = Id<struct AccountTag>;

}  // namespace nucong

template <class Tag>
struct std::hash<nucong::Id<Tag>> {
  std::size_t operator()(nucong::Id<Tag> id) const noexcept { return id.value; }
};
