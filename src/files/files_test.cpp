#include "files/files.hpp"

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

namespace nucong::files {
namespace {

class Folder : public ::testing::Test {
 protected:
  Folder() : path(std::filesystem::temp_directory_path() / ("nucong-files-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path);
  }
  ~Folder() override { std::filesystem::remove_all(path); }

  const std::filesystem::path path;
  SystemFiles files;
};

TEST_F(Folder, reads_back_what_was_written) {
  ASSERT_TRUE(files.write(path / "a", "một\nhai").has_value());
  EXPECT_EQ(files.read(path / "a", 100).value(), "một\nhai");
  EXPECT_FALSE(std::filesystem::exists(path / "a.part"));
}

TEST_F(Folder, never_writes_over_what_is_there) {
  ASSERT_TRUE(files.write(path / "d", "filled in by somebody").has_value());
  EXPECT_EQ(files.write(path / "d", "empty").error().code(), ErrorCode::file_exists);
  EXPECT_EQ(files.read(path / "d", 100).value(), "filled in by somebody");
}

TEST_F(Folder, says_what_is_missing_unreadable_or_too_large) {
  EXPECT_EQ(files.read(path / "none", 100).error().code(), ErrorCode::file_missing);
  EXPECT_EQ(files.read(path, 100).error().code(), ErrorCode::file_unreadable);
  ASSERT_TRUE(files.write(path / "b", std::string(1000, 'x')).has_value());
  EXPECT_EQ(files.read(path / "b", 999).error().code(), ErrorCode::file_too_large);
  EXPECT_EQ(files.write(path / "no" / "folder", "x").error().code(), ErrorCode::file_unwritable);
}

TEST_F(Folder, a_full_disk_is_told_and_leaves_no_half_file) {
  std::filesystem::create_symlink("/dev/full", path / "c.part");
  EXPECT_EQ(files.write(path / "c", "x").error().code(), ErrorCode::store_full);
  EXPECT_FALSE(std::filesystem::exists(path / "c"));
}

TEST(SystemClock, tells_a_day_of_our_time) {
  EXPECT_GT(SystemClock().today(), make_date(2024, 1, 1));
}

}  // namespace
}  // namespace nucong::files
