#include <array>

#include <fmt/format.h>

#include "store/detail/act_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {
namespace {

using target::Directive;
using target::Target;

Error damaged(std::string_view column, std::string_view text) {
  return fail(ErrorCode::store_damaged, {{"detail", fmt::format("{} {}", column, text)}});
}

/// The enumerator up to `last` that is spelled like `text`.
template <class Enum>
Result<Enum> spelled(std::string_view column, std::string_view text, Enum last,
                     std::string_view (*spelling)(Enum)) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i)
    if (spelling(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  return damaged(column, text);
}

constexpr std::string_view directive_columns = "ordinal, issuer, file, number, title, period, adopted, text";
constexpr std::string_view target_columns =
    "directive, ordinal, id, quote, quote_begin, quote_end, comparator, value, value_max, quantity, noun, "
    "subject, "
    "measure, per_unit, baseline_change, starts, due, indicator";
constexpr std::string_view citation_columns =
    "directive, ordinal, quote, quote_begin, quote_end, type, number, day, issuer, title";

Result<Directive> directive_of(const Row& row) {
  const auto period = Period::parse(row.text(5));
  if (!period) return damaged("directive.period", row.text(5));
  return Directive{.id = fmt::format("D{}", row.integer(0)),
                   .issuer = row.slot(1),
                   .file = row.string(2),
                   .number = row.string(3),
                   .title = row.string(4),
                   .period = period.value(),
                   .adopted = row.day(6),
                   .text = row.string(7),
                   .recipients = {},
                   .targets = {},
                   .citations = {}};
}

Result<Target> target_of(const Row& row) {
  Target target;
  target.id = row.text(2);
  target.quote = row.text(3);
  target.begin = static_cast<std::size_t>(row.integer(4));
  target.end = static_cast<std::size_t>(row.integer(5));
  TRY(target.comparator,
      spelled("target.comparator", row.text(6), directive::Comparator::range, &directive::symbol));
  const auto value = Decimal::parse(row.text(7));
  if (!value) return damaged("target.value", row.text(7));
  target.value = value.value();
  if (!row.is_null(8)) {
    const auto value_max = Decimal::parse(row.text(8));
    if (!value_max) return damaged("target.value_max", row.text(8));
    target.value_max = value_max.value();
  }
  TRY(target.unit, spelled("target.quantity", row.text(9), directive::Quantity::other, &directive::name_of));
  target.noun = row.text(10);
  target.subject = row.text(11);
  target.measure = row.text(12);
  target.per_unit = row.integer(13) != 0;
  target.baseline_change = row.integer(14) != 0;
  target.starts = row.day(15);
  target.due = row.day(16);
  target.indicator = row.text(17);
  return target;
}

Result<directive::Citation> citation_of(const Row& row) {
  directive::Citation citation;
  citation.quote = row.text(2);
  citation.span = {static_cast<std::size_t>(row.integer(3)), static_cast<std::size_t>(row.integer(4))};
  TRY(citation.type,
      spelled("citation.type", row.text(5), directive::CitationType::other, &directive::name_of));
  citation.number = row.optional_string(6);
  if (!row.is_null(7)) citation.date = row.day(7);
  citation.issuer = row.optional_string(8);
  citation.title = row.optional_string(9);
  return citation;
}

Result<Slot> recipient_of(const Row& row) {
  return row.slot(1);
}

/// Gives each row, which begins with its directive's ordinal and its place there, to its directive.
template <class Read, class Take>
Result<> distribute(Connection& sql, std::string_view table, std::string_view columns,
                    std::vector<Directive>& directives, Read read, Take take) {
  Result<> state = ok();
  sql.stream_rows(fmt::format("SELECT {} FROM {} ORDER BY 1, 2", columns, table), {}, [&](const Row& row) {
    auto part = read(row);
    if (!part) {
      state = part.error();
      return false;
    }
    // Ordinals count from 1 without gaps, and the directives stand in their order.
    const auto place = static_cast<std::size_t>(row.integer(0)) - 1;
    if (place >= directives.size()) {
      state = damaged(fmt::format("{}.directive", table), row.text(0));
      return false;
    }
    take(directives[place], std::move(part).value());
    return true;
  });
  return state;
}

Result<> check_new(Connection& sql, const Directive& directive) {
  const auto same = sql.number(
      "SELECT COALESCE(min(ordinal), 0) FROM directive WHERE issuer = $1 AND period = $2 AND text = $3",
      {directive.issuer, directive.period.str(), directive.text});
  if (same == 0) return ok();
  return fail(ErrorCode::directive_adopted, {{"directive", fmt::format("D{}", same)}});
}

}  // namespace

void SqlWriter::write_directive(const Directive& directive, std::int64_t ordinal, app::Sequence sequence) {
  sql_.insert_row("directive", fmt::format("{}, sequence", directive_columns), ordinal, directive.issuer,
                  directive.file, directive.number, directive.title, directive.period.str(),
                  directive.adopted, directive.text, sequence);

  const auto targets = sql_.insert("target", target_columns);
  std::size_t place = 0;
  for (const Target& t : directive.targets) {
    const auto value_max = t.value_max ? std::optional(t.value_max->str()) : std::nullopt;
    ++place;
    targets->row(ordinal, place, fmt::format("D{}.{}", ordinal, place), t.quote, t.begin, t.end,
                 directive::symbol(t.comparator), t.value.str(), value_max, directive::name_of(t.unit),
                 t.noun, t.subject, t.measure, t.per_unit, t.baseline_change, t.starts, t.due, t.indicator);
  }
  targets->finish();

  const auto citations = sql_.insert("citation", citation_columns);
  place = 0;
  for (const auto& c : directive.citations)
    citations->row(ordinal, ++place, c.quote, c.span.begin, c.span.end, directive::name_of(c.type), c.number,
                   c.date, c.issuer, c.title);
  citations->finish();

  const auto goals = sql_.insert("goal", "unit, target, sequence, value");
  for (place = 1; place <= directive.targets.size(); ++place)
    goals->row(directive.issuer, fmt::format("D{}.{}", ordinal, place), sequence, Value());
  goals->finish();
  write_recipients(directive.recipients, ordinal, sequence);
}

Result<std::string> SqlWriter::adopt(const Directive& directive) {
  TRY(check_new(sql_, directive));
  const auto ordinal = sql_.number("SELECT count(*) FROM directive") + 1;
  auto id = fmt::format("D{}", ordinal);
  const auto sequence = add_act({act_kind::directive_adopt, directive.adopted,
                                 fmt::format("{}: {}", id, counted(directive.targets.size(), "target"))});
  write_directive(directive, ordinal, sequence);
  return id;
}

Result<std::vector<Directive>> SqlDatabase::directives() {
  return reading([&](Connection& sql) -> Result<std::vector<Directive>> {
    TRY(auto found, sql.rows(fmt::format("SELECT {} FROM directive ORDER BY ordinal", directive_columns), {},
                             directive_of));
    TRY(distribute(sql, "target", target_columns, found, target_of,
                   [](Directive& of, Target&& target) { of.targets.push_back(std::move(target)); }));
    TRY(distribute(
        sql, "citation", citation_columns, found, citation_of,
        [](Directive& of, directive::Citation&& citation) { of.citations.push_back(std::move(citation)); }));
    TRY(distribute(sql, "recipient", "directive, unit", found, recipient_of,
                   [](Directive& of, Slot unit) { of.recipients.push_back(unit); }));
    return found;
  });
}

}  // namespace nucong::store
