#include "http/preference.hpp"

#include <array>

#include "base/decimal.hpp"
#include "base/text.hpp"

namespace nucong::http {
namespace {

/// One range of the field and how much it is liked: 0 to 1000.
struct Range {
  std::string_view what;
  int liked = 1000;
};

int liked(std::string_view quality) {
  const auto value = Decimal::parse(quality);
  if (value.has_error() || value.value() < Decimal{0} || value.value() > Decimal{1}) return 0;
  const auto thousandths = value.value().in_units_of(3);
  return thousandths.has_value() ? static_cast<int>(thousandths.value()) : 0;
}

Range range_of(std::string_view piece) {
  const auto parts = split(piece, ';');
  Range range{trimmed(parts.front())};
  for (const auto part : parts) {
    const auto param = trimmed(part);
    if (param.starts_with("q=")) range.liked = liked(param.substr(2));
  }
  return range;
}

// How closely a range names an offer; 0 not at all.
int closeness(std::string_view range, std::string_view offer) {
  if (range == offer) return 3;
  if (range == "*/*" || range == "*") return 1;
  if (range.ends_with("/*")) return offer.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
  return range.size() > offer.size() && range.starts_with(offer) && range[offer.size()] == '-' ? 2 : 0;
}

}  // namespace

std::size_t preferred(std::string_view field, std::span<const std::string_view> offers) {
  constexpr std::size_t ranges_max = 32;
  auto pieces = split(field, ',');
  if (pieces.size() > ranges_max) pieces.resize(ranges_max);
  std::size_t best = 0;
  int best_liked = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    int closest = 0;
    int offer_liked = 0;
    for (const auto piece : pieces) {
      const Range range = range_of(piece);
      const int close = closeness(range.what, offers[i]);
      if (close > closest || (close == closest && close > 0 && range.liked > offer_liked)) {
        closest = close;
        offer_liked = range.liked;
      }
    }
    if (offer_liked > best_liked) {
      best = i;
      best_liked = offer_liked;
    }
  }
  return best;
}

app::Language preferred_language(std::string_view accept_language) {
  constexpr std::array<std::string_view, 2> languages = {"vi", "en"};
  return preferred(accept_language, languages) == 1 ? app::Language::en : app::Language::vi;
}

}  // namespace nucong::http
