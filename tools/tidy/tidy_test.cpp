#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidy/architecture.hpp"
#include "tidy/checks.hpp"
#include "tidy/source.hpp"

namespace nucong::tidy {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* table = R"(# base <- unit <- app <- store, cli
set(NUCONG_MODULES base unit app store cli)
set(ARCH_base)
set(ARCH_unit base)
set(ARCH_app base unit)   # use cases
set(ARCH_store base unit app)
set(ARCH_cli base unit app)
)";

const char* const header_top = "// A role.\n#pragma once\n";

Tree tree_of(std::vector<File> files) {
  return Tree(std::move(files));
}

Tree with_table(std::vector<File> files) {
  files.push_back({"cmake/Architecture.cmake", table});
  return Tree(std::move(files));
}

/// The findings of one check, as it would print them.
template <class Check>
std::vector<std::string> found(Check check, const Tree& tree) {
  Findings findings;
  check(tree, findings);
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(finding.str());
  return lines;
}

TEST(Source, blanks_comments_and_literals_but_keeps_columns) {
  const auto lines =
      source_lines("int a = 1'000; // printf(\nauto b = \"x\\\"y\"; char c = '\"'; /* z\nz */ d();\n");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].code, "int a = 1'000; " + std::string(10, ' '));
  EXPECT_EQ(lines[1].code, "auto b = \"    \"; char c = ' ';     ");
  EXPECT_EQ(lines[2].code, "     d();");
  EXPECT_EQ(lines[1].raw, "auto b = \"x\\\"y\"; char c = '\"'; /* z");
}

TEST(Source, a_raw_string_is_data) {
  const auto lines = source_lines("auto s = R\"q(one\n#include \"a/b.hpp\" )\"\n)q\"; e();\nf();\n");
  EXPECT_FALSE(lines[0].in_literal);
  EXPECT_TRUE(lines[1].in_literal);
  EXPECT_EQ(lines[2].code, "  \"; e();");
  EXPECT_FALSE(lines[3].in_literal);
  EXPECT_THAT(includes_of(lines), IsEmpty());
}

TEST(Source, a_word_is_found_whole_only) {
  EXPECT_TRUE(has_word("x = rand();", "rand("));
  EXPECT_FALSE(has_word("x = operand();", "rand("));
  EXPECT_TRUE(has_word("operand(rand())", "rand("));
  EXPECT_FALSE(has_word("XXXXXX",
                        "X"
                        "XX"));
}

TEST(Source, columns_are_code_points) {
  EXPECT_EQ(code_points("đoàn"), 4U);
}

TEST(Table, a_sound_one_has_no_findings) {
  EXPECT_THAT(found(check_table, with_table({})), IsEmpty());
}

TEST(Table, its_own_faults_are_named) {
  const Tree tree =
      tree_of({{"cmake/Architecture.cmake",
                "set(NUCONG_MODULES a b c)\nset(ARCH_a b)\nset(ARCH_b a gone)\nset(ARCH_d)\n"}});
  EXPECT_THAT(
      found(check_table, tree),
      ElementsAre("cmake/Architecture.cmake:1: module c has no line ARCH_c: add one",
                  "cmake/Architecture.cmake:1: ARCH_b names gone, which is no module: correct the name",
                  "cmake/Architecture.cmake:1: ARCH_d is of no module: add d to NUCONG_MODULES",
                  "cmake/Architecture.cmake:1: the table has a cycle, a -> b -> a: remove one of its edges"));
}

TEST(Table, a_tree_without_it_is_refused) {
  EXPECT_THAT(
      found(check_table, tree_of({})),
      ElementsAre(
          "cmake/Architecture.cmake:1: names no NUCONG_MODULES: without the table nothing can be checked"));
}

TEST(Includes, only_edges_of_the_table_are_allowed) {
  const Tree tree = with_table({{"src/unit/tree.cpp",
                                 "#include \"unit/tree.hpp\"\n#include <vector>\n#include \"base/date.hpp\"\n"
                                 "#include \"app/ports.hpp\"\n// #include \"store/x.hpp\"\n"}});
  EXPECT_THAT(
      found(check_module_includes, tree),
      ElementsAre(
          "src/unit/tree.cpp:4: unit may not include app (allowed: base): go through an allowed module, "
          "or decide a new edge in cmake/Architecture.cmake"));
}

TEST(Includes, a_test_may_also_use_its_TEST_DEPS) {
  const char* cmake =
      "nucong_module(unit\n  SOURCES tree.cpp\n  DEPS base\n  TESTS tree_test.cpp\n  TEST_DEPS store)\n";
  const Tree tree =
      with_table({{"src/unit/CMakeLists.txt", cmake},
                  {"src/unit/tree_test.cpp",
                   "#include \"store/x.hpp\"\n#include \"cli/y.hpp\"\n#include \"world/w.hpp\"\n"},
                  {"test/world/w.hpp", ""},
                  {"src/unit/tree.cpp", "#include \"store/x.hpp\"\n"}});
  EXPECT_THAT(found(check_module_includes, tree),
              ElementsAre(::testing::StartsWith("src/unit/tree.cpp:1: unit may not include store"),
                          ::testing::StartsWith("src/unit/tree_test.cpp:2: unit may not include cli")));
}

TEST(Includes, detail_is_private_and_paths_name_the_module) {
  const Tree tree =
      with_table({{"src/app/a.cpp",
                   "#include \"unit/detail/x.hpp\"\n#include \"app/detail/x.hpp\"\n#include \"b.hpp\"\n"
                   "#include \"curl/curl.h\"\n#include <unit/tree.hpp>\n#include \"embedded/c.hpp\"\n"},
                  {"test/fuzz/t.cpp", "#include \"store/detail/sql.hpp\"\n"},
                  {"test/store/t.cpp", "#include \"store/detail/sql.hpp\"\n#include \"world.hpp\"\n"}});
  EXPECT_THAT(
      found(check_module_includes, tree),
      ElementsAre(
          "src/app/a.cpp:1: \"unit/detail/x.hpp\" is private to unit: use a public header of it",
          "src/app/a.cpp:3: \"b.hpp\" hides where it lives: write \"app/b.hpp\"",
          "src/app/a.cpp:4: \"curl/curl.h\" is of no module of ours: write third-party headers in < >",
          "src/app/a.cpp:5: <unit/tree.hpp> is ours: write it in quotes",
          "test/store/t.cpp:1: \"store/detail/sql.hpp\" is private to store: use a public header of it"));
}

TEST(Includes, heavy_headers_stay_in_their_rooms) {
  const Tree tree = with_table({{"src/store/a.cpp", "#include <sqlite3.h>\n"},
                                {"src/store/a.hpp", "#include <sqlite3.h>\n"},
                                {"src/store/detail/a.hpp", "#include <sqlite3.h>\n"},
                                {"src/cli/a.cpp", "#include <boost/json.hpp>\n#include <toml++/toml.h>\n"}});
  EXPECT_THAT(
      found(check_third_party_includes, tree),
      ElementsAre(
          "src/cli/a.cpp:2: <toml++/toml.h> belongs to src/catalogue alone: go through a port or move "
          "the code there",
          "src/store/a.hpp:1: <sqlite3.h> in a header reaches every includer: include it in a .cpp "
          "or in detail/"));
}

TEST(Includes, the_domain_is_pure_and_its_tests_may_read_files) {
  const Tree tree =
      with_table({{"src/unit/a.cpp",
                   "#include <chrono>\n#include <fstream>\nauto t = std::chrono::steady_clock::now();\n"},
                  {"src/unit/a_test.cpp", "#include <fstream>\n"},
                  {"src/store/a.cpp", "#include <fstream>\n"}});
  EXPECT_THAT(
      found(check_domain_purity, tree),
      ElementsAre(
          "src/unit/a.cpp:2: <fstream> in the domain, which knows no file, thread or console: take the "
          "data as an argument, do the rest in app or an adapter",
          "src/unit/a.cpp:3: a clock in the domain: take the day or the instant as an argument"));
}

TEST(Build, every_source_and_module_is_in_it) {
  const Tree tree = with_table(
      {{"src/CMakeLists.txt", "add_subdirectory(unit)\n"},
       {"src/unit/CMakeLists.txt", "nucong_module(unit SOURCES tree.cpp detail/a.cpp) # old.cpp\n"},
       {"src/unit/tree.cpp", ""},
       {"src/unit/old.cpp", ""},
       {"src/unit/detail/a.cpp", ""},
       {"src/ghost/CMakeLists.txt", ""},
       {"src/bare/a.cpp", ""}});
  EXPECT_THAT(
      found(check_sources_are_built, tree),
      ElementsAre(
          "src/bare/a.cpp:1: its folder src/bare has no CMakeLists.txt: add one",
          "src/ghost/CMakeLists.txt:1: module ghost is not in NUCONG_MODULES of cmake/Architecture.cmake: "
          "add it there with its allowed edges",
          "src/ghost/CMakeLists.txt:1: is not built: write add_subdirectory(ghost) in src/CMakeLists.txt",
          "src/unit/old.cpp:1: is in no target: name old.cpp in src/unit/CMakeLists.txt"));
}

TEST(Build, a_loop_over_the_table_adds_every_module) {
  const Tree tree = with_table({{"src/CMakeLists.txt", "foreach(module IN LISTS NUCONG_MODULES)\n"},
                                {"src/unit/CMakeLists.txt", "nucong_module(unit SOURCES tree.cpp)\n"}});
  EXPECT_THAT(found(check_sources_are_built, tree), IsEmpty());
}

TEST(Shape, long_files_and_lines) {
  std::string long_file;
  for (int i = 0; i < 801; ++i) long_file += "x\n";
  const std::string wide(121, 'x');
  std::string vietnamese;  // 120 columns, more bytes
  for (int i = 0; i < 120; ++i) vietnamese += "ữ";
  const Tree tree = tree_of({{"src/a.cpp", long_file},
                             {"src/b.hpp", vietnamese + "\n" + wide + "\n"},
                             {"src/c.cpp", "auto s = R\"(\n" + wide + "\n)\";\n"},
                             {"docs/d.md", wide},
                             {"web/e.svelte", wide}});
  EXPECT_THAT(found(check_lengths, tree),
              ElementsAre("src/a.cpp:801: has 801 lines, more than 800: split it by what it knows",
                          "src/b.hpp:2: the line has 121 columns, more than 120: break it",
                          "web/e.svelte:1: the line has 121 columns, more than 120: break it"));
}

TEST(Shape, headers_say_their_role_and_guard_themselves) {
  const Tree tree = tree_of({{"src/unit/a.hpp", "#pragma once\n"},
                             {"src/unit/b.hpp", "// Role.\n// #pragma once\n"},
                             {"src/unit/c.hpp", header_top}});
  EXPECT_THAT(
      found(check_headers, tree),
      ElementsAre(
          "src/unit/a.hpp:1: does not say what it is for: begin the header with a // comment of its role",
          "src/unit/b.hpp:1: has no #pragma once: add it below the role comment"));
}

TEST(Shape, names_that_name_nothing) {
  const Tree tree = tree_of({{"src/unit/misc/a.cpp", ""},
                             {"src/unit/string_utils.hpp", ""},
                             {"web/src/UserManager.svelte", ""},
                             {"src/unit/miscount.cpp", ""},
                             {"src/unit/commons_vote.cpp", ""},
                             {"docs/common-questions.md", ""}});
  EXPECT_THAT(
      found(check_names, tree),
      ElementsAre("src/unit/misc/a.cpp:1: \"misc\" names nothing: name the thing or the act",
                  "src/unit/string_utils.hpp:1: \"utils\" names nothing: name the thing or the act",
                  "web/src/UserManager.svelte:1: \"manager\" names nothing: name the thing or the act"));
}

TEST(Words, each_has_its_place_and_its_replacement) {
  const Tree tree =
      tree_of({{"src/app/a.cpp",
                "auto now = std::chrono::system_clock::now();\nstd::cout << \"std::cerr\";  // getenv\n"
                "snprintf(b, 9, f);\n  printf(f);\ntry {} catch (...) {}\n"},
               {"src/app/a.hpp", "using namespace std;\n"},
               {"src/app/a_test.cpp", "std::cout << std::getenv(\"X\"); std::regex r;\n"},
               {"src/files/clock.cpp", "return std::chrono::system_clock::now();\n"},
               {"src/cli/print.cpp", "std::cout << 1;\n"},
               {"test/sim/t.cpp", "std::cout << rand();\n"}});
  EXPECT_THAT(
      found(check_banned_words, tree),
      ElementsAre(
          "src/app/a.cpp:1: system_clock::now is not used here: ask the Clock port",
          "src/app/a.cpp:2: std::cout is not used here: return the text; src/cli prints",
          "src/app/a.cpp:4: printf( is not used here: return the text; src/cli prints",
          "src/app/a.cpp:5: catch (...) is not used here: catch std::exception at a boundary, else let it "
          "pass",
          "src/app/a.hpp:1: using namespace is not used here: name what is used: a header's choice binds "
          "every includer",
          "src/app/a_test.cpp:1: std::regex is not used here: write a small scanner: it is slow and "
          "recurses on long input",
          "test/sim/t.cpp:1: rand( is not used here: use a seeded std::mt19937_64 or the IdSource port"));
}

TEST(Words, marks_of_unfinished_work_in_code_only) {
  const std::string mark =
      "TO"
      "DO";
  const Tree tree = tree_of({{"src/a.cpp", "// " + mark + ": later\n"},
                             {"tools/run", "# " + mark + "\nmktemp -d x.XXXXXX\n"},
                             {"test/data/letter.txt", mark},
                             {"CONTRIBUTING.md", "no " + mark + " on the main branch"}});
  EXPECT_THAT(found(check_unfinished_marks, tree),
              ElementsAre("src/a.cpp:1: " + mark + ": finish it now, or open an issue and remove it",
                          "tools/run:1: " + mark + ": finish it now, or open an issue and remove it"));
}

TEST(Words, traces_of_one_machine) {
  const std::string work =
      "/wo"
      "rk/";
  const std::string host =
      "registry.npm"
      "js.org";
  const Tree tree(
      {{"docs/a.md", "see " + work + "x and src" + work + "y\n"},
       {"web/.npmrc", "\nregistry=https://" + host + "/\n"},
       {"web/package-lock.json",
        "\"resolved\": \"https://mirror.test/a.tgz\"\n\"resolved\": \"https://mirror.test/b\"\n"}});
  EXPECT_THAT(found(check_machine_traces, tree),
              ElementsAre("docs/a.md:1: names " + work + ", a place on one machine: use a path from the root",
                          "web/.npmrc:2: names the registry " + host + ": leave it to the machine's settings",
                          "web/package-lock.json:1: names where a package was fetched: set "
                          "omit-lockfile-registry-resolved=true in .npmrc and write the lock file again"));
}

TEST(Documents, one_title_and_live_links) {
  const Tree tree(
      {{"README.md",
        "# Title\n[a](docs/a.md#part) ![b](docs/) [c](https://x.test/no) [d](#here) [e](docs/gone.md)\n"
        "```\n# no title [x](y)\n```\n`[x](y)`\n[ref]: docs/none.md\n"},
       {"docs/a.md", "## Only a section\n[up](../README.md) [over](../../README.md) [root](/README.md)\n"},
       {"docs/b.md", "# One\n# Two\n"}});
  EXPECT_THAT(
      found(check_documents, tree),
      ElementsAre(
          "README.md:2: the link to docs/gone.md leads nowhere: correct the path from this document",
          "README.md:7: the link to docs/none.md leads nowhere: correct the path from this document",
          "docs/a.md:2: the link to ../../README.md leads nowhere: correct the path from this document",
          "docs/a.md:1: has no title: begin it with a line # ...",
          "docs/b.md:2: a second title (# ...): one per document, begin sections with ##"));
}

TEST(ErrorWording, every_code_in_both_languages_with_the_same_params) {
  const Tree tree(
      {{"src/base/error_codes.hpp",
        "#define CODES(X) \\\n  X(a_one, \"a.one\", invalid) \\\n  X(a_two, \"a.two\", invalid) \\\n"
        "  X(a_three, \"a.three\", invalid)\n"},
       {"catalogue/messages.toml",
        "[error.\"a.one\"]  # params: text\nvi = \"\\\"{text}\\\" không hợp lệ\"\nen = \"{other}\"\n"
        "[error.\"a.two\"]\nvi = \"Hai\"\n[error.\"b.one\"]\nvi = \"x\"\nen = \"x\"\n"}});
  EXPECT_THAT(
      found(check_error_wording, tree),
      ElementsAre(
          "catalogue/messages.toml:1: a.one names different {params} in vi and en: use the same",
          "catalogue/messages.toml:1: \"không hợp lệ\" tells nothing: say what happened and what to do",
          "src/base/error_codes.hpp:4: a.three has no wording: write [error.\"a.three\"] in "
          "catalogue/messages.toml",
          "catalogue/messages.toml:4: a.two lacks a language: write both vi and en",
          "catalogue/messages.toml:6: b.one is no error code: correct the name or remove the entry"));
}

TEST(Reading, a_folder_without_git_is_walked_and_build_left_out) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(testing::TempDir()) / "tidy_test_tree";
  fs::remove_all(root);
  for (const char* path : {"src/a.cpp", "build/b.cpp", "web/node_modules/c.ts", "picture.png"}) {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << "text\n";
  }
  std::ofstream(root / "picture.png") << std::string("P\0N", 3);
  const Tree tree = read_tree(root);
  ASSERT_EQ(tree.files().size(), 2U);
  EXPECT_EQ(tree.files()[0].path, "picture.png");
  EXPECT_EQ(tree.files()[0].text, "");
  EXPECT_EQ(tree.find("src/a.cpp")->text, "text\n");
  EXPECT_TRUE(tree.exists("src"));
  EXPECT_FALSE(tree.exists("sr"));
  fs::remove_all(root);
}

}  // namespace
}  // namespace nucong::tidy
