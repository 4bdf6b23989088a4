// What use cases need of the world. main.cpp wires the real ones, tests their own.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/database.hpp"
#include "app/document.hpp"
#include "app/knowledge.hpp"
#include "base/row_source.hpp"
#include "report/filled_form.hpp"
#include "report/form_sheet.hpp"

namespace nucong::app {

class Clock {
 public:
  virtual ~Clock() = default;
  /// The day in Vietnam.
  [[nodiscard]] virtual Date today() = 0;
  /// The instant, in UTC.
  [[nodiscard]] virtual std::chrono::sys_seconds now() = 0;
};

/// Files as the user names them; "-" is standard input or output.
class Files {
 public:
  virtual ~Files() = default;
  /// Errors: `file.missing`, `file.unreadable`, `file.too_large` (params `limit`, `file`).
  [[nodiscard]] virtual Result<std::string> read(const std::string& name, std::size_t bytes_max) = 0;
  /// A new file, whole or not at all: written beside and renamed. Errors: `file.exists` (somebody may have
  /// filled it), `file.unwritable`, `store.full`.
  [[nodiscard]] virtual Result<> write(const std::string& name, std::string_view bytes) = 0;
};

/// Spreadsheets and CSV (sheet/).
class Sheets {
 public:
  virtual ~Sheets() = default;
  /// A CSV file or the first sheet of a workbook, of any length.
  [[nodiscard]] virtual Result<std::unique_ptr<RowSource>> read_rows(std::string bytes,
                                                                     const std::string& file) = 0;
  [[nodiscard]] virtual Result<std::string> write_form(const report::FormSheet& form) = 0;
  [[nodiscard]] virtual Result<report::FilledForm> read_form(const Table& table) = 0;
};

/// Documents of strangers: plain text, web pages, .docx, .pdf (document/).
class Documents {
 public:
  virtual ~Documents() = default;
  /// The whole text or an error, decided by the bytes; `file` is for the error's place. Errors: those of
  /// document::read.
  [[nodiscard]] virtual Result<Document> read(std::string_view bytes, const std::string& file) = 0;
};

/// Told how far long work has come; may show it or not.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `label` is a key of the wording catalogue; `total` 0 where unknown.
  virtual void begin(std::string_view label, std::size_t total) = 0;
  virtual void advance(std::size_t by) = 0;
  virtual void end() = 0;
};

/// Hands for work that falls into pieces.
class Workers {
 public:
  using Work = std::function<void(std::size_t piece)>;
  using Take = std::function<bool(std::size_t piece)>;

  virtual ~Workers() = default;
  /// Works on the pieces side by side, each once, on whatever thread; and on the caller's thread takes each,
  /// in order, after it was worked on. What a work writes nobody else touches until its `take`. Work runs
  /// only a little ahead of the taking, so that what waits to be taken stays small. Ends early if `take` says
  /// no.
  virtual void in_order(std::size_t pieces, const Work& work, const Take& take) = 0;
};

/// Between two looks at something that changes.
class Pause {
 public:
  Pause() = default;
  Pause(const Pause&) = delete;
  Pause& operator=(const Pause&) = delete;
  virtual ~Pause() = default;
  /// True after a while, at most a second; false as soon as the person or the system wants an end.
  [[nodiscard]] virtual bool wait() = 0;
};

struct Ports {
  Database& database;
  Clock& clock;
  Files& files;
  Sheets& sheets;
  Progress& progress;
  Workers& workers;
  const Knowledge& knowledge;
};

constexpr std::size_t table_bytes_max = std::size_t{512} << 20;
/// Of a long table of figures, which is read row by row: a hundred million of them fit.
constexpr std::size_t figures_bytes_max = std::size_t{4} << 30;
constexpr std::size_t document_bytes_max = std::size_t{64} << 20;
/// Of a document's text. A directive has some ten thousand letters; a hundred of them joined fit many times.
constexpr std::size_t text_bytes_max = std::size_t{8} << 20;

}  // namespace nucong::app
