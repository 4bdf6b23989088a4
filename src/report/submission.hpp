// What a unit reported for a period. Versions follow each other; none is ever overwritten.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/period.hpp"
#include "indicator/element.hpp"

namespace nucong::report {

/// No workplace counts more than this of anything, money in đồng included; it keeps every sum over a million
/// units and a hundred periods within 64 bits.
constexpr std::int64_t amount_max = 50'000'000'000;

/// One number in a report.
struct Figure {
  indicator::Series series;
  std::int64_t amount = 0;  ///< in the element's smallest unit
  std::string reason;       ///< why it jumped, in the reporter's words; mostly empty

  bool operator==(const Figure&) const = default;
};

/// 1 for the first; 0 stands for "none yet".
using Version = std::uint32_t;

/// All figures of one unit for one period, as they were after one submission. Figures are ordered by series
/// and each series stands once.
struct Submission {
  Slot unit;
  Period period;
  std::string form;  ///< code of the form that asked; empty for figures that no form asks for
  Version version = 0;
  Date received{};
  std::string by;  ///< who typed or sent it; free text
  std::vector<Figure> figures;
};

/// A report's figures as text, for a plain column of the database: "A03=120 A04=80 A04[sector=fdi]=3".
/// Codes, not ids: the text outlives any one load of the catalogue. Amounts are in the smallest unit.
[[nodiscard]] std::string pack(std::span<const Figure> figures, const indicator::Elements& elements);
/// The reasons, one a line: "A04\twhy". Empty if none.
[[nodiscard]] std::string pack_reasons(std::span<const Figure> figures, const indicator::Elements& elements);

/// Reads packed figures. Reports of one form name the same codes in the same order, so it expects after each
/// code the one that came after it last time: a nation of reports is read at the speed of its digits. Not for
/// several threads at once.
class Unpacker {
 public:
  explicit Unpacker(const indicator::Elements& elements) : elements_(elements) {}

  /// Calls `take(series, amount)` for each figure in order. Errors: `store.damaged` for text that `pack` did
  /// not write or a code the catalogue does not know, with param `text`; some figures may have been taken.
  template <class Take>
  [[nodiscard]] Result<> each(std::string_view figures, Take&& take) {
    std::size_t last = 0;
    while (!figures.empty()) {
      TRY(const auto one, next(figures, last));
      last = one.code;
      take(codes_[one.code].series, one.amount);
    }
    return ok();
  }

  /// Appends to `out`. Errors: as `each`.
  [[nodiscard]] Result<> unpack(std::string_view figures, std::vector<Figure>& out);
  [[nodiscard]] Result<> unpack_reasons(std::string_view reasons, std::vector<Figure>& figures);

 private:
  struct Code {
    std::string text;  // with its "="
    indicator::Series series;
    std::size_t next = 0;  // the code that followed it last
    // A short text as eight bytes, and which of them are its own; no bytes of a longer one.
    std::uint64_t bytes = 0;
    std::uint64_t mask = 0;
  };
  struct One {
    std::size_t code = 0;
    std::int64_t amount = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  // Takes one figure off the front; `last` is the code of the one before it.
  [[nodiscard]] Result<One> next(std::string_view& figures, std::size_t last);
  [[nodiscard]] static bool begins_with(std::string_view figures, const Code& code);
  [[nodiscard]] Result<std::size_t> code_at(std::string_view figures, std::size_t last);
  [[nodiscard]] Result<indicator::Series> series(std::string_view code) const;

  const indicator::Elements& elements_;
  std::vector<Code> codes_ = {Code{}};  // the first stands for the beginning of a report
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> known_;
};

}  // namespace nucong::report
