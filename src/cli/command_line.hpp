// Declaring commands and options. The library behind it stays in command_line.cpp: its header is heavy.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace nucong::cli {

enum class Need : std::uint8_t { optional, required };

/// One command while it is declared; a handle, cheap to copy. Every option is named by how it is typed
/// ("--unit", "-o,--out"; "FILE" for a word without dashes) and by the key of its help, wording
/// "option.<key>". What is typed is put into the given variable, which must live until the command has run.
class CommandLine {
 public:
  /// The whole program; `session` receives the options that all commands share.
  CommandLine(const app::Words& words, const std::string& version, Session& session);
  ~CommandLine();
  CommandLine(const CommandLine&);
  CommandLine& operator=(const CommandLine&) = delete;

  /// A command below this one: its help is wording "help.<key>", its example "example.<key>".
  [[nodiscard]] CommandLine command(const std::string& name, const std::string& key) const;

  const CommandLine& text(const std::string& name, std::string& into, const std::string& key,
                          Need need = Need::optional) const;
  const CommandLine& texts(const std::string& name, std::vector<std::string>& into, const std::string& key,
                           Need need = Need::optional) const;
  const CommandLine& number(const std::string& name, std::uint32_t& into, const std::string& key) const;
  /// None unless typed.
  const CommandLine& number(const std::string& name, std::optional<std::uint64_t>& into,
                            const std::string& key) const;
  const CommandLine& flag(const std::string& name, bool& into, const std::string& key) const;
  /// One of `values`.
  const CommandLine& choice(const std::string& name, std::string& into, const std::string& key,
                            const std::vector<std::string>& values) const;
  /// What the command does once the whole line is understood.
  void runs(Command command) const;

  /// Reads the line. The command that was asked for, or none after help or the version was shown on `out`.
  /// Errors: `usage`.
  [[nodiscard]] Result<Command> parse(int argc, char** argv, std::FILE* out) const;

 private:
  struct Program;
  struct Node;
  CommandLine(std::shared_ptr<Program> program, Node* node) : program_(std::move(program)), node_(node) {}

  std::shared_ptr<Program> program_;
  Node* node_;
};

}  // namespace nucong::cli
