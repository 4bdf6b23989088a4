// The commands, each group in a file of its own.
#pragma once

#include "cli/command_line.hpp"

namespace nucong::cli {

void add_unit_commands(const CommandLine& program);
void add_report_commands(const CommandLine& program);
void add_directive_commands(const CommandLine& program);
/// Below the command `directive`.
void add_directive_tree(const CommandLine& directive);
void add_target_commands(const CommandLine& program);
void add_ask_commands(const CommandLine& program);
void add_catalogue_commands(const CommandLine& program);
void add_store_commands(const CommandLine& program);
void add_follow_commands(const CommandLine& program);
void add_account_commands(const CommandLine& program);
void add_serve_command(const CommandLine& program);

}  // namespace nucong::cli
