// All papers here are made up, also where their numbers are those of real ones.
#include "directive/paper/paper_graph.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

HeldPaper held(const std::string& text) {
  return {head_of(text), read(text).citations};
}

// The papers and edges that directives with these bodies give: "number or title" and "from > cites".
struct Told {
  std::vector<std::string> papers;
  std::vector<std::string> edges;
};

Told told(const std::vector<HeldPaper>& all) {
  const PaperGraph graph = paper_graph(all);
  Told told;
  for (const Paper& paper : graph.papers)
    told.papers.push_back(paper.number.empty() ? paper.title : paper.number);
  for (const PaperEdge& edge : graph.edges)
    told.edges.push_back(told.papers[edge.from] + " > " + told.papers[edge.cites]);
  return told;
}

HeldPaper citing(const std::string& number, const std::string& body) {
  return held("Số: " + number + "\nSông Trà, ngày 21 tháng 2 năm 2025\nKẾ HOẠCH\nViệc số " + number + "\n\n" +
              body);
}

using Names = std::vector<std::string>;

TEST(DirectivePaperGraph, a_directive_is_the_paper_that_another_cites) {
  const auto graph =
      paper_graph(std::vector{citing("41/KH-LĐLĐ", "Thực hiện Hướng dẫn số 07 /HD-TLĐ của Tổng Liên đoàn."),
                              held("Số: 07/HD-TLĐ\nHƯỚNG DẪN\nNữ công\n\nCăn cứ Nghị quyết số 28/NQ-CP.")});
  ASSERT_EQ(graph.papers.size(), 3U);
  EXPECT_EQ(graph.papers[1].held, std::vector<std::size_t>{1});
  EXPECT_EQ(graph.papers[1].title, "HƯỚNG DẪN Nữ công");
  EXPECT_TRUE(graph.papers[2].held.empty());
  EXPECT_EQ(graph.edges, (std::vector<PaperEdge>{{0, 1}, {1, 2}}));
}

TEST(DirectivePaperGraph, one_number_is_written_in_many_ways) {
  const auto graph = told({citing("1/KH-A", "Theo Nghị quyết số 05-NQ/TW."),
                           citing("2/KH-A", "Theo Nghị quyết số 5 – NQ/TW."),
                           citing("3/KH-A", "Theo Nghị quyết 05 -NQ/TW.")});
  EXPECT_EQ(graph.papers, (Names{"1/KH-A", "05-NQ/TW", "2/KH-A", "3/KH-A"}));
}

TEST(DirectivePaperGraph, party_and_state_numbers_are_two_papers) {
  const auto graph = told({citing("1/KH-A", "Theo Chỉ thị số 05-CT/TW và Chỉ thị số 05/CT-TW.")});
  EXPECT_EQ(graph.papers, (Names{"1/KH-A", "05-CT/TW", "05/CT-TW"}));
}

TEST(DirectivePaperGraph, dates_part_papers_of_one_number) {
  const auto graph = told({citing("1/KH-A", "Theo Nghị quyết số 02-NQ/TW ngày 12/6/2021."),
                           citing("2/KH-A", "Theo Nghị quyết số 02-NQ/TW ngày 03/4/2024."),
                           citing("3/KH-A", "Theo Nghị quyết số 02-NQ/TW.")});
  EXPECT_EQ(graph.papers.size(), 6U);  // which one the third means is open
  const auto joined = told({citing("1/KH-A", "Theo Nghị quyết số 02-NQ/TW."),
                            citing("2/KH-A", "Theo Nghị quyết số 02-NQ/TW ngày 03/4/2024.")});
  EXPECT_EQ(joined.edges, (Names{"1/KH-A > 02-NQ/TW", "2/KH-A > 02-NQ/TW"}));
  const auto first = told({citing("1/KH-A", "Theo Nghị quyết số 02-NQ/TW."),
                           citing("2/KH-A", "Theo Nghị quyết số 02-NQ/TW ngày 12/6/2021."),
                           citing("3/KH-A", "Theo Nghị quyết số 02-NQ/TW ngày 03/4/2024.")});
  EXPECT_EQ(first.papers.size(), 6U);  // the order in which they come does not matter
  EXPECT_EQ(told({citing("1/KH-A", "Theo Nghị định số 145/2020/NĐ-CP ngày 14/12/2020."),
                  citing("2/KH-A", "Theo Nghị định số 145/2020/NĐ-CP.")})
                .papers.size(),
            3U);
}

TEST(DirectivePaperGraph, a_short_number_joins_the_only_one_it_can_be) {
  const auto joined = told({citing("1/KH-A", "Theo Nghị quyết 28, các cấp làm việc."),
                            citing("2/KH-A", "Theo Nghị quyết số 28/NQ-CP và Kế hoạch số 28/KH-B.")});
  EXPECT_EQ(joined.edges, (Names{"1/KH-A > 28/NQ-CP", "2/KH-A > 28/NQ-CP", "2/KH-A > 28/KH-B"}));
  const auto open = told({citing("1/KH-A", "Theo Nghị quyết 28, các cấp làm việc."),
                          citing("2/KH-A", "Theo Nghị quyết số 28/NQ-CP."),
                          citing("3/KH-A", "Theo Nghị quyết số 28-NQ/TW."),
                          citing("4/KH-A", "Theo Nghị quyết 28, các cấp làm việc.")});
  EXPECT_EQ(open.edges, (Names{"1/KH-A > 28", "2/KH-A > 28/NQ-CP", "3/KH-A > 28-NQ/TW", "4/KH-A > 28"}));
}

TEST(DirectivePaperGraph, laws_are_known_by_name_and_year) {
  const auto graph =
      told({citing("1/KH-A", "Căn cứ Luật Công đoàn năm 2024."),
            citing("2/KH-A", "Căn cứ Luật Công đoàn số 50/2024/QH15 ngày 27/11/2024."),
            citing("3/KH-A", "Căn cứ Luật Công đoàn."), citing("4/KH-A", "Căn cứ Luật số 50/2024/QH15.")});
  EXPECT_EQ(graph.papers, (Names{"1/KH-A", "50/2024/QH15", "2/KH-A", "3/KH-A", "4/KH-A"}));
  const auto two = told({citing("1/KH-A", "Căn cứ Luật Công đoàn năm 2012."),
                         citing("2/KH-A", "Căn cứ Luật Công đoàn năm 2024.")});
  EXPECT_EQ(two.papers.size(), 4U);
}

TEST(DirectivePaperGraph, names_that_tell_their_time_are_parted_by_it) {
  const auto graph = told(
      {citing("1/KH-A", "Theo Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030."),
       citing("2/KH-A", "Theo Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 – 2030."),
       citing("3/KH-A", "Theo Chiến lược quốc gia về bình đẳng giới giai đoạn 2011-2020."),
       citing("4/KH-A", "Theo Nghị quyết Trung ương 4 khóa XII."), citing("5/KH-A", "Theo Nghị quyết 4.")});
  EXPECT_EQ(graph.papers.size(), 9U);
}

TEST(DirectivePaperGraph, a_held_law_is_matched_by_its_title) {
  const auto graph = paper_graph(
      std::vector{citing("1/KH-A", "Căn cứ Luật Công đoàn năm 2024."), held("LUẬT\nCÔNG ĐOÀN\n")});
  ASSERT_EQ(graph.papers.size(), 2U);
  EXPECT_EQ(graph.papers[1].held, std::vector<std::size_t>{1});
}

TEST(DirectivePaperGraph, the_year_that_is_told_first_stays) {
  const auto graph =
      told({held("Số: 50/VB\nLUẬT\nCÔNG ĐOÀN\n"), citing("1/KH-A", "Căn cứ Luật Công đoàn năm 2024."),
            citing("2/KH-A", "Căn cứ Luật Công đoàn năm 2012.")});
  EXPECT_EQ(graph.papers.size(), 4U);
}

TEST(DirectivePaperGraph, the_same_directive_twice_is_one_paper) {
  const auto graph = paper_graph(
      std::vector{citing("1/KH-A", "Căn cứ Luật Công đoàn."), citing("1/KH-A", "Căn cứ Luật Công đoàn."),
                  citing("2/KH-A", "Theo Kế hoạch số 1/KH-A và Kế hoạch 1/KH-A.")});
  EXPECT_EQ(graph.papers[0].held, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(graph.edges, (std::vector<PaperEdge>{{0, 1}, {2, 0}}));
}

TEST(DirectivePaperGraph, offices_that_number_alike_keep_their_papers_apart) {
  const auto graph = paper_graph(std::vector{held("Số: 12/KH-LĐLĐ\nKẾ HOẠCH\nTháng hành động"),
                                             held("Số: 12/KH-LĐLĐ\nKẾ HOẠCH\nHội thi nấu ăn"),
                                             held("THƯ\nXin chào"), held("THƯ\nXin chào")});
  EXPECT_EQ(graph.papers.size(), 4U);
}

TEST(DirectivePaperGraph, a_directive_does_not_cite_itself) {
  EXPECT_TRUE(told({citing("1/KH-A", "Kế hoạch số 1/KH-A được gửi đến các đơn vị.")}).edges.empty());
  EXPECT_TRUE(paper_graph({}).papers.empty());
}

}  // namespace
}  // namespace nucong::directive
