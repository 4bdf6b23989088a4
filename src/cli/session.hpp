// One run of the program: its options, its wording, the database it talks to, where it prints.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "answer/json_writer.hpp"
#include "answer/view.hpp"
#include "app/asker.hpp"
#include "app/ports.hpp"
#include "app/setting.hpp"
#include "app/words.hpp"

namespace nucong::cli {

using answer::Align;
using answer::JsonLayout;
using answer::JsonWriter;
using answer::View;
using answer::view_value;
using answer::ViewColumn;
using answer::ViewValue;

enum class Existing : std::uint8_t { required, made_if_missing };

/// Where the server is reached, "http://127.0.0.1:8080", and the link for the first administrator if there is
/// none yet.
using ToldListening =
    std::function<Result<>(const std::string& address, const std::optional<std::string>& link)>;

/// What main.cpp wires: the real adapters, and what it knows of the terminal.
struct World {
  std::function<Result<std::unique_ptr<app::Database>>(const std::string& url, Existing existing)>
      open_database;
  /// Copies all facts of a database into a new file.
  std::function<Result<>(const std::string& from_url, const std::string& file)> back_up;
  /// Copies all facts from one database to another, empty one.
  std::function<Result<>(const std::string& from_url, const std::string& to_url)> copy_store;
  /// While what it makes is there, an interrupt is told by it and does not end the program.
  std::function<std::unique_ptr<app::Pause>()> make_pause;
  /// What a file of settings says.
  std::function<Result<app::Settings>(std::string_view text, const std::string& file)> read_settings;
  /// Serves the database of the ports over HTTP until an interrupt; `listening` is told once it is open.
  std::function<Result<>(const app::Ports& ports, const app::Settings& settings,
                         const ToldListening& listening)>
      serve;
  app::Clock& clock;
  app::Files& files;
  app::Sheets& sheets;
  app::Documents& documents;
  app::Workers& workers;
  const app::Knowledge& knowledge;
  app::Words::Table wording;
  std::string version;
  std::string db = "sqlite:nucong.db";         ///< unless --db says otherwise
  app::Language language = app::Language::vi;  ///< unless --lang says otherwise
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  std::size_t out_width = 0;  ///< of the terminal; 0 if it is none
  bool err_is_terminal = false;
  app::Secrets* secrets = nullptr;
};

enum class Format : std::uint8_t { table, json, csv };

struct Options {
  std::string db;
  bool db_is_typed = false;
  std::string config;  ///< a file of settings; none if empty
  Format format = Format::table;
  std::string today;  ///< for rehearsals: what the clock shall say
};

class Session {
 public:
  Session(World& world, app::Words words);
  ~Session();

  [[nodiscard]] World& world() { return world_; }
  [[nodiscard]] const app::Words& words() const { return words_; }
  [[nodiscard]] Options& options() { return options_; }

  /// Reads the file of settings, if there is one. It may say where the database is, unless that was typed.
  /// Errors: those of Files and World::read_settings.
  [[nodiscard]] Result<> read_settings();
  /// What the file says beside.
  [[nodiscard]] const app::Settings& settings() const { return settings_; }

  /// The use cases' ports, with the database opened at the first call.
  [[nodiscard]] Result<app::Ports> ports(Existing existing = Existing::required);

  /// The same for accounts, on the same database.
  [[nodiscard]] Result<app::AccountPorts> accounts();

  /// Reads a table file of either kind.
  [[nodiscard]] Result<Table> table(const std::string& file);
  /// The same, row by row, of any length.
  [[nodiscard]] Result<std::unique_ptr<RowSource>> rows(const std::string& file, std::size_t bytes_max);
  /// Reads a document of any kind. Errors: those of Files and Documents.
  [[nodiscard]] Result<app::Document> document(const std::string& file);

  /// Errors: `file.unwritable` or `store.full` where the output takes no more.
  [[nodiscard]] Result<> print(std::string_view text);
  /// A line of wording.
  [[nodiscard]] Result<> say(std::string_view key, const std::vector<ErrorParam>& params = {});
  /// A line on the error output: what a person should know and no program should read as part of the answer.
  void remark(const std::string& line);
  /// In the format asked for.
  [[nodiscard]] Result<> print(const View& view);
  [[nodiscard]] NumberStyle number_style() const;
  [[nodiscard]] std::string number(const std::optional<Decimal>& value) const;

 private:
  [[nodiscard]] Result<> open(Existing existing);
  [[nodiscard]] app::Clock& clock() { return rehearsal_ ? *rehearsal_ : world_.clock; }

  World& world_;
  app::Words words_;
  Options options_;
  app::Settings settings_;
  std::unique_ptr<app::Clock> rehearsal_;
  std::unique_ptr<app::Progress> progress_;
  std::unique_ptr<app::Database> database_;
  app::LooseGate gate_;
};

/// What a command line asks for, once it is understood.
using Command = std::function<Result<>(Session&)>;

}  // namespace nucong::cli
