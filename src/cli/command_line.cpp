#include "cli/command_line.hpp"

#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nucong::cli {

// The library's own command, under a name that the header can speak of.
struct CommandLine::Node : CLI::App {
  using CLI::App::App;
};

struct CommandLine::Program {
  explicit Program(const app::Words& wording) : words(wording), root(wording.text("help"), "nucong") {}

  const app::Words& words;
  Node root;
  std::string language;
  std::vector<std::shared_ptr<Node>> nodes;
  Command chosen;
};

namespace {

// The library tells what is wrong in English, with the word concerned first, or last after a colon.
std::string told(const app::Words& words, const CLI::ParseError& wrong) {
  const std::string what = wrong.what();
  if (what.starts_with("A subcommand")) return words.text("usage.command");
  const std::string key = "usage." + wrong.get_name();
  if (!words.has(key)) return what;
  const auto colon = what.find(": ");
  const bool last = wrong.get_name() == "ExtrasError" || wrong.get_name() == "ConversionError";
  if (last && colon != std::string::npos) return words.text(key, {{"what", what.substr(colon + 2)}});
  return words.text(key, {{"what", what.substr(0, what.find_first_of(": "))}});
}

void set_need(CLI::Option* option, Need need) {
  option->required(need == Need::required);
}

}  // namespace

CommandLine::CommandLine(const app::Words& words, const std::string& version, Session& session)
    : program_(std::make_shared<Program>(words)), node_(&program_->root) {
  Node& root = *node_;
  root.footer(words.text("help.footer"));
  root.require_subcommand(1);
  root.fallthrough();  // the options of the whole may stand after the command too
  root.set_help_flag("-h,--help", words.text("option.help"));
  root.set_version_flag("--version", version, words.text("option.version"));
  root.get_formatter()->column_width(34);
  Options& options = session.options();
  root.add_option("--db", options.db, words.text("option.db"))->each([&options](const std::string&) {
    options.db_is_typed = true;
  });
  root.add_option("--config", options.config, words.text("option.config"));
  root.add_option("--today", options.today, words.text("option.today"));
  root.add_option("--lang", program_->language, words.text("option.lang"))
      ->check(CLI::IsMember({"vi", "en"}));
  root.add_option("--format", options.format, words.text("option.format"))
      ->transform(CLI::CheckedTransformer(std::map<std::string, Format>{
          {"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}}));
}

CommandLine::~CommandLine() = default;
CommandLine::CommandLine(const CommandLine&) = default;

CommandLine CommandLine::command(const std::string& name, const std::string& key) const {
  const app::Words& words = program_->words;
  const auto made = std::make_shared<Node>(words.text("help." + key), name);
  made->fallthrough();
  made->set_help_flag("-h,--help", words.text("option.help"));
  if (words.has("example." + key))
    made->footer(words.text("example", {{"example", words.text("example." + key)}}));
  node_->add_subcommand(made);
  node_->require_subcommand(1);
  program_->nodes.push_back(made);
  return {program_, made.get()};
}

const CommandLine& CommandLine::text(const std::string& name, std::string& into, const std::string& key,
                                     Need need) const {
  set_need(node_->add_option(name, into, program_->words.text("option." + key)), need);
  return *this;
}

const CommandLine& CommandLine::texts(const std::string& name, std::vector<std::string>& into,
                                      const std::string& key, Need need) const {
  set_need(node_->add_option(name, into, program_->words.text("option." + key)), need);
  return *this;
}

const CommandLine& CommandLine::number(const std::string& name, std::uint32_t& into,
                                       const std::string& key) const {
  node_->add_option(name, into, program_->words.text("option." + key));
  return *this;
}

const CommandLine& CommandLine::number(const std::string& name, std::optional<std::uint64_t>& into,
                                       const std::string& key) const {
  // The library would take -1 for the largest number there is.
  node_->add_option(name, into, program_->words.text("option." + key))->check(CLI::NonNegativeNumber);
  return *this;
}

const CommandLine& CommandLine::flag(const std::string& name, bool& into, const std::string& key) const {
  node_->add_flag(name, into, program_->words.text("option." + key));
  return *this;
}

const CommandLine& CommandLine::choice(const std::string& name, std::string& into, const std::string& key,
                                       const std::vector<std::string>& values) const {
  node_->add_option(name, into, program_->words.text("option." + key))->check(CLI::IsMember(values));
  return *this;
}

void CommandLine::runs(Command command) const {
  node_->callback([program = program_.get(), command = std::move(command)] { program->chosen = command; });
}

Result<Command> CommandLine::parse(int argc, char** argv, std::FILE* out) const {
  try {
    program_->root.parse(argc, argv);
    return program_->chosen;
  } catch (const CLI::Success& asked) {  // --help and --version
    std::ostringstream text;
    program_->root.exit(asked, text, text);
    fmt::print(out, "{}", text.str());
    return Command{};
  } catch (const CLI::ParseError& wrong) {
    return fail(ErrorCode::usage, {{"text", told(program_->words, wrong)}});
  }
}

}  // namespace nucong::cli
