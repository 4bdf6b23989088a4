#include "catalogue/load.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace nucong::catalogue {
namespace {

const app::Knowledge& embedded() {
  static const app::Knowledge loaded = load_embedded().value();
  return loaded;
}

const report::Form& form(std::string_view code) {
  return *std::ranges::find(embedded().forms, code, &report::Form::code);
}

constexpr std::string_view head = "version = \"1\"\nvalid_from = 2023-01-01\n";

struct Refused {
  std::string file;
  std::uint32_t line;
  std::string text;
  bool operator==(const Refused&) const = default;
  friend void PrintTo(const Refused& refused, std::ostream* out) {
    *out << refused.file << ':' << refused.line << ' ' << refused.text;
  }
};

// Three elements and a kind, then what stands in `more`, from line 10 on.
Result<app::Knowledge> loaded(std::string_view more) {
  const std::string text = std::string(head) + R"(element = [
  {code = "A01", name = "workers", title = {vi = "a", en = "a"}, unit = "person", kind = "stock", periods = ["year"], source = "x"},
  {code = "A02", name = "women", title = {vi = "b", en = "b"}, unit = "person", kind = "stock", periods = ["year"], source = "x"},
  {code = "A03", name = "members", title = {vi = "c", en = "c"}, unit = "person", kind = "stock", periods = ["quarter"], source = "x"},
]
kind = [{code = "grassroots", title = {vi = "d", en = "d"}}]
units = {person = {vi = "người", en = "persons"}}
)" + std::string(more);
  return load(std::vector<NamedText>{{"test.toml", text}});
}

Refused refused(std::string_view more) {
  const auto error = loaded(more).error();
  EXPECT_EQ(error.code(), ErrorCode::catalogue_malformed);
  return {error.place().file, error.place().line, error.params().front().value};
}

TEST(EmbeddedCatalogue, loads) {
  const auto result = load_embedded();
  ASSERT_TRUE(result) << result.error().place().file << ':' << result.error().place().line << ' '
                      << result.error().params()[0].value << ": " << result.error().params()[1].value;
  EXPECT_EQ(embedded().version, "2026.1");
  EXPECT_EQ(embedded().valid_from, make_date(2023, 1, 1));
  EXPECT_EQ(embedded().jump.factor, Decimal(3));
  EXPECT_EQ(embedded().jump.floor, Decimal(10));
  EXPECT_EQ(embedded().effort.minutes_per_figure, Decimal(3));
}

TEST(EmbeddedCatalogue, has_the_dictionary_from_a_to_h) {
  std::set<char> letters;
  for (const auto& element : embedded().catalogue.elements().all()) letters.insert(element.code.front());
  EXPECT_EQ(letters, (std::set<char>{'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'}));
  EXPECT_EQ(embedded().catalogue.elements().all().size(), 149U);
  const auto& elements = embedded().catalogue.elements();
  for (const auto* series : {"A04[sector=fdi]", "women_workers[age=under_30]", "C01a[topic=harassment]"})
    EXPECT_TRUE(elements.parse_series(series)) << series;
}

TEST(EmbeddedCatalogue, reads_a_stock_of_people_as_written) {
  const auto& elements = embedded().catalogue.elements();
  const auto& element = elements.element(elements.id("A04").value());
  EXPECT_EQ(element.name, "women_members");
  EXPECT_EQ(element.title_vi, "Nữ đoàn viên");
  EXPECT_EQ(element.unit_vi, "người");
  EXPECT_EQ(element.kind, indicator::ElementKind::stock);
  EXPECT_TRUE(element.counts_people);
  EXPECT_EQ(element.periods, (std::vector{PeriodKind::quarter, PeriodKind::half, PeriodKind::year}));
}

TEST(EmbeddedCatalogue, has_the_kinds_of_unit_of_the_design) {
  std::string codes;
  for (const auto& kind : embedded().kinds) codes += kind.code + " ";
  EXPECT_EQ(codes,
            "confederation provincial sector corporation ministry local_sector district zone commune "
            "grassroots guild "
            "section team ");
}

TEST(EmbeddedCatalogue, has_indicators_that_a_directive_can_be_bound_to) {
  const auto& catalogue = embedded().catalogue;
  EXPECT_GE(catalogue.indicators().size(), 35U);
  std::set<std::string> phrases;
  for (const auto& indicator : catalogue.indicators()) {
    EXPECT_GE(indicator.phrases.size(), 2U) << indicator.code;
    for (const auto& phrase : indicator.phrases) EXPECT_TRUE(phrases.insert(phrase).second) << phrase;
    EXPECT_EQ(indicator::Formula::parse(indicator.formula.str(), catalogue.elements()).value(),
              indicator.formula);
    EXPECT_TRUE(indicator.formula.per_unit() != nullptr || !indicator.formula.aggregates().empty());
  }
  EXPECT_EQ(catalogue.indicator("I.GVN").value()->formula.str(), "title_holders / women_workers");
  EXPECT_NE(catalogue.indicator("care_activities_per_unit").value()->formula.per_unit(), nullptr);
}

TEST(EmbeddedCatalogue, asks_a_grassroots_union_for_28_figures_a_quarter) {
  EXPECT_EQ(form("NC-Q").asked().size(), 28U);
  EXPECT_EQ(form("NC-Q").due(Period::parse("2026-Q1").value()), make_date(2026, 4, 10));
  EXPECT_TRUE(form("NC-N").is_for("grassroots"));
  EXPECT_EQ(form("NC-N").due_days, 15);
  EXPECT_GT(form("NC-N").asked().size(), 100U);
  for (const auto series : form("NC-Q").asked()) EXPECT_TRUE(form("NC-N").asks(series));
}

TEST(EmbeddedCatalogue, has_rules_that_catch_contradictions) {
  const auto& elements = embedded().catalogue.elements();
  const auto broken = [&](std::vector<std::pair<std::string, Decimal>> figures) {
    const auto found =
        report::check_rules(embedded().rules, [&](indicator::Series series) -> std::optional<Decimal> {
          for (const auto& [name, value] : figures)
            if (elements.parse_series(name).value() == series) return value;
          return std::nullopt;
        });
    std::string codes;
    for (const auto* rule : found) codes += rule->code + " ";
    return codes;
  };
  EXPECT_EQ(broken({{"A01", 10}, {"A02", 11}}), "R.NU_LD ");
  EXPECT_EQ(broken({{"A03", 11}, {"A01", 10}}), "R.DV_LD ");
  EXPECT_EQ(broken({{"G02", 9}, {"A02", 8}}), "R.GVN ");
  EXPECT_EQ(broken({{"B02b", 2}, {"B01b", 1}}), "R.NCQC ");
  EXPECT_EQ(broken({{"F01b", 1000000}, {"F01a", 0}}), "R.TIEN_THAMHOI ");
  EXPECT_EQ(broken({{"F01b", 1000000}}), "R.TIEN_THAMHOI ");
  EXPECT_EQ(broken({{"F01b", 0}}), "");
  EXPECT_EQ(broken({{"F02c", 1000000}, {"F02a", 1}}), "");
  EXPECT_EQ(broken({{"A04", 10}, {"A04[sector=fdi]", 6}, {"A04[sector=hcsn]", 5}}), "R.DV_KHUVUC ");
  EXPECT_EQ(broken({}), "");
}

TEST(EmbeddedCatalogue, has_the_twenty_targets_of_resolution_28_with_two_milestones) {
  ASSERT_EQ(embedded().frameworks.size(), 1U);
  const auto& nq28 = embedded().frameworks.front();
  EXPECT_EQ(nq28.number, "28/NQ-CP");
  EXPECT_EQ(nq28.date, make_date(2021, 3, 3));
  // A target counts once by its number; 3.2, 5.2 and 5.4 hold two values each, told apart by a letter.
  std::set<std::string> numbers;
  for (const auto& target : nq28.targets) {
    numbers.insert(target.code.substr(0, 3));
    ASSERT_EQ(target.values.size(), 2U) << target.code;
    EXPECT_EQ(target.values[0].year, 2025) << target.code;
    EXPECT_EQ(target.values[1].year, 2030) << target.code;
  }
  EXPECT_EQ(numbers.size(), 20U);
  EXPECT_EQ(nq28.targets.size(), 23U);
  EXPECT_EQ(std::ranges::count(nq28.targets, false, &target::Framework::Target::verified), 13);
  const auto care_hours = std::ranges::find(nq28.targets, "3.1", &target::Framework::Target::code);
  EXPECT_EQ(care_hours->values[1].value, Decimal::parse("1.4").value());
  EXPECT_EQ(care_hours->values[1].comparator, "<=");
}

TEST(Load, says_file_and_line_of_what_is_no_toml) {
  const std::vector<NamedText> files{{"good.toml", head}, {"bad.toml", "version = \"1\"\nvalid_from = \n"}};
  const auto error = load(files).error();
  EXPECT_EQ(error.code(), ErrorCode::catalogue_malformed);
  EXPECT_EQ(error.place().file, "bad.toml");
  EXPECT_EQ(error.place().line, 2U);
}

TEST(Load, takes_a_small_sound_catalogue) {
  const auto small =
      loaded("[[rule]]\ncode = \"R\"\ncheck = \"women <= workers\"\nmessage = {vi = \"x\", en = \"x\"}\n");
  ASSERT_TRUE(small);
  EXPECT_EQ(small.value().rules.front().elements.size(), 2U);
  EXPECT_TRUE(small.value().forms.empty());
}

TEST(Load, says_the_line_of_a_formula_and_why_it_cannot_be_read) {
  const auto error =
      loaded(
          "[[indicator]]\ncode = \"I.A\"\nname = \"share\"\ntitle = {vi = \"x\", en = \"x\"}\n"
          "unit = \"percent\"\nformula = \"women / worker\"\nphrases = [\"x\"]\nsource = \"x\"\n")
          .error();
  EXPECT_EQ(error.place(), (Place{"test.toml", 15, {}}));
  ASSERT_EQ(error.causes().size(), 1U);
  EXPECT_EQ(error.causes().front().code(), ErrorCode::element_unknown);
}

TEST(Load, says_the_line_of_a_name_that_is_used_twice) {
  EXPECT_EQ(
      refused("[[rule]]\ncode = \"R\"\ncheck = \"women <= workers\"\nmessage = {vi = \"x\", en = \"x\"}\n"
              "[[rule]]\ncode = \"R\"\ncheck = \"women <= workers\"\nmessage = {vi = \"x\", en = \"x\"}\n"),
      (Refused{"test.toml", 15, "R"}));
  EXPECT_EQ(refused("[[split]]\ncode = \"sector\"\ntitle = {vi = \"x\", en = \"x\"}\n"
                    "parts = [{code = \"A\", title = {vi = \"x\", en = \"x\"}}]\n"),
            (Refused{"test.toml", 13, "A"}));
}

TEST(Load, says_the_line_of_a_form_that_asks_for_what_is_not_there) {
  const auto items = [](std::string_view list) {
    return std::string(
               "[[form]]\ncode = \"F\"\ntitle = {vi = \"x\", en = \"x\"}\nperiods = [\"year\"]\n"
               "kinds = [\"grassroots\"]\ndue_days = 10\nitems = [\n")
        .append(list)
        .append("]\n");
  };
  EXPECT_TRUE(loaded(items("{element = \"A01\"},{total = {vi = \"x\", en = \"x\"}, of = [\"A01\"]}\n")));
  EXPECT_EQ(refused(items("{element = \"A01\"},\n{element = \"A09\"}\n")), (Refused{"test.toml", 18, "A09"}));
  EXPECT_EQ(refused(items("{element = \"A01\"},\n{element = \"A01\"}\n")), (Refused{"test.toml", 18, "A01"}));
  EXPECT_EQ(refused(items("{total = {vi = \"x\", en = \"x\"}, of = [\"A01\"]}\n")),
            (Refused{"test.toml", 17, "A01"}));
  EXPECT_EQ(refused(items("{element = \"A03\"}\n")), (Refused{"test.toml", 17, "A03"}));
}

TEST(Load, refuses_a_key_it_does_not_know_and_a_kind_that_does_not_exist) {
  EXPECT_EQ(refused("[[rule]]\ncode = \"R\"\nchek = \"women <= workers\"\n"),
            (Refused{"test.toml", 12, "chek"}));
  EXPECT_EQ(refused("[[from]]\ncode = \"F\"\n").text, "from");
  EXPECT_EQ(refused("[[indicator]]\ncode = \"I.A\"\nname = \"share\"\ntitle = {vi = \"x\", en = \"x\"}\n"
                    "unit = \"percent\"\nformula = \"units(moon)\"\nphrases = [\"x\"]\nsource = \"x\"\n"),
            (Refused{"test.toml", 15, "moon"}));
}

TEST(Load, keeps_files_of_two_versions_apart) {
  const std::vector<NamedText> files{{"a.toml", head},
                                     {"b.toml", "version = \"2\"\nvalid_from = 2023-01-01\n"}};
  EXPECT_EQ(load(files).error().place(), (Place{"b.toml", 1, {}}));
  EXPECT_EQ(load(std::vector<NamedText>{{"c.toml", "version = \"2\"\n"}}).error().place().file, "c.toml");
}

}  // namespace
}  // namespace nucong::catalogue
