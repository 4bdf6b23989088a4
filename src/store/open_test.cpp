// What can be wrong with an address, and with what is found there.
#include "store/open.hpp"

#include <fstream>

#include <sqlite3.h>
#include <sys/stat.h>

#include "store/child_test.hpp"
#include "store/contract_test.hpp"
#include "store/detail/address.hpp"

namespace nucong::store {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void sqlite(const std::string& path, const std::string& sql) {
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  sqlite3_close(connection);
}

class Open : public testing::Test {
 protected:
  /// The error code of opening a file here.
  std::optional<ErrorCode> refusal(const std::string& name, OpenMode mode = OpenMode::create_if_missing) {
    return code(open("sqlite:" + folder.file(name), mode));
  }
  void make(const std::string& name) {
    const auto database = open("sqlite:" + folder.file(name), OpenMode::create_if_missing).value();
    ASSERT_TRUE(submit(*database, std::vector{report(0, "2024-Q1")}, today).has_value());
  }

  scratch::Folder folder;
};

TEST_F(Open, shows_no_password) {
  EXPECT_EQ(masked("postgresql://lan:secret@db.example/nucong"), "postgresql://***@db.example/nucong");
  EXPECT_EQ(masked("postgres://lan:se@cr/et@db:5432/n?sslmode=require"),
            "postgres://***@db:5432/n?sslmode=require");
  EXPECT_EQ(masked("postgresql://db/n?user=lan&password=secret&sslmode=require"),
            "postgresql://db/n?user=***&password=***&sslmode=require");
  EXPECT_EQ(masked("postgresql:///n?password=secret"), "postgresql:///n?password=***");
  EXPECT_EQ(masked("mysql://lan:secret@db/n"), "mysql://***@db/n");
  EXPECT_EQ(masked("postgresql://db/n"), "postgresql://db/n");
  EXPECT_EQ(masked("sqlite:a/user=b@c.db"), "sqlite:a/user=b@c.db");
}

TEST_F(Open, refuses_an_address_that_it_cannot_read) {
  for (const std::string url : {"", "nucong.db", "sqlite:", "mysql://lan:secret@db/n",
                                "postgresql://lan:secret@%zz/n", "postgresql://lan:secret@db/n?colour=red"}) {
    const auto refused = open(url, OpenMode::create_if_missing);
    EXPECT_EQ(code(refused), ErrorCode::store_url_malformed) << url;
    EXPECT_THAT(param(refused, "url"), Not(HasSubstr("secret")));
  }
}

TEST_F(Open, makes_a_file_only_when_asked_to) {
  EXPECT_EQ(refusal("new.db", OpenMode::must_exist), ErrorCode::store_missing);
  EXPECT_FALSE(std::filesystem::exists(folder.file("new.db")));
  EXPECT_EQ(refusal("new.db"), std::nullopt);
  EXPECT_EQ(refusal("new.db", OpenMode::must_exist), std::nullopt);
  write(folder.file("empty.db"), "");
  EXPECT_EQ(refusal("empty.db", OpenMode::must_exist), ErrorCode::store_missing);
  EXPECT_EQ(refusal("empty.db"), std::nullopt);
  EXPECT_EQ(refusal("no folder/new.db"), ErrorCode::store_unreachable);
}

TEST_F(Open, takes_any_file_name) {
  for (const std::string name :
       {"a b  c.db", "x=1 dbname=y.db", "\"quoted\".db", "nữ công'.db", "?mode=memory"}) {
    EXPECT_EQ(refusal(name), std::nullopt) << name;
    EXPECT_TRUE(std::filesystem::exists(folder.file(name))) << name;
  }
}

TEST_F(Open, leaves_what_is_not_ours_alone) {
  write(folder.file("letter.txt"), std::string(3000, 'x'));
  EXPECT_EQ(refusal("letter.txt"), ErrorCode::store_not_ours);
  EXPECT_EQ(content(folder.file("letter.txt")), std::string(3000, 'x'));
  EXPECT_EQ(param(open("sqlite:" + folder.file("letter.txt"), OpenMode::must_exist), "file"),
            folder.file("letter.txt"));
  sqlite(folder.file("tables.db"), "CREATE TABLE song(title TEXT);");
  sqlite(folder.file("meta.db"),
         "CREATE TABLE meta(key TEXT, value TEXT); INSERT INTO meta VALUES('program','songs');");
  sqlite(folder.file("half.db"), "CREATE TABLE meta(name TEXT);");
  for (const std::string name : {"tables.db", "meta.db", "half.db"}) {
    const std::string before = content(folder.file(name));
    const auto refused = open("sqlite:" + folder.file(name), OpenMode::create_if_missing);
    EXPECT_EQ(code(refused), ErrorCode::store_not_ours) << name;
    EXPECT_EQ(param(refused, "file"), folder.file(name));
    EXPECT_EQ(content(folder.file(name)), before) << name;
  }
}

TEST_F(Open, leaves_a_newer_schema_alone) {
  make("new.db");
  sqlite(folder.file("new.db"), "UPDATE meta SET value = '99' WHERE key = 'schema_version';");
  const std::string before = content(folder.file("new.db"));
  const auto refused = open("sqlite:" + folder.file("new.db"), OpenMode::create_if_missing);
  EXPECT_EQ(code(refused), ErrorCode::store_newer);
  EXPECT_EQ(param(refused, "found"), "99");
  EXPECT_EQ(param(refused, "known"), "6");
  EXPECT_EQ(content(folder.file("new.db")), before);
}

TEST_F(Open, a_file_that_may_only_be_read_is_read_only) {
  make("old.db");
  ASSERT_EQ(::chmod(folder.file("old.db").c_str(), 0444), 0);
  const auto child = start_child([&] {
    // The superuser may write everywhere.
    if (::getuid() == 0 && ::setuid(65534) != 0) return 1;
    return status_of(open("sqlite:" + folder.file("old.db"), OpenMode::must_exist));
  });
  EXPECT_EQ(end_of(child), status_of_code(ErrorCode::store_read_only));
}

TEST_F(Open, several_processes_may_make_it_at_once) {
  std::vector<std::string> urls = {"sqlite:" + folder.file("new.db")};
  std::optional<scratch::PostgresqlDatabase> database;
  if (scratch::server()) urls.push_back(database.emplace().url());
  for (const std::string& url : urls) {
    std::vector<pid_t> children;
    for (std::uint32_t i = 0; i < 6; ++i) {
      children.push_back(start_child([&] {
        const auto opened = open(url, OpenMode::create_if_missing);
        return opened ? status_of(submit(*opened.value(), std::vector{report(i, "2024-Q1")}, today))
                      : status_of(opened);
      }));
    }
    for (const pid_t child : children) EXPECT_EQ(end_of(child), 0) << url;
    const auto opened = open(url, OpenMode::must_exist).value();
    EXPECT_EQ(all_versions(*opened).size(), 6U);
    EXPECT_EQ(opened->acts(0).value().size(), 6U);
    EXPECT_THAT(opened->verify().value(), IsEmpty());
  }
}

TEST_F(Open, in_memory_each_object_has_its_own) {
  const std::string url = "sqlite::memory:";
  const auto first = open(url, OpenMode::create_if_missing).value();
  const auto second = open(url, OpenMode::create_if_missing).value();
  ASSERT_TRUE(submit(*first, std::vector{report(0, "2024-Q1")}, today).has_value());
  EXPECT_EQ(first->latest().value(), 1U);
  EXPECT_EQ(second->latest().value(), 0U);
  EXPECT_EQ(code(open(url, OpenMode::must_exist)), ErrorCode::store_missing) << "a new one has no tables";
  EXPECT_FALSE(std::filesystem::exists(":memory:"));
}

class OpenPostgresql : public testing::Test {
 protected:
  void SetUp() override {
    if (!scratch::server()) GTEST_SKIP() << "NUCONG_TEST_POSTGRES names no server";
    database.emplace();
  }
  std::optional<scratch::PostgresqlDatabase> database;
};

TEST_F(OpenPostgresql, makes_tables_only_when_asked_to) {
  EXPECT_EQ(code(open(database->url(), OpenMode::must_exist)), ErrorCode::store_missing);
  EXPECT_EQ(code(open(database->url(), OpenMode::create_if_missing)), std::nullopt);
  EXPECT_EQ(code(open(database->url(), OpenMode::must_exist)), std::nullopt);
  EXPECT_EQ(code(open(database->url() + "_other", OpenMode::create_if_missing)), ErrorCode::store_missing);
}

TEST_F(OpenPostgresql, leaves_what_is_not_ours_or_newer_alone) {
  scratch::run_sql(database->url(), "CREATE TABLE song (title TEXT)");
  EXPECT_EQ(code(open(database->url(), OpenMode::create_if_missing)), ErrorCode::store_not_ours);
  scratch::run_sql(database->url(), "DROP TABLE song");
  ASSERT_TRUE(open(database->url(), OpenMode::create_if_missing).has_value());
  scratch::run_sql(database->url(), "UPDATE meta SET value = '99' WHERE key = 'schema_version'");
  const auto refused = open(database->url(), OpenMode::create_if_missing);
  EXPECT_EQ(code(refused), ErrorCode::store_newer);
  EXPECT_EQ(param(refused, "found"), "99");
}

TEST_F(OpenPostgresql, a_server_that_is_not_there_is_unreachable) {
  const auto refused = open("postgresql://lan:secret@127.0.0.1:1/nucong", OpenMode::must_exist);
  EXPECT_EQ(code(refused), ErrorCode::store_unreachable);
  for (const auto& one : refused.error().params()) EXPECT_THAT(one.value, Not(HasSubstr("secret")));
}

TEST_F(OpenPostgresql, takes_a_password_with_any_letters) {
  std::string url = database->url();
  url.replace(url.find("postgres@"), 8, "postgres:a%20b%20%20c%3Dd%27e%5Cf%20");
  EXPECT_EQ(code(open(url, OpenMode::create_if_missing)), std::nullopt);
}

TEST_F(OpenPostgresql, a_standby_is_read_only) {
  auto opened = open(database->url(), OpenMode::create_if_missing).value();
  scratch::run_sql(database->url(),
                   "ALTER DATABASE " + database->name() + " SET default_transaction_read_only = on");
  opened = open(database->url(), OpenMode::must_exist).value();
  EXPECT_EQ(code(submit(*opened, std::vector{report(0, "2024-Q1")}, today)), ErrorCode::store_read_only);
  EXPECT_TRUE(opened->events().has_value());
}

}  // namespace
}  // namespace nucong::store
