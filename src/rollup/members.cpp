#include "rollup/members.hpp"

#include <algorithm>

#include "rollup/predicate_pass.hpp"

namespace nucong::rollup {
namespace {

// The positions of the right kind (any if none is named) whose unit counts.
Marked::Words asked_positions(std::span<const std::string> kinds, const Standpoint& from) {
  auto bits = Marked::none(from.ground->positions());
  if (kinds.empty())
    for (std::uint32_t at = 0; at < from.ground->positions(); ++at) put_bit(bits, at, true);
  else
    bits = from.ground->of_kinds(kinds);
  each_set(bits, [&](std::size_t at) {
    if (!from.counts(from.ground->tree().order()[at])) put_bit(bits, at, false);
  });
  return bits;
}

}  // namespace

Members::Members(const indicator::UnitSet& set, const indicator::Elements& elements, const Standpoint& from,
                 Inputs inputs, const Members* before)
    : inputs_(std::move(inputs)),
      asked_(before != nullptr ? before->asked_
                               : std::make_shared<const Marked::Words>(asked_positions(set.kinds, from))),
      in_(evaluate(set, elements, before)) {}

Marked::Words Members::evaluate(const indicator::UnitSet& set, const indicator::Elements& elements,
                                const Members* before) const {
  constexpr std::size_t words = Chunk::cells / 64;
  Marked::Words in = *asked_;
  for (std::size_t chunk = 0; set.where && chunk * words < in.size(); ++chunk) {
    if (before != nullptr && same_chunks(*before, chunk)) {
      std::copy_n(before->in_.words().begin() + static_cast<std::ptrdiff_t>(chunk * words), words,
                  in.begin() + static_cast<std::ptrdiff_t>(chunk * words));
      continue;
    }
    const auto chunk_of = [&](indicator::Series series) {
      const auto input = std::ranges::find(inputs_, series, &Inputs::value_type::first);
      return input->second->own().cells().chunk(chunk);
    };
    const auto yes = units_where(*set.where, elements, chunk_of);
    for (std::size_t i = 0; i < words; ++i) in[chunk * words + i] &= yes[i];
  }
  return in;
}

bool Members::same_chunks(const Members& other, std::size_t chunk) const {
  return std::ranges::equal(inputs_, other.inputs_, [&](const auto& a, const auto& b) {
    return a.second->own().cells().chunk(chunk) == b.second->own().cells().chunk(chunk);
  });
}

}  // namespace nucong::rollup
