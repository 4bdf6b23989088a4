// Wires the real database, files, clock, spreadsheets and documents to the command line. Nothing else does.
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "catalogue/load.hpp"
#include "catalogue/words.hpp"
#include "cli/run.hpp"
#include "document/read.hpp"
#include "files/files.hpp"
#include "files/pause.hpp"
#include "http/serve_settings.hpp"
#include "nucong/pages.hpp"
#include "oidc/provider.hpp"
#include "secrets/system_secrets.hpp"
#include "settings/read.hpp"
#include "sheet/form.hpp"
#include "sheet/table_file.hpp"
#include "store/copy.hpp"
#include "store/open.hpp"
#include "workers/threads.hpp"

namespace nucong {
namespace {

class SystemSheets final : public app::Sheets {
 public:
  [[nodiscard]] Result<std::unique_ptr<RowSource>> read_rows(std::string bytes,
                                                             const std::string& file) override {
    return sheet::read_rows(std::move(bytes), file);
  }
  [[nodiscard]] Result<std::string> write_form(const report::FormSheet& form) override {
    return sheet::write_form(form);
  }
  [[nodiscard]] Result<report::FilledForm> read_form(const Table& table) override {
    return sheet::read_form(table);
  }
};

class SystemDocuments final : public app::Documents {
 public:
  [[nodiscard]] Result<app::Document> read(std::string_view bytes, const std::string& file) override {
    return document::read(bytes, file);
  }
};

store::OpenMode open_mode(cli::Existing existing) {
  return existing == cli::Existing::required ? store::OpenMode::must_exist
                                             : store::OpenMode::create_if_missing;
}

/// What is beside the database of a command: the same for every command of this process.
struct Beside {
  secrets::SystemSecrets secrets;
  SystemDocuments documents;

  Result<std::unique_ptr<app::Database>> open_database(const std::string& url, cli::Existing existing) {
    return store::open(url, open_mode(existing),
                       [this](std::string_view text) { return secrets.digest(text); });
  }
};

Result<> serve(const app::Ports& ports, Beside& beside, const app::Words::Table& wording,
               const app::Settings& settings, const cli::ToldListening& listening) {
  http::ServeOrder order{NUCONG_VERSION};
  TRY(http::set(order, settings));
  TRY(const auto identity, oidc::provider_of(order.identity, ports.files, ports.clock));
  // How often it looks whether a target was reached, or whether it should end.
  files::SystemPause pause(std::chrono::milliseconds(250));
  const auto log = http::make_log();
  const http::ServePorts parts{ports, beside.secrets, beside.documents, http::Pages(pages()), identity.get()};
  return http::serve(parts, wording, order, pause, *log, [&](const http::Listening& told) {
    return listening((told.tls ? "https://" : "http://") + told.address.str(), told.first_link);
  });
}

std::size_t width_of(int fd) {
  winsize size{};
  if (::isatty(fd) == 0 || ::ioctl(fd, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

app::Language language() {
  const char* wanted = std::getenv("NUCONG_LANG");
  return wanted != nullptr && std::string_view(wanted) == "en" ? app::Language::en : app::Language::vi;
}

int main_or_defect(int argc, char** argv) {
  const app::Knowledge knowledge = catalogue::load_embedded().value();
  files::SystemClock clock;
  files::SystemFiles files;
  SystemSheets sheets;
  Beside beside;
  workers::Threads workers;
  const auto wording = catalogue::load_wording().value();
  cli::World world{
      [&](const std::string& url, cli::Existing existing) { return beside.open_database(url, existing); },
      store::backup,
      [](const std::string& from, const std::string& to) { return store::copy(from, to); },
      [] { return std::make_unique<files::SystemPause>(); },
      settings::read,
      [&](const auto& ports, const auto& settings, const auto& listening) {
        return serve(ports, beside, wording, settings, listening);
      },
      clock,
      files,
      sheets,
      beside.documents,
      workers,
      knowledge,
      wording,
      NUCONG_VERSION};
  world.secrets = &beside.secrets;
  world.language = language();
  if (const char* db = std::getenv("NUCONG_DB")) world.db = db;
  world.out_width = width_of(STDOUT_FILENO);
  world.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  return cli::run(world, argc, argv);
}

}  // namespace
}  // namespace nucong

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its size limit is a full disk, told as an error
  try {
    return nucong::main_or_defect(argc, argv);
  } catch (const std::exception& defect) {
    std::fputs((std::string("nucong: ") + defect.what() + "\n").c_str(), stderr);
    return 3;
  }
}
