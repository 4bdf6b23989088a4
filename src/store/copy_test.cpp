#include "store/copy.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "store/open.hpp"
#include "world/world.hpp"

namespace nucong::store {
namespace {

class Copying : public ::testing::Test {
 protected:
  Copying()
      : folder_(std::filesystem::temp_directory_path() / ("nucong-copy-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    const auto store = open(url("a"), OpenMode::create_if_missing);
    const auto day = make_date(2026, 1, 1);
    const auto events =
        world::events("2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN kind=zone");
    if (!store.value()->record_events(events, 0, day) ||
        !store.value()->submit(std::vector{app::StoredReport{Slot(1U), Period::year(2024), 1, "", day, "",
                                                             "A04=7", "A04\twhy\n"}},
                               day))
      throw std::logic_error("no store to copy");
  }
  ~Copying() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] std::string url(const std::string& name) const { return "sqlite:" + path(name); }

 private:
  std::filesystem::path folder_;
};

TEST_F(Copying, a_backup_restored_answers_as_the_original_did) {
  ASSERT_TRUE(backup(url("a"), path("b")).has_value());
  ASSERT_TRUE(copy(url("b"), url("c")).has_value());
  const auto a = open(url("a"), OpenMode::must_exist);
  const auto c = open(url("c"), OpenMode::must_exist);
  EXPECT_EQ(c.value()->events().value().size(), 2U);
  EXPECT_EQ(c.value()->versions(Slot(1U), Period::year(2024)).value(),
            a.value()->versions(Slot(1U), Period::year(2024)).value());
  EXPECT_EQ(c.value()->acts(0).value(), a.value()->acts(0).value());
}

TEST_F(Copying, nothing_is_written_over_and_nothing_half_is_left) {
  std::ofstream(path("taken")) << "somebody's";
  EXPECT_EQ(backup(url("a"), path("taken")).error().code(), ErrorCode::file_exists);
  EXPECT_EQ(backup(url("a"), path("no/folder/b")).error().kind(), ErrorKind::unavailable);
  EXPECT_FALSE(std::filesystem::exists(path("b.part")));
  EXPECT_EQ(copy(url("a"), url("a")).has_value(), false);
  ASSERT_TRUE(open(url("empty"), OpenMode::create_if_missing).has_value());
  EXPECT_EQ(copy(url("empty"), url("d")).error().code(), ErrorCode::store_missing);
}

}  // namespace
}  // namespace nucong::store
