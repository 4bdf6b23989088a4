#include "ooxml/xml.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace nucong::ooxml {
namespace {

std::vector<std::string> items(const XmlPart& part) {
  std::vector<std::string> texts;
  const auto walked = for_each_element(part, {"list", "item"}, [&](pugi::xml_node item) -> Result<> {
    texts.push_back(text_of(item));
    return ok();
  });
  if (!walked) texts.emplace_back(dotted(walked.error().code()));
  return texts;
}

TEST(ForEachElement, hands_out_direct_children_only) {
  EXPECT_EQ(
      items({"p", "<r><item>no</item><list><item>a</item><other><item>no</item></other><item/></list></r>"}),
      (std::vector<std::string>{"a", ""}));
  EXPECT_EQ(items({"p", "<list><item>a<list><item>inner</item></list></item><item>b</item></list>"}),
            (std::vector<std::string>{"a", "b"}));
}

TEST(ForEachElement, is_not_misled_by_comments_quotes_and_cdata) {
  EXPECT_EQ(
      items(
          {"p", "<?x <item> ?><list a='>' b=\"/>\"><!-- <item> --><item>a<![CDATA[</item>]]></item></list>"}),
      (std::vector<std::string>{"a</item>"}));
}

TEST(ForEachElement, refuses_what_is_not_balanced) {
  for (const auto* text : {"", "text", "<list>", "</list>", "<list></list", "<a><b></a></b>", "<!-- ",
                           "<![CDATA[", "<?x", "<>", "< a/>", "<list><item></list>", "<!DOCTYPE a><list/>"})
    EXPECT_EQ(items({"p", text}), (std::vector<std::string>{"package.damaged"})) << text;
}

TEST(ForEachElement, refuses_an_element_too_large_for_a_tree) {
  const XmlPart part{"p", "<list><item>" + std::string(element_bytes_max, 'x') + "</item></list>"};
  EXPECT_EQ(items(part), (std::vector<std::string>{"package.too_large"}));
}

TEST(TextOf, keeps_a_lone_space_and_never_expands_an_unknown_entity) {
  EXPECT_EQ(items({"p", "<list><item> </item><item>&lt;&#272;&unknown;</item></list>"}),
            (std::vector<std::string>{" ", "<Đ&unknown;"}));
}

}  // namespace
}  // namespace nucong::ooxml
