#include "directive/aim/table.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

constexpr std::size_t header_cell_tokens_max = 12;

bool says(const Tokens& tokens, Range cell, std::initializer_list<Key> words) {
  if (cell.last - cell.first < words.size()) return false;
  for (std::size_t at = cell.first; at + words.size() <= cell.last; ++at)
    if (std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                   [](Key word, const Token& token) { return token.begins(word); }))
      return true;
  return false;
}

bool any(const Tokens& tokens, Range cell, Roles roles) {
  for (std::size_t at = cell.first; at < cell.last; ++at)
    if (tokens[at].plays(roles)) return true;
  return false;
}

// "Năm 2027", "2030", "Đến năm 2030", "Giai đoạn 2026-2030".
std::optional<int> year_in(const Tokens& tokens, Range cell, const std::vector<TimePhrase>& times,
                           std::string_view text) {
  std::optional<int> found;
  const auto first = std::ranges::lower_bound(times, cell.first, {}, &TimePhrase::first);
  for (auto time = first; time != times.end() && time->first < cell.last; ++time) found = time->year;
  for (std::size_t at = cell.first; !found && at < cell.last; ++at) found = year_at(tokens, at, text);
  return found;
}

bool is_unit_head(const Tokens& tokens, Range cell) {
  const bool abbreviated = says(tokens, cell, {"đvt"_w}) || says(tokens, cell, {"đv"_w});
  const bool unit = says(tokens, cell, {"đơn"_w, "vị"_w});
  return abbreviated || (unit && (cell.last - cell.first <= 2 || says(tokens, cell, {"tính"_w})));
}

bool is_past_head(const Tokens& tokens, Range cell) {
  return says(tokens, cell, {"hiện"_w, "trạng"_w}) || says(tokens, cell, {"ước"_w}) ||
         any(tokens, cell, role::account) ||
         (tokens[cell.first].begins("thực"_w) && !says(tokens, cell, {"lộ"_w})) ||
         any(tokens, cell, role::done | role::present);
}

bool is_aim_head(const Tokens& tokens, Range cell) {
  return says(tokens, cell, {"mục"_w, "tiêu"_w}) || any(tokens, cell, role::aim) ||
         says(tokens, cell, {"kế"_w, "hoạch"_w}) || says(tokens, cell, {"giao"_w});
}

class Header {
 public:
  Header(const Tokens& tokens, const std::vector<TimePhrase>& times, std::optional<int> year,
         std::string_view text)
      : tokens_(tokens), times_(times), year_(year), text_(text) {}

  std::optional<Columns> run(const std::vector<Range>& cells) {
    std::size_t filled = 0;
    for (const Range cell : cells) {
      if (cell.last - cell.first > header_cell_tokens_max) return std::nullopt;
      if (!cell.empty()) ++filled;
      columns_.push_back(cell.empty() ? Column{} : column(cell));
    }
    if (filled < 3 || !has(ColumnKind::name)) return std::nullopt;
    // One column of figures may be called by their outcome: "Kết quả" under the heading "Chỉ tiêu".
    if (!has(ColumnKind::aim))
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty() && any(tokens_, cells[i], role::review) && !columns_[i].year)
          columns_[i].kind = ColumnKind::aim;
    return has(ColumnKind::aim) ? std::optional(std::move(columns_)) : std::nullopt;
  }

 private:
  [[nodiscard]] bool has(ColumnKind kind) const {
    return std::ranges::find(columns_, kind, &Column::kind) != columns_.end();
  }

  [[nodiscard]] Column column(Range cell) const {
    const std::optional<int> year = year_in(tokens_, cell, times_, text_);
    if (is_unit_head(tokens_, cell)) return {ColumnKind::unit, {}};
    if (is_past_head(tokens_, cell) || (year && year_ && *year < *year_)) return {ColumnKind::past, year};
    const bool named = is_aim_head(tokens_, cell) || says(tokens_, cell, {"nội"_w});
    if (named && !year && !has(ColumnKind::name) && !says(tokens_, cell, {"kế"_w, "hoạch"_w}))
      return {ColumnKind::name, {}};
    if (any(tokens_, cell, role::review)) return {ColumnKind::past, year};
    if (year || (is_aim_head(tokens_, cell) && has(ColumnKind::name))) return {ColumnKind::aim, year};
    return {};
  }

  const Tokens& tokens_;
  const std::vector<TimePhrase>& times_;
  std::optional<int> year_;
  std::string_view text_;
  Columns columns_;
};

// What the unit's cell or the measure's own name says a bare figure is in.
class UnitOfRow {
 public:
  UnitOfRow(const Tokens& tokens, Range unit, Range name) : tokens_(tokens), unit_(unit), name_(name) {}

  void apply(Measured& quantity) const {
    if (quantity.unit == Quantity::percent || quantity.ranked) return;
    if (says(tokens_, unit_, {"thứ"_w, "bậc"_w}) || says(tokens_, unit_, {"thứ"_w, "hạng"_w})) {
      quantity.unit = Quantity::other;
      return;
    }
    if (!unit_.empty()) {
      from_cell(quantity);
    } else if (any(tokens_, {name_.first, std::min(name_.last, name_.first + 2)}, role::share)) {
      quantity.unit = Quantity::percent;
    } else {
      return;
    }
    quantity.bare = false;
    const bool whole = quantity.unit == Quantity::percent && quantity.number.value == Decimal(100);
    if (whole && !quantity.stated) quantity.comparator = Comparator::equal;
  }

 private:
  void from_cell(Measured& quantity) const {
    std::size_t at = unit_.first;
    while (at < unit_.last && tokens_[at].plays(role::magnitude)) scale(quantity, tokens_[at++]);
    if (at >= unit_.last) return;
    const Token& token = tokens_[at];
    if (token.is(U'%') || token.plays(role::percent)) {
      quantity.unit = Quantity::percent;
    } else if (token.is(U'‰') || any(tokens_, unit_, role::whole) || says_per(at)) {
      quantity.unit = Quantity::ratio;
    } else if (token.plays(role::dong)) {
      quantity.unit = Quantity::money_vnd;
    } else if (token.plays(role::times)) {
      quantity.unit = Quantity::times;
    } else if (token.plays(role::measure | role::time_unit)) {
      quantity.unit = Quantity::other;
    } else if (token.kind == TokenKind::word) {
      quantity.unit = Quantity::count;
      quantity.noun = at;
      quantity.noun_end = unit_.last;
    }
  }

  // "bác sĩ/vạn dân", "trẻ/1.000"
  [[nodiscard]] bool says_per(std::size_t from) const {
    for (std::size_t at = from; at + 1 < unit_.last; ++at)
      if (tokens_[at].is(U'/')) return true;
    return false;
  }

  static void scale(Measured& quantity, const Token& magnitude) {
    constexpr double scaled_max = 1e8;  // keeps the product exact
    const std::int64_t factor = magnitude.begins("triệu"_w)                                 ? 1'000'000
                                : magnitude.begins("nghìn"_w) || magnitude.begins("ngàn"_w) ? 1'000
                                                                                            : 1'000'000'000;
    const auto multiply = [&](Decimal& value) {
      if (value.approximate() < scaled_max) value = value * Decimal(factor);
    };
    multiply(quantity.number.value);
    if (quantity.number.value_max) multiply(*quantity.number.value_max);
  }

  const Tokens& tokens_;
  Range unit_;
  Range name_;
};

}  // namespace

std::vector<Range> cells_of(const Tokens& tokens, const Block& row) {
  std::size_t first = row.first;
  std::size_t last = row.last;
  if (first < last && tokens[first].is(U'|')) ++first;
  if (last > first && tokens[last - 1].is(U'|')) --last;
  std::vector<Range> cells;
  std::size_t begin = first;
  for (std::size_t at = first; at <= last; ++at) {
    if (at < last && !tokens[at].is(U'|')) continue;
    Range cell{begin, at};
    while (!cell.empty() && (tokens[cell.first].is(U'*') || tokens[cell.first].kind == TokenKind::line_break))
      ++cell.first;
    while (!cell.empty() && (tokens[cell.last - 1].is(U'*') || tokens[cell.last - 1].is(U'.'))) --cell.last;
    cells.push_back(cell);
    begin = at + 1;
  }
  return cells;
}

std::optional<Columns> header_of(const Tokens& tokens, const std::vector<Range>& cells,
                                 const std::vector<TimePhrase>& times, std::optional<int> year,
                                 std::string_view text) {
  return Header(tokens, times, year, text).run(cells);
}

std::vector<TableFigure> figures_of(const Tokens& tokens, const std::vector<Range>& cells,
                                    const Columns& columns, std::string_view text) {
  std::vector<TableFigure> figures;
  if (cells.size() != columns.size()) return figures;
  Range name;
  Range unit;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns[i].kind == ColumnKind::name) name = cells[i];
    if (columns[i].kind == ColumnKind::unit) unit = cells[i];
  }
  for (std::size_t i = 0; i < cells.size() && !name.empty(); ++i) {
    if (columns[i].kind != ColumnKind::aim || cells[i].empty()) continue;
    bool next = true;  // a cell may hold several figures, parted by semicolons
    for (std::size_t at = cells[i].first; at < cells[i].last; ++at) {
      if (tokens[at].is(U';')) next = true;
      if (!next || tokens[at].kind != TokenKind::number || tokens[at].cited || tokens[at].timed) continue;
      next = false;
      auto quantity = read_quantity(tokens, at, cells[i].first, cells[i].last, text);
      if (!quantity) continue;
      UnitOfRow(tokens, unit, name).apply(*quantity);
      figures.push_back({*quantity, name, {name.first, std::max(quantity->last, at + 1)}, columns[i].year});
    }
  }
  return figures;
}

}  // namespace nucong::directive
