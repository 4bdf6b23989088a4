#include "directive/aim/number.hpp"

#include <algorithm>
#include <array>

namespace nucong::directive {
namespace {

constexpr std::size_t digits_max = 15;  // with a magnitude of 10^12 the mantissa must stay below 2^63
constexpr std::int64_t mantissa_max = 4'000'000'000'000'000'000;

struct Parsed {
  std::int64_t mantissa = 0;
  int scale = 0;
};

std::optional<Parsed> times_power(Parsed number, int power) {
  while (power > 0 && number.scale > 0) {
    --number.scale;
    --power;
  }
  for (; power > 0; --power) {
    if (number.mantissa > mantissa_max / 10) return std::nullopt;
    number.mantissa *= 10;
  }
  return number;
}

Decimal decimal(Parsed number) {
  return Decimal::scaled(number.mantissa, number.scale);
}

// Vietnamese groups thousands with dots and marks decimals with a comma. Typists also write "18.5" and
// "1,500": a group of exactly three digits after a sign groups thousands, anything else after the last sign
// is decimals.
std::optional<Parsed> digits_of(std::string_view text) {
  std::size_t decimals_at = text.size();
  const auto last = text.find_last_of(".,");
  if (last != std::string_view::npos) {
    const bool one_kind = text.find(text[last]) == last;
    const bool other_kind_before =
        text.find_first_of(text[last] == '.' ? "," : ".") != std::string_view::npos;
    const bool three = text.size() - last - 1 == 3;
    const bool zero_led = text.front() == '0';
    if (!three || (one_kind && other_kind_before) || (zero_led && one_kind)) decimals_at = last;
  }
  Parsed number;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.' || text[i] == ',') continue;
    if (++digits > digits_max) return std::nullopt;
    number.mantissa = number.mantissa * 10 + (text[i] - '0');
    if (i > decimals_at) ++number.scale;
  }
  if (number.scale > 6) return std::nullopt;
  return number;
}

struct NumberWord {
  Key word;
  std::int64_t value;
};
// "năm" (5) alone is left out: next to a number it is a year far more often.
constexpr auto number_words = std::to_array<NumberWord>({
    {"một"_w, 1},
    {"mốt"_w, 1},
    {"hai"_w, 2},
    {"ba"_w, 3},
    {"bốn"_w, 4},
    {"tư"_w, 4},
    {"lăm"_w, 5},
    {"sáu"_w, 6},
    {"bảy"_w, 7},
    {"bẩy"_w, 7},
    {"tám"_w, 8},
    {"chín"_w, 9},
});

bool word_is(const Tokens& tokens, std::size_t at, Key word) {
  return at < tokens.size() && tokens[at].is(word) && !tokens[at].timed;
}

std::optional<std::int64_t> digit_word(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].timed) return std::nullopt;
  const auto found =
      std::ranges::find_if(number_words, [&](const NumberWord& w) { return tokens[at].is(w.word); });
  if (found != number_words.end()) return found->value;
  const bool counted = word_is(tokens, at + 1, "mươi"_w) || word_is(tokens, at + 1, "trăm"_w) ||
                       word_is(tokens, at + 1, "chục"_w) ||
                       (at > 0 && (word_is(tokens, at - 1, "mươi"_w) || word_is(tokens, at - 1, "linh"_w) ||
                                   word_is(tokens, at - 1, "lẻ"_w)));
  return tokens[at].is("năm"_w) && counted ? std::optional<std::int64_t>(5) : std::nullopt;
}

// The part below a hundred: "ba", "mười", "mười hai", "hai mươi", "hai mươi ba", "linh tư".
std::optional<std::int64_t> below_hundred(const Tokens& tokens, std::size_t& at) {
  if (word_is(tokens, at, "linh"_w) || word_is(tokens, at, "lẻ"_w)) {
    const auto unit = digit_word(tokens, at + 1);
    if (unit) at += 2;
    return unit;
  }
  std::optional<std::int64_t> tens;
  if (word_is(tokens, at, "mười"_w)) {
    tens = 10;
    ++at;
  } else if (const auto digit = digit_word(tokens, at)) {
    ++at;
    if (!word_is(tokens, at, "mươi"_w) && !word_is(tokens, at, "chục"_w)) return digit;
    tens = *digit * 10;
    ++at;
  }
  if (!tens) return std::nullopt;
  const auto unit = digit_word(tokens, at);
  if (!unit) return tens;
  ++at;
  return *tens + *unit;
}

// "ba", "mười hai", "hai mươi ba", "một trăm", "hai trăm linh năm", "một trăm hai mươi".
std::optional<Parsed> spelled_number(const Tokens& tokens, std::size_t& at) {
  auto value = below_hundred(tokens, at);
  if (!value) return std::nullopt;
  if (*value < 10 && word_is(tokens, at, "trăm"_w)) {
    ++at;
    const auto rest = below_hundred(tokens, at);
    value = *value * 100 + rest.value_or(0);
  }
  return Parsed{*value, 0};
}

// "tỉ lệ" is a phrase of its own by now, so what stands here as "tỷ" is a magnitude.
int magnitude(const Token& token) {
  if (!token.plays(role::magnitude)) return 0;
  if (token.is("nghìn"_w) || token.is("ngàn"_w)) return 3;
  return token.is("triệu"_w) ? 6 : 9;
}

class NumberReading {
 public:
  NumberReading(const Tokens& tokens, std::string_view text) : tokens_(tokens), text_(text) {}

  std::optional<NumberPhrase> run(std::size_t at) {
    phrase_.first = at;
    phrase_.band = at > 1 && tokens_[at - 1].is("dưới"_w) && tokens_[at - 2].is("đến"_w) && at > 2 &&
                   (tokens_[at - 3].is(U'%') || tokens_[at - 3].kind == TokenKind::number);
    std::size_t next = at;
    const auto low = one(next);
    if (!low) return std::nullopt;
    auto scaled_low = with_magnitude(*low, next);
    if (!scaled_low) return std::nullopt;
    Parsed value = *scaled_low;
    skip_spelling(next);
    phrase_.last = next;
    if (read_part(value, next)) return phrase_;
    read_range(*low, value, next);
    if (phrase_.shape != NumberShape::range) phrase_.value = decimal(value);
    return phrase_;
  }

 private:
  [[nodiscard]] bool sign(std::size_t at, char32_t s) const {
    return at < tokens_.size() && tokens_[at].is(s);
  }
  [[nodiscard]] bool number(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::number && !tokens_[at].timed &&
           !tokens_[at].cited;
  }

  std::optional<Parsed> one(std::size_t& at) {
    if (!number(at)) {
      if (const auto multiple = after_gap(at)) return multiple;
      phrase_.spelled = true;
      return spelled_number(tokens_, at);
    }
    const std::string_view digits = text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
    auto value = digits_of(digits);
    ++at;
    // "38,861 tỷ": before a magnitude a comma is always decimal.
    const bool scaled = at < tokens_.size() && magnitude(tokens_[at]) > 0;
    if (scaled && value && value->scale == 0 && digits.find(',') == digits.rfind(',') &&
        digits.find(',') != std::string_view::npos && digits.find('.') == std::string_view::npos)
      value->scale = static_cast<int>(digits.size() - digits.find(',') - 1);
    // "6 , 7 triệu": corpora that put blanks around every sign.
    const bool spaced = value && value->scale == 0 && value->mantissa < 1000 && sign(at, U',') &&
                        !tokens_[at].glued && number(at + 1) && at + 2 < tokens_.size() &&
                        (tokens_[at + 2].plays(role::magnitude) || tokens_[at + 2].is(U'%'));
    if (spaced && tokens_[at + 1].end - tokens_[at + 1].begin <= 2) {
      const auto decimals =
          digits_of(text_.substr(tokens_[at + 1].begin, tokens_[at + 1].end - tokens_[at + 1].begin));
      const int places = static_cast<int>(tokens_[at + 1].end - tokens_[at + 1].begin);
      value = Parsed{value->mantissa * (places == 1 ? 10 : 100) + decimals->mantissa, places};
      at += 2;
    }
    return value;
  }

  // "gấp đôi", "gấp ba", "gấp rưỡi": so many times.
  std::optional<Parsed> after_gap(std::size_t& at) {
    if (at == 0 || !tokens_[at - 1].is("gấp"_w)) return std::nullopt;
    std::optional<Parsed> times;
    if (tokens_[at].is("đôi"_w)) times = Parsed{2, 0};
    if (tokens_[at].is("rưỡi"_w)) times = Parsed{15, 1};
    if (!times) return std::nullopt;
    phrase_.multiple = true;
    ++at;
    return times;
  }

  std::optional<Parsed> with_magnitude(Parsed value, std::size_t& at) {
    std::optional<Parsed> out = value;
    for (int words = 0; words < 2 && out && at < tokens_.size(); ++words) {
      const int power = magnitude(tokens_[at]);
      if (power == 0) break;
      out = times_power(*out, power);
      phrase_.scaled = true;
      ++at;
    }
    return out;
  }

  // "01 (một)", "500 (năm trăm)": the same number said again.
  void skip_spelling(std::size_t& at) {
    if (phrase_.spelled || !sign(at, U'(')) return;
    for (std::size_t end = at + 1; end < tokens_.size() && end <= at + 6; ++end) {
      if (tokens_[end].is(U')')) {
        if (end > at + 1) at = end + 1;
        return;
      }
      std::size_t probe = end;
      const bool word = spelled_number(tokens_, probe).has_value() || tokens_[end].is("năm"_w) ||
                        tokens_[end].is("mươi"_w) || tokens_[end].is("trăm"_w) ||
                        tokens_[end].plays(role::magnitude);
      if (!word) return;
    }
  }

  // What a slash makes of it: 16/100.000, 19/19, 1/3; or "một phần ba", "một nửa".
  bool read_part(Parsed value, std::size_t next) {
    if (phrase_.spelled && value.mantissa == 1 && word_is(tokens_, next, "nửa"_w))
      return set_fraction(1, 2, next + 1);
    if (phrase_.spelled && next + 1 < tokens_.size() && (tokens_[next].is("phần"_w))) {
      std::size_t end = next + 1;
      if (const auto parts = spelled_number(tokens_, end); parts && parts->mantissa > value.mantissa)
        return set_fraction(value.mantissa, parts->mantissa, end);
    }
    if (!sign(next, U'/') || !number(next + 1) || value.scale > 3) return false;
    const auto whole =
        digits_of(text_.substr(tokens_[next + 1].begin, tokens_[next + 1].end - tokens_[next + 1].begin));
    if (!whole || whole->scale != 0 || whole->mantissa == 0) return false;
    const bool round = whole->mantissa == 100 || whole->mantissa == 1000 || whole->mantissa == 10000 ||
                       whole->mantissa == 100000;
    if (round && !sign(next + 2, U'%')) return set_part(value, NumberShape::per_many, next + 2);
    if (value.scale != 0 || value.mantissa > whole->mantissa) return false;
    // Thirds and fifths are parts; what is ticked off a list of criteria is counted.
    const bool ticked = next + 2 < tokens_.size() && tokens_[next + 2].plays(role::structure) &&
                        text_.substr(tokens_[next + 2].begin, 3) == "ti\xC3";
    if (!ticked && value.mantissa < whole->mantissa && whole->mantissa <= 5)
      return set_fraction(value.mantissa, whole->mantissa, next + 2);
    phrase_.complete = value.mantissa == whole->mantissa;
    return set_part(value, NumberShape::of_total, next + 2);
  }

  bool set_part(Parsed value, NumberShape shape, std::size_t last) {
    phrase_.value = decimal(value);
    phrase_.shape = shape;
    phrase_.last = last;
    return true;
  }

  bool set_fraction(std::int64_t part, std::int64_t parts, std::size_t last) {
    constexpr std::int64_t places = 10000;
    phrase_.spelled = false;
    return set_part({(part * places * 2 + parts) / (parts * 2), 4}, NumberShape::fraction, last);
  }

  void read_range(Parsed low_plain, Parsed low, std::size_t next) {
    std::size_t joint = next;
    if (sign(joint, U'%')) ++joint;
    const bool dash = sign(joint, U'-');
    const bool to = joint < tokens_.size() && (tokens_[joint].is("đến"_w) || tokens_[joint].is("tới"_w));
    if (to && joint + 1 < tokens_.size() && tokens_[joint + 1].is("dưới"_w) && number(joint + 2))
      phrase_.band = true;
    if ((!dash && !to) || !number(joint + 1)) return;
    std::size_t end = joint + 1;
    const auto high_plain = one(end);
    if (!high_plain) return;
    const bool scaled_before = phrase_.scaled;
    const auto high = with_magnitude(*high_plain, end);
    if (!high) return;
    // "1,2 - 1,5 triệu": the magnitude stands once, for both.
    if (!scaled_before && phrase_.scaled) {
      int power = 0;
      for (std::size_t i = joint; i < end; ++i) power += magnitude(tokens_[i]);
      const auto both = times_power(low_plain, power);
      if (!both) return;
      low = *both;
    }
    if (decimal(low) >= decimal(*high) || (joint > next && !sign(end, U'%'))) {
      phrase_.scaled = scaled_before;
      return;
    }
    phrase_.percent_inside = joint > next;
    phrase_.value = decimal(low);
    phrase_.value_max = decimal(*high);
    phrase_.shape = NumberShape::range;
    phrase_.last = end;
  }

  const Tokens& tokens_;
  std::string_view text_;
  NumberPhrase phrase_;
};

}  // namespace

std::optional<NumberPhrase> read_number(const Tokens& tokens, std::size_t at, std::string_view text) {
  if (at >= tokens.size() || tokens[at].timed || tokens[at].cited) return std::nullopt;
  return NumberReading(tokens, text).run(at);
}

}  // namespace nucong::directive
