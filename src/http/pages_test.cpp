#include "http/pages.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

constexpr std::array files = {PageFile{"index.html", "<html>", {}},
                              PageFile{"assets/a-1.js", "let a", "zipped"}, PageFile{"sw.js", "worker", {}}};

std::optional<Response> ask(const std::string& target, std::vector<Field> fields = {},
                            const std::string& method = "GET") {
  static const Pages pages(files);
  return pages.answer({"r1", method, parse_target(target).value(), std::move(fields), "127.0.0.1", {}});
}

TEST(Pages, are_files_and_places_within_the_application) {
  EXPECT_EQ(ask("/")->body, "<html>");
  EXPECT_EQ(ask("/bao-cao/A1/2026-Q3?cay=as-is")->body, "<html>");
  EXPECT_EQ(ask("/assets/a-1.js")->body, "let a");
  EXPECT_FALSE(ask("/api/nothing"));
  EXPECT_FALSE(ask("/assets/gone.js")) << "a page in place of a script would only confuse";
  EXPECT_FALSE(ask("/robots.txt"));
  EXPECT_FALSE(ask("/", {}, "POST"));
}

TEST(Pages, that_never_change_are_kept_forever_and_others_are_asked_for_again) {
  EXPECT_EQ(ask("/assets/a-1.js")->field("Cache-Control"), "public, max-age=31536000, immutable");
  const auto page = ask("/");
  EXPECT_EQ(page->field("Cache-Control"), "no-cache");
  EXPECT_EQ(ask("/", {{"if-none-match", std::string(page->field("ETag"))}})->status, 304U);
  EXPECT_TRUE(page->is_page);
}

TEST(Pages, are_sent_short_to_whoever_can_read_it) {
  const auto zipped = ask("/assets/a-1.js", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(zipped->body, "zipped");
  EXPECT_EQ(zipped->field("Content-Encoding"), "gzip");
  EXPECT_EQ(ask("/sw.js", {{"accept-encoding", "gzip"}})->field("Content-Encoding"), "");
  EXPECT_EQ(ask("/sw.js")->field("Content-Type"), "text/javascript; charset=utf-8");
}

}  // namespace
}  // namespace nucong::http
