#include "http/params.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

const std::vector<Param> params = {
    {"code", ParamType::unit, Need::required, "option.unit", Where::path},
    {"period", ParamType::period, Need::required, "option.period"},
    {"tree", ParamType::tree, Need::optional, "option.tree"},
    {"by", ParamType::rows, Need::optional, "option.rows"},
    {"limit", ParamType::whole, Need::optional, "option.limit", Where::query, {}, 50},
    {"format", ParamType::choice, Need::optional, "option.format", Where::query, {"json", "csv"}},
};

Result<Params> read(const std::vector<QueryParam>& query) {
  return Params::read(params, std::vector<QueryParam>{{"code", "PTH"}}, query);
}

std::string fault(const std::vector<QueryParam>& query) {
  const auto got = read(query);
  if (got.has_value()) return "ok";
  return std::string(dotted(got.error().code())) + " " + got.error().place().cell;
}

TEST(Params, are_read_by_their_types) {
  const auto got =
      read({{"period", "2026-Q1"}, {"by", "level:2"}, {"limit", "50"}, {"format", "csv"}, {"tree", "as-is"}})
          .value();
  EXPECT_EQ(got.get<std::string>("code"), "PTH");
  EXPECT_EQ(got.get<Period>("period").str(), "2026-Q1");
  EXPECT_EQ(got.get<app::Rows>("by").level, 2U);
  EXPECT_EQ(got.get<std::uint32_t>("limit"), 50U);
  EXPECT_EQ(got.get<app::TreeChoice>("tree").kind, app::TreeChoice::Kind::as_is);
}

TEST(Params, that_were_not_given_are_not_there) {
  const auto got = read({{"period", "2026"}}).value();
  EXPECT_EQ(got.find<app::Rows>("by"), nullptr);
  EXPECT_EQ(got.get_or<std::uint32_t>("limit", 7), 7U);
}

TEST(Params, are_refused_one_by_one) {
  EXPECT_EQ(fault({}), "param.missing period");
  EXPECT_EQ(fault({{"period", "2026"}, {"perod", "2026"}}), "param.unknown perod");
  EXPECT_EQ(fault({{"period", "2026"}, {"period", "2026"}}), "param.twice period");
  EXPECT_EQ(fault({{"period", "q1"}}), "period.malformed period");
  EXPECT_EQ(fault({{"period", "2026"}, {"limit", "51"}}), "param.malformed limit");
  EXPECT_EQ(fault({{"period", "2026"}, {"limit", "-1"}}), "param.malformed limit");
  EXPECT_EQ(fault({{"period", "2026"}, {"limit", ""}}), "param.malformed limit");
  EXPECT_EQ(fault({{"period", "2026"}, {"by", "level"}}), "param.malformed by");
  EXPECT_EQ(fault({{"period", "2026"}, {"format", "xml"}}), "param.malformed format");
  EXPECT_EQ(fault({{"period", "2026"}, {"tree", "2026-02-30"}}), "date.impossible tree");
}

TEST(Params, of_the_path_are_not_taken_from_the_query) {
  EXPECT_EQ(fault({{"period", "2026"}, {"code", "HN"}}), "param.twice code");
}

TEST(Params, with_several_faults_are_refused_with_all_of_them) {
  const auto got = read({{"limit", "x"}, {"nothing", ""}});
  ASSERT_TRUE(got.has_error());
  EXPECT_EQ(got.error().code(), ErrorCode::request_rejected);
  ASSERT_EQ(got.error().causes().size(), 3U);
  EXPECT_EQ(got.error().causes()[2].code(), ErrorCode::param_missing);
}

}  // namespace
}  // namespace nucong::http
