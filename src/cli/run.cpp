#include "cli/run.hpp"

#include "cli/commands.hpp"

namespace nucong::cli {

namespace {

// The language must be known before the help is written: it is looked up ahead of the parsing.
app::Language language_of(const World& world, int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return app::Language::en;
    if (word == "--lang=vi" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "vi"))
      return app::Language::vi;
  }
  return world.language;
}

int exit_status(const Error& error) {
  return error.code() == ErrorCode::usage ? 2 : 1;
}

void report(World& world, const app::Words& words, const Error& error) {
  // Nothing can be told where the error output itself is gone; the exit status still tells.
  std::fputs((words.message(error) + "\n").c_str(), world.err);
}

int run_command(Session& session, const Command& command) {
  auto done = session.read_settings();
  if (done.has_value()) done = command(session);
  if (done.has_value()) return 0;
  report(session.world(), session.words(), done.error());
  return exit_status(done.error());
}

}  // namespace

int run(World& world, int argc, char** argv) {
  const app::Words words(world.wording, language_of(world, argc, argv));
  try {
    Session session(world, words);
    const CommandLine program(words, world.version, session);
    add_unit_commands(program);
    add_report_commands(program);
    add_directive_commands(program);
    add_target_commands(program);
    add_ask_commands(program);
    add_catalogue_commands(program);
    add_store_commands(program);
    add_follow_commands(program);
    add_account_commands(program);
    add_serve_command(program);
    const auto command = program.parse(argc, argv, world.out);
    if (command.has_error()) {
      report(world, words, command.error());
      return exit_status(command.error());
    }
    return command.value() ? run_command(session, command.value()) : 0;
  } catch (const std::exception& defect) {
    report(world, words, fail(ErrorCode::defect, {{"text", defect.what()}}));
    return 3;
  }
}

}  // namespace nucong::cli
