// Runs the program through plain-text stories. A case file holds, line by line:
//   // words about it
//   file NAME          the following lines that begin with "| " make the file
//   $ nucong ...       a command line for the shell, run in the story's own empty folder
// and below a command what it prints, output and errors together, then "[status N]" if N is not 0.
//
// usage: run_cases PROGRAM [--rebaseline] CASE...
// NUCONG_DB in the environment: the address of a PostgreSQL database to use instead of SQLite.
// --rebaseline writes what was printed into the case files, to be read before it is committed.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>

#include "golden/golden.hpp"

namespace fs = std::filesystem;
using nucong::golden::contents;
using nucong::golden::show_difference;

namespace {

std::string run(const std::string& command) {
  std::FILE* pipe = ::popen(("{ " + command + "\n} 2>&1").c_str(), "r");
  if (pipe == nullptr) return "cannot start a shell\n";
  std::string printed;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    printed.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (!printed.empty() && printed.back() != '\n') printed += '\n';
  if (code != 0) printed += "[status " + std::to_string(code) + "]\n";
  return printed;
}

bool starts(const std::string& line, const char* with) {
  return line.rfind(with, 0) == 0;
}

// The case as it should read: every command followed by what it printed now.
std::string replay(const fs::path& path, const std::string& program) {
  std::ifstream in(path);
  std::string replayed;
  std::ofstream file;
  bool in_file = false;
  for (std::string line; std::getline(in, line);) {
    const bool directive = starts(line, "// ") || line.empty() || starts(line, "file ") ||
                           starts(line, "$ ") || starts(line, "| ") || line == "|";
    if (!directive) continue;  // what a command printed last time
    if (starts(line, "file ")) {
      file = std::ofstream(line.substr(5));
      in_file = true;
    } else if (in_file && starts(line, "|")) {
      file << (line.size() > 2 ? line.substr(2) : "") << '\n';
    } else {
      in_file = false;
      file.close();
    }
    if (line.empty()) continue;  // paragraphs are set anew below
    if (!starts(line, "|") && !replayed.empty())
      replayed +=
          starts(line, "// ") && starts(replayed.substr(replayed.rfind('\n', replayed.size() - 2) + 1), "// ")
              ? ""
              : "\n";
    replayed += line + "\n";
    if (starts(line, "$ nucong"))
      replayed += run("'" + program + "'" + line.substr(8));
    else if (starts(line, "$ "))
      replayed += run(line.substr(2));
  }
  return replayed;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) return 2;
  const std::string program = fs::absolute(arguments[0]);
  const bool rebaseline = arguments[1] == "--rebaseline";
  const char* server = std::getenv("NUCONG_CASES_POSTGRES");
  int failed = 0;
  int passed = 0;
  for (std::size_t i = rebaseline ? 2 : 1; i < arguments.size(); ++i) {
    const fs::path path = fs::absolute(arguments[i]);
    const fs::path folder = fs::temp_directory_path() /
                            ("nucong-case-" + std::to_string(::getpid()) + "-" + path.stem().string());
    fs::create_directories(folder);
    const fs::path before = fs::current_path();
    fs::current_path(folder);
    if (server != nullptr) {
      std::string name = "case_" + std::to_string(::getpid()) + "_" + std::to_string(i);
      run("psql -q '" + std::string(server) + "' -c 'CREATE DATABASE " + name +
          " TEMPLATE template0 ENCODING UTF8'");
      const std::string url = std::string(server).substr(0, std::string(server).rfind('/') + 1) + name;
      ::setenv("NUCONG_DB", url.c_str(), 1);
    }
    const std::string expected = contents(path);
    const std::string printed = replay(path, program);
    fs::current_path(before);
    fs::remove_all(folder);
    if (printed == expected) {
      ++passed;
    } else if (rebaseline) {
      std::ofstream(path) << printed;
      std::cout << "rewritten: " << path.filename().string() << "\n";
    } else {
      ++failed;
      std::cout << "FAILED " << path.filename().string() << "\n";
      show_difference(expected, printed);
    }
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}
