// Every route with every role, at a unit of theirs and at an alien one. What comes out is docs/access.md: run
// with NUCONG_REBASELINE=1 to write it, and read the difference before it is committed.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/routes.hpp"
#include "http/schemas.hpp"
#include "http/workplace_test.hpp"

namespace nucong::http {
namespace {

/// Whose column, and a unit that is theirs and one that is not.
struct Column {
  std::string title;
  std::string who;  ///< empty: nobody
  std::string own;
  std::string alien = "B";
};

const std::vector<Column> columns = {
    {"nobody", "", "A", "B"},
    {"officer", "officer@A1", "A1", "A2"},
    {"upper_officer", "upper_officer@A", "A", "B"},
    {"leader", "leader@A", "A", "B"},
    {"member", "member@A1", "A1", "A2"},
    {"inspector", "inspector@A", "A", "B"},
    {"treasurer", "treasurer@A1", "A1", "A2"},
    {"administrator", "administrator@A", "A", "B"},
};

// Where a deed reaches only below, the request names a unit below.
std::string unit_for(const Column& column, const Route& route) {
  if (column.who.empty() || route.access.door != Access::Door::by_deed) return column.own;
  const auto role = account::parse_role(column.who.substr(0, column.who.find('@'))).value();
  return account::reach(role, route.access.deed) == account::Reach::below ? "A1" : column.own;
}

/// Words that a request is made of.
class Sample {
 public:
  Sample(std::string unit, app::AccountId somebody) : unit_(std::move(unit)), somebody_(somebody) {}

  [[nodiscard]] std::string target(const Route& route) const {
    std::string target(route.pattern);
    char before = '?';
    for (const auto& param : route.params) {
      if (param.where == Where::path)
        target.replace(target.find("{" + std::string(param.name) + "}"), param.name.size() + 2, value(param));
      if (param.where != Where::query || (param.need == Need::optional && param.name != "unit")) continue;
      target += before + std::string(param.name) + "=" + value(param);
      before = '&';
    }
    return target;
  }
  [[nodiscard]] std::string body(const Route& route) const {
    return route.body == Body::json ? object(route.params) : route.body == Body::bytes ? "text" : "";
  }

 private:
  [[nodiscard]] std::string object(std::span<const Param> params) const {
    std::string json;
    for (const auto& param : params) {
      if (param.where != Where::body || (param.need == Need::optional && param.name != "parent")) continue;
      json += (json.empty() ? "\"" : ", \"") + std::string(param.name) + "\": " + written(param);
    }
    return "{" + json + "}";
  }
  [[nodiscard]] std::string written(const Param& param) const {
    if (param.type == ParamType::objects) return "[" + object(param.members) + "]";
    if (param.type == ParamType::whole || param.type == ParamType::count) return value(param);
    if (param.type == ParamType::truth) return "true";
    if (param.type == ParamType::texts) return "[\"" + unit_ + "\"]";
    return "\"" + value(param) + "\"";
  }
  [[nodiscard]] std::string value(const Param& param) const {
    if (param.name == "account" || param.name == "receiver") return std::to_string(somebody_.value);
    if (param.name == "event") return "rename";
    if (param.name == "role") return "member";
    if (param.name == "element" || param.name == "indicator") return "A04";
    if (param.name == "directive") return "D1";
    if (param.name == "target") return "D1.1";
    if (param.name == "form") return "NC-Q";
    if (param.name == "due") return "2026-12-31";
    if (param.name == "version") return "1";
    if (param.name == "revision") return "0";
    if (param.name == "series") return "A04";
    if (param.name == "parent") return unit_;
    if (!param.choices.empty()) return std::string(param.choices.front());
    if (param.type == ParamType::unit) return unit_;
    if (param.type == ParamType::period) return "2026-Q1";
    if (param.type == ParamType::date) return "2026-11-01";
    const bool counts = param.type == ParamType::whole || param.type == ParamType::count;
    return counts || param.type == ParamType::number ? "95" : "gi-o-ng.lua";
  }

  std::string unit_;
  app::AccountId somebody_;
};

// For who asks, not for what was asked: a wrong pass phrase is no refusal of that kind.
bool is_refused(const Response& response) {
  constexpr std::array codes = {"session.ended", "scope.exceeded", "access.outside_scope",
                                "access.elsewhere"};
  return std::ranges::any_of(codes, [&](const char* code) {
    return response.body.find("\"code\": \"" + std::string(code) + "\"") != std::string::npos;
  });
}

// What was answered holds what the description of the API says.
void expect_described(const Route& route, const Response& response) {
  if (response.status != 200 || route.schema.empty()) return;
  const auto schema = std::ranges::find(schemas(), route.schema, &Schema::name);
  ASSERT_NE(schema, schemas().end()) << route.schema;
  for (const auto& member : schema->members)
    EXPECT_THAT(response.body, testing::HasSubstr("\"" + std::string(member.name) + "\":")) << route.pattern;
}

bool names_units(std::span<const Param> params) {
  return std::ranges::any_of(
      params, [](const Param& param) { return param.type == ParamType::unit || names_units(param.members); });
}

class EveryRole : public testing::Test {
 protected:
  EveryRole() {
    Workplace place(base);
    place.settle();
    for (const auto& column : columns)
      if (!column.who.empty()) place.appoint(column.who, cast);
    place.appoint("member@A2", cast);
    place.appoint("member@B1", cast);
    reading = std::make_unique<OpenSite>(base);
  }

  [[nodiscard]] Response ask(const Column& column, const Route& route, const std::string& unit) {
    const bool theirs = unit != column.alien;
    const Sample sample(unit, cast.accounts.at(theirs && column.own == "A" ? "member@A2" : "member@B1"));
    const auto send = [&](OpenSite& site) {
      std::vector<Field> fields;
      if (!column.who.empty()) fields.push_back({"authorization", "Bearer " + cast.tokens.at(column.who)});
      if (route.body == Body::bytes) fields.push_back({"content-type", "application/octet-stream"});
      return site.ask(std::string(name_of(route.method)), sample.target(route), std::move(fields),
                      sample.body(route));
    };
    if (route.method == Method::get) return send(*reading);
    DatabaseFile copy;
    copy.take_over(base);
    OpenSite site(copy);
    return send(site);
  }

  DatabaseFile base;
  Cast cast;
  std::unique_ptr<OpenSite> reading;
};

// "yes", "no", or "own": yes at a unit of theirs, no at an alien one.
TEST_F(EveryRole, with_every_route_is_as_written_in_the_docs) {
  std::string table =
      "# Who may ask what\n\n"
      "Written by `src/http/access_test.cpp`, which asks every route as everybody. *theirs*: at a unit "
      "within reach of the office, "
      "refused at any other; *yes*: names no unit,\nand is cut to what the asker may see; *–*: refused. "
      "Reach by role and deed: "
      "`src/account/role.cpp`.\n\n| |";
  for (const auto& column : columns) table += " " + column.title + " |";
  table += "\n|---|";
  for (std::size_t i = 0; i < columns.size(); ++i) table += "---|";
  table += "\n";
  std::set<const Route*> answered;
  for (const auto& route : routes()) {
    table += fmt::format("| {} `{}` |", name_of(route.method), route.pattern);
    for (const auto& column : columns) {
      const auto own = ask(column, route, unit_for(column, route));
      std::string word = is_refused(own) ? "–" : "yes";
      EXPECT_NE(own.status, 500U) << route.pattern << " " << own.fault;
      expect_described(route, own);
      answered.insert(own.status == 200 ? &route : nullptr);
      const bool of_a_unit = names_units(route.params) && route.access.door == Access::Door::by_deed;
      if (of_a_unit) {
        const auto alien = ask(column, route, column.alien);
        EXPECT_TRUE(is_refused(alien)) << column.title << " " << name_of(route.method) << " " << route.pattern
                                       << " at a unit of others: " << alien.status << " " << alien.body;
        if (!is_refused(own)) word = "theirs";
      }
      table += " " + word + " |";
    }
    table += "\n";
  }
  // What the sample cannot reach: it holds no real link, code or draft, signs nothing, and there is no other
  // house.
  const std::set<std::string_view> unreached = {"route.change_pass_phrase",
                                                "route.finish_totp",
                                                "route.use_pass_phrase_link",
                                                "route.use_second_factor_link",
                                                "route.use_first_link",
                                                "route.sign_in",
                                                "route.begin_elsewhere",
                                                "route.finish_elsewhere",
                                                "route.revoke_token",
                                                "route.end_office",
                                                "route.hand_over",
                                                "route.frozen_report",
                                                "route.reopen_report",
                                                "route.adopt_directive",
                                                "route.give_directive",
                                                "route.burden_of_text",
                                                "route.bind_target",
                                                "route.rehearse_units",
                                                "route.reorganise_units",
                                                "route.sign_report",
                                                "route.take_back_units",
                                                "route.readiness"};
  for (const auto& route : routes())
    EXPECT_TRUE(answered.contains(&route) || unreached.contains(route.words))
        << route.words << " was never answered";
  const std::string file = std::string(NUCONG_SOURCE_DIR) + "/docs/access.md";
  if (std::getenv("NUCONG_REBASELINE") != nullptr) std::ofstream(file) << table;
  std::ifstream in(file);
  std::ostringstream written;
  written << in.rdbuf();
  EXPECT_EQ(written.str(), table);
}

TEST_F(EveryRole, sees_of_lists_what_is_theirs) {
  using testing::HasSubstr;
  using testing::Not;
  const auto as = [&](const std::string& who, const std::string& target) {
    return reading->ask_as(cast.tokens.at(who), "GET", target).body;
  };
  const auto units = as("leader@A", "/api/units");
  EXPECT_THAT(units, HasSubstr("\"code\": \"A1\""));
  EXPECT_THAT(units, Not(HasSubstr("\"code\": \"B")));
  EXPECT_THAT(as("member@A1", "/api/units"), Not(HasSubstr("\"code\": \"A2\"")));
  EXPECT_THAT(as("member@A1", "/api/directives"), HasSubstr("D1")) << "it binds her union";
  const auto accounts = as("administrator@A", "/api/accounts");
  EXPECT_THAT(accounts, HasSubstr("officer@A1"));
  EXPECT_THAT(accounts, Not(HasSubstr("member@B1")));
}

TEST_F(EveryRole, of_one_unit_alone_is_not_told_of_units_below_it) {
  DatabaseFile copy;
  copy.take_over(base);
  Cast more;
  Workplace(copy).appoint("treasurer@A", more);
  OpenSite site(copy);
  const auto status = [&](const std::string& target) {
    return site.ask_as(more.tokens.at("treasurer@A"), "GET", target).status;
  };
  EXPECT_EQ(status("/api/value?unit=A&element=A04&period=2026-Q1"), 200U);
  EXPECT_EQ(status("/api/values?unit=A&element=A04&period=2026-Q1&by=child"), 403U);
  EXPECT_EQ(status("/api/why?unit=A&element=A04&period=2026-Q1"), 403U);
  EXPECT_EQ(status("/api/units/A/children"), 403U);
  EXPECT_EQ(status("/api/events?unit=A"), 403U);
}

}  // namespace
}  // namespace nucong::http
