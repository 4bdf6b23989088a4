#include "ooxml/relationships.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ooxml/zip_fixture.hpp"

namespace nucong::ooxml {
namespace {

TEST(Resolved, walks_from_the_folder_of_the_part) {
  EXPECT_EQ(resolved("xl/worksheets/sheet1.xml", "../media/a.xml"), "xl/media/a.xml");
  EXPECT_EQ(resolved("word/document.xml", "/docProps/./app.xml"), "docProps/app.xml");
  EXPECT_EQ(resolved("", "../../word//document.xml"), "word/document.xml");
}

TEST(Relationships, keep_inside_and_outside_apart) {
  const std::string bytes =
      zip_of({{"a/b.xml", ""},
              {"a/_rels/b.xml.rels",
               "<Relationships><Relationship Id='1' Type='http://x/footnotes' Target='c.xml'/>"
               "<Relationship Id='2' Type='http://x/attachedTemplate' Target='http://y/t.dotm' "
               "TargetMode='External'/>"
               "</Relationships>"}});
  auto archive = ZipArchive::open(bytes, {}).value();
  const auto inside = relationships_of(archive, "a/b.xml").value();
  ASSERT_EQ(inside.size(), 1U);
  EXPECT_EQ(inside.front().type, "footnotes");
  EXPECT_EQ(inside.front().target, "a/c.xml");
  EXPECT_THAT(outside_links_of(archive, "a/b.xml").value(), testing::ElementsAre("attachedTemplate"));
  EXPECT_TRUE(relationships_of(archive, "a/c.xml").value().empty());
}

}  // namespace
}  // namespace nucong::ooxml
