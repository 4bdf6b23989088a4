// nucong follow, with a pause in which the test acts instead of time passing.
#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/words.hpp"
#include "cli/run.hpp"
#include "world/app.hpp"

namespace nucong::cli {
namespace {

using testing::HasSubstr;

/// What is printed, as a file that the program can print on.
class Printed {
 public:
  Printed() : file(::open_memstream(&bytes_, &size_)) {}
  Printed(const Printed&) = delete;
  Printed& operator=(const Printed&) = delete;
  ~Printed() {
    std::fclose(file);
    std::free(bytes_);  // NOLINT: open_memstream's own
  }
  [[nodiscard]] std::string text() {
    std::fflush(file);
    return {bytes_, size_};
  }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;

 public:
  std::FILE* file;
};

class ScriptedPause final : public app::Pause {
 public:
  explicit ScriptedPause(std::deque<std::function<void()>>& script) : script_(script) {}
  [[nodiscard]] bool wait() override {
    if (script_.empty()) return false;
    script_.front()();
    script_.pop_front();
    return true;
  }

 private:
  std::deque<std::function<void()>>& script_;
};

class NoDocuments final : public app::Documents {
 public:
  [[nodiscard]] Result<app::Document> read(std::string_view, const std::string& file) override {
    return fail(ErrorCode::file_unreadable, {{"file", file}});
  }
};

class FollowCommand : public testing::Test {
 protected:
  FollowCommand() {
    app.found(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found A parent=VN kind=grassroots");
  }

  // The program takes the database of `app` over, whose ports go on speaking to it while `script` runs.
  int run(std::vector<std::string> line) {
    const auto open_database = [&](const std::string&, Existing) -> Result<std::unique_ptr<app::Database>> {
      return std::move(app.database);
    };
    World world{.open_database = open_database,
                .back_up = {},
                .copy_store = {},
                .make_pause = [&] { return std::make_unique<ScriptedPause>(script); },
                .serve = {},
                .clock = app.clock,
                .files = app.files,
                .sheets = app.sheets,
                .documents = documents,
                .workers = app.workers,
                .knowledge = world::knowledge(),
                .wording = catalogue::load_wording().value(),
                .version = "test"};
    world.out = out.file;
    world.err = err.file;
    line.insert(line.begin(), {"nucong", "--lang", "en", "follow"});
    std::vector<char*> words;
    for (auto& word : line) words.push_back(word.data());
    return cli::run(world, static_cast<int>(words.size()), words.data());
  }

  world::App app;
  NoDocuments documents;
  std::deque<std::function<void()>> script;
  Printed out;
  Printed err;
};

TEST_F(FollowCommand, prints_each_act_when_it_has_happened_until_it_is_interrupted) {
  script = {[&] {
              EXPECT_EQ(out.text(), "") << "only what comes from now on";
              app.tell("A,2026-Q1,A04,80\n");
            },
            [&] {
              EXPECT_EQ(out.text(), "     2  2026-11-01  reports submitted     1 report\n");
              app.tell("A,2026-Q1,A04,81\n");
              app.tell("A,2026-Q1,A04,82\n");
            },
            [] {}};
  EXPECT_EQ(run({}), 0);
  EXPECT_EQ(out.text(),
            "     2  2026-11-01  reports submitted     1 report\n"
            "     3  2026-11-01  reports submitted     1 report\n"
            "     4  2026-11-01  reports submitted     1 report\n");
  EXPECT_THAT(err.text(), HasSubstr("Following from after act 1"));
}

TEST_F(FollowCommand, prints_reports_as_json_lines) {
  app.tell("A,2026-Q1,A03,120\nA,2026-Q1,A04,80\n");
  EXPECT_EQ(run({"--after", "1", "--once", "--reports", "--format", "json"}), 0);
  EXPECT_THAT(out.text(),
              testing::StartsWith("{\"sequence\": 2, \"day\": \"2026-11-01\", \"kind\": \"report.submit\", "
                                  "\"summary\": \"1 report\"}\n{\"sequence\": 2, \"unit\": \"A\", "
                                  "\"period\": \"2026-Q1\", \"version\": 1, "));
  EXPECT_THAT(out.text(), testing::EndsWith("\"figures\": 2}\n"));
  EXPECT_EQ(err.text(), "");
}

TEST_F(FollowCommand, once_does_not_wait) {
  script = {[] { ADD_FAILURE() << "it waited"; }};
  EXPECT_EQ(run({"--after", "0", "--once"}), 0);
  EXPECT_THAT(out.text(), HasSubstr("units recorded"));
}

TEST_F(FollowCommand, refuses_what_it_cannot_follow) {
  EXPECT_EQ(run({"--after", "2"}), 1);
  EXPECT_THAT(err.text(), HasSubstr("[act.unknown]"));
}

TEST_F(FollowCommand, refuses_csv_which_has_one_shape_of_row) {
  EXPECT_EQ(run({"--once", "--format", "csv"}), 2);
  EXPECT_EQ(out.text(), "");
}

}  // namespace
}  // namespace nucong::cli
