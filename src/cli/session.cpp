#include "cli/session.hpp"

#include <algorithm>

#include "cli/progress.hpp"

namespace nucong::cli {

namespace {

class FixedClock final : public app::Clock {
 public:
  FixedClock(Date day, app::Clock& real) : day_(day), real_(real) {}
  [[nodiscard]] Date today() override { return day_; }
  // When something was done is no matter of rehearsal.
  [[nodiscard]] std::chrono::sys_seconds now() override { return real_.now(); }

 private:
  Date day_;
  app::Clock& real_;
};

}  // namespace

Session::Session(World& world, app::Words words)
    : world_(world),
      words_(std::move(words)),
      progress_(make_progress(world.err, world.err_is_terminal, words_)) {
  options_.db = world.db;
}

Session::~Session() = default;

Result<> Session::read_settings() {
  if (options_.config.empty()) return ok();
  TRY(const auto text, world_.files.read(options_.config, app::settings_bytes_max));
  TRY(settings_, world_.read_settings(text, options_.config));
  const auto db = std::ranges::find(settings_, "db", &app::Setting::name);
  if (db == settings_.end()) return ok();
  const auto* url = std::get_if<std::string>(&db->value);
  if (url == nullptr)
    return fail(ErrorCode::setting_malformed,
                {{"name", "db"}, {"text", "…"}, {"expected", "\"sqlite:nucong.db\""}})
        .at(db->place);
  if (!options_.db_is_typed) options_.db = *url;
  settings_.erase(db);
  return ok();
}

Result<> Session::open(Existing existing) {
  if (!options_.today.empty() && !rehearsal_) {
    TRY(const Date day, parse_date(options_.today));
    rehearsal_ = std::make_unique<FixedClock>(day, world_.clock);
  }
  if (!database_) {
    TRY(database_, world_.open_database(options_.db, existing));
  }
  return ok();
}

Result<app::Ports> Session::ports(Existing existing) {
  TRY(open(existing));
  return app::Ports{*database_, clock(),        world_.files,    world_.sheets,
                    *progress_, world_.workers, world_.knowledge};
}

Result<app::AccountPorts> Session::accounts() {
  TRY(open(Existing::required));
  return app::AccountPorts{*database_, clock(), *world_.secrets, gate_};
}

Result<Table> Session::table(const std::string& file) {
  TRY(const auto found, rows(file, app::table_bytes_max));
  return found->table();
}

Result<std::unique_ptr<RowSource>> Session::rows(const std::string& file, std::size_t bytes_max) {
  TRY(auto bytes, world_.files.read(file, bytes_max));
  return world_.sheets.read_rows(std::move(bytes), file);
}

Result<app::Document> Session::document(const std::string& file) {
  TRY(const auto bytes, world_.files.read(file, app::document_bytes_max));
  return world_.documents.read(bytes, file);
}

Result<> Session::print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), world_.out) == text.size();
  if (written && std::fflush(world_.out) == 0) return ok();
  return fail(ErrorCode::file_unwritable, {{"file", "stdout"}});
}

Result<> Session::say(std::string_view key, const std::vector<ErrorParam>& params) {
  return print(words_.text(key, params) + "\n");
}

void Session::remark(const std::string& line) {
  // Where the error output itself is gone there is nobody to tell.
  std::fputs((line + "\n").c_str(), world_.err);
}

Result<> Session::print(const View& view) {
  switch (options_.format) {
    case Format::table:
      return print(as_table(view, world_.out_width, number_style()));
    case Format::json:
      return print(as_json(view));
    case Format::csv:
      return print(as_csv(view));
  }
  return ok();
}

NumberStyle Session::number_style() const {
  return words_.language() == app::Language::vi ? NumberStyle::vietnamese : NumberStyle::english;
}

std::string Session::number(const std::optional<Decimal>& value) const {
  return value ? format_number(*value, number_style()) : std::string("–");
}

}  // namespace nucong::cli
