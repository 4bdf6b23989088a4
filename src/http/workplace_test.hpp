// A site over a small confederation kept in a file, with somebody in every role, for tests.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>

#include <unistd.h>

#include "app/adopt.hpp"
#include "app/manage_accounts.hpp"
#include "app/resets.hpp"
#include "app/sign_in.hpp"
#include "catalogue/words.hpp"
#include "http/site.hpp"
#include "store/open.hpp"
#include "world/app.hpp"
#include "world/plain_secrets.hpp"

namespace nucong::http {

/// A file of its own, gone with it.
class DatabaseFile {
 public:
  DatabaseFile() {
    static int made = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("nucong-site-" + std::to_string(::getpid()) + "-" + std::to_string(++made) + ".db");
    remove();
  }
  DatabaseFile(const DatabaseFile&) = delete;
  DatabaseFile& operator=(const DatabaseFile&) = delete;
  ~DatabaseFile() { remove(); }

  [[nodiscard]] std::string url() const { return "sqlite:" + path_.string(); }
  /// A copy of one that nobody writes to.
  void take_over(const DatabaseFile& other) const {
    for (const char* part : {"", "-wal"})
      if (std::filesystem::exists(other.path_.string() + part))
        std::filesystem::copy_file(other.path_.string() + part, path_.string() + part);
  }

 private:
  void remove() const {
    for (const char* more : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + more);
  }
  std::filesystem::path path_;
};

class NoDocuments final : public app::Documents {
 public:
  [[nodiscard]] Result<app::Document> read(std::string_view bytes, const std::string&) override {
    app::Document document;
    document.text = std::string(bytes);
    return document;
  }
};

/// Who is there: by role and unit, "officer@A1".
struct Cast {
  std::map<std::string, std::string> tokens;
  std::map<std::string, app::AccountId> accounts;
};

/// Everything that a site stands on, over one file.
class Workplace {
 public:
  /// Makes what stands between use cases and the database, where a test wants it to be otherwise.
  using Between = std::function<std::unique_ptr<app::Database>(app::Database& behind)>;

  explicit Workplace(const DatabaseFile& file, const Between& between = {})
      : behind_(store::open(file.url(), store::OpenMode::create_if_missing, digest).value()),
        between_(between ? between(*behind_) : nullptr),
        database(between_ ? *between_ : *behind_),
        ports{database, clock, files, sheets, progress, workers, world::knowledge()} {
    static int places = 0;
    secrets.drawn = 1000 * ++places;  // no token of one place is that of another
  }

  /// Founds units, takes figures in, adopts a directive at the root, and appoints one person for each word.
  void settle() {
    if (!app::record_events(ports, world::events(units), app::Commit::yes)) throw std::logic_error("units");
    const auto told = app::import_long(
        ports,
        *sheet::read_csv_rows("unit,period,element,value\nA1,2026-Q1,A03,120\nA1,2026-Q1,A04,80\n", "in.csv")
             .value(),
        app::Strictness::rules_only);
    if (!told) throw std::logic_error("figures");
    app::AdoptOrder order;
    order.text = "Phấn đấu đến năm 2026 có ít nhất 90% nữ đoàn viên được tập huấn.";
    order.issuer = "VN";
    if (!app::adopt(ports, order)) throw std::logic_error("directive");
  }

  /// Somebody in office, signed in. `who`: "leader@A".
  void appoint(const std::string& who, Cast& cast) {
    const app::AccountPorts desk{database, clock, secrets, gate};
    const auto history = app::load_history(database).value();
    const auto at = who.find('@');
    const auto role = account::parse_role(who.substr(0, at)).value();
    const auto unit = history.slot(who.substr(at + 1)).value();
    std::string name = who;
    for (char& c : name)
      if (c == '@' || c == '_') c = '.';
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto made =
        app::make_account(desk, app::console(),
                          {name, "Chị " + who, {{{}, role, unit, make_date(2024, 1, 1), {}}}}, history)
            .value();
    if (!app::finish_pass_phrase_reset(desk, made.link, phrase, "10.0.0.9")) throw std::logic_error("phrase");
    cast.accounts[who] = made.account;
    cast.tokens[who] = app::sign_in(desk, {name, phrase, {}, "10.0.0.1", "Firefox", {}}).value().token;
  }

  static constexpr const char* units =
      "2023-01-01 found VN kind=confederation\n"
      "2023-01-01 found A parent=VN kind=provincial name=An\n"
      "2023-01-01 found A1 parent=A kind=grassroots name=May\n"
      "2023-01-01 found A2 parent=A kind=grassroots\n"
      "2023-01-01 found B parent=VN kind=provincial\n"
      "2023-01-01 found B1 parent=B kind=grassroots\n";
  static constexpr const char* phrase = "chợ sớm mùa hè";

  world::StandingClock clock;
  world::NoFiles files;
  world::CsvSheets sheets;
  world::NoProgress progress;
  world::OneWorker workers;
  world::PlainSecrets secrets;
  NoDocuments documents;
  app::LooseGate gate;
  app::Digest digest = [this](std::string_view text) { return secrets.digest(text); };

 private:
  std::unique_ptr<app::Database> behind_;
  std::unique_ptr<app::Database> between_;

 public:
  app::Database& database;
  app::Ports ports;
};

/// A site over it, asked as browsers and programs ask.
class OpenSite {
 public:
  explicit OpenSite(const DatabaseFile& file, app::IdentityProvider* identity = nullptr,
                    const Workplace::Between& between = {})
      : place(file, between),
        live(live::LiveNation::load(place.ports).value()),
        holders({place.database, place.clock, place.secrets, place.gate}, known),
        site({{*live, trees, measures, feed, [] { return std::optional<Error>(); }, "test", known,
               place.ports, place.secrets, place.gate, place.documents, true, identity},
              holders,
              catalogue::load_wording().value(),
              {"localhost"}}) {
    live->tell([this](const app::TakenIn& taken, const app::Nation& nation) { feed.publish(taken, nation); });
  }

  [[nodiscard]] Response ask(const std::string& method, const std::string& target,
                             std::vector<Field> fields = {}, const std::string& body = {}) {
    auto begun = begin(method, target, std::move(fields), body);
    return begun.response ? *begun.response : begun.work();
  }
  [[nodiscard]] Begun begin(const std::string& method, const std::string& target,
                            std::vector<Field> fields = {}, const std::string& body = {}) {
    fields.push_back({"host", "localhost"});
    if (!body.empty()) fields.push_back({"content-type", "application/json"});
    return site.begin({"r1", method, parse_target(target).value(), std::move(fields), "127.0.0.1", body});
  }
  /// With a token in `Authorization`.
  [[nodiscard]] Response ask_as(const std::string& token, const std::string& method,
                                const std::string& target, const std::string& body = {}) {
    return ask(method, target, {{"authorization", "Bearer " + token}}, body);
  }

  Workplace place;
  std::unique_ptr<live::LiveNation> live;
  Measures measures;
  Feed feed{measures};
  Trees trees;
  KnownAskers known;
  AccountHolders holders;
  Site site;
};

}  // namespace nucong::http
