#include "ooxml/zip_archive.hpp"

#include <gtest/gtest.h>

#include "ooxml/zip_fixture.hpp"

namespace nucong::ooxml {
namespace {

// Packs about 4:1, so that only the limit under test is passed.
std::string noise(std::size_t size) {
  std::string text;
  for (std::uint32_t seed = 1; text.size() < size; seed = seed * 1'664'525U + 1'013'904'223U)
    text += std::to_string(seed >> 28);
  text.resize(size);
  return text;
}

std::string what(const Error& error) {
  return error.params().front().value;
}

TEST(ZipArchive, reads_entries_without_regard_to_case) {
  const std::string bytes = zip_of({{"xl/Book.xml", "abc"}, {"empty", ""}});
  auto archive = ZipArchive::open(bytes, {}).value();
  EXPECT_TRUE(archive.has("XL/book.xml"));
  EXPECT_FALSE(archive.has("xl"));
  EXPECT_EQ(archive.read("xl/book.XML").value(), "abc");
  EXPECT_EQ(archive.read("empty").value(), "");
  EXPECT_EQ(archive.read("absent").error().code(), ErrorCode::package_damaged);
}

TEST(ZipArchive, stops_at_each_limit) {
  const std::string bytes =
      zip_of({{"a", noise(300'000)}, {"b", noise(300'000)}, {"c", std::string(300'000, ' ')}});
  EXPECT_EQ(what(ZipArchive::open(bytes, {.entries_max = 2}).error()), "entries");
  auto small = ZipArchive::open(bytes, {.entry_bytes_max = 299'999}).value();
  EXPECT_EQ(what(small.read("a").error()), "entry");
  auto total = ZipArchive::open(bytes, {.total_bytes_max = 599'999}).value();
  EXPECT_TRUE(total.read("a").has_value());
  EXPECT_EQ(what(total.read("b").error()), "total");
  auto dense = ZipArchive::open(bytes, {.ratio_max = 100, .ratio_from_bytes = 200'000}).value();
  EXPECT_TRUE(dense.read("a").has_value());
  EXPECT_EQ(what(dense.read("c").error()), "ratio");
  auto exact =
      ZipArchive::open(bytes, {.entries_max = 3, .entry_bytes_max = 300'000, .total_bytes_max = 600'000})
          .value();
  EXPECT_TRUE(exact.read("a").has_value());
  EXPECT_TRUE(exact.read("b").has_value());
}

TEST(ZipArchive, does_not_believe_the_size_in_the_header) {
  std::string bytes = zip_of({{"a", std::string(3'000'000, ' ')}});
  // The central directory (PK 01 02) holds the unpacked size at offset 24: claim that it is 9.
  const auto directory = bytes.rfind("PK\x01\x02");
  bytes.replace(directory + 24, 4, std::string("\x09\x00\x00\x00", 4));
  auto archive = ZipArchive::open(bytes, {}).value();
  EXPECT_FALSE(archive.read("a").has_value());
}

}  // namespace
}  // namespace nucong::ooxml
