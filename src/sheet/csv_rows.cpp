#include "sheet/csv_rows.hpp"

#include <algorithm>

#include "sheet/detail/csv_cursor.hpp"

namespace nucong::sheet {
namespace {

std::uint32_t line_breaks(std::string_view bytes) {
  auto breaks = std::ranges::count(bytes, '\n');
  for (auto at = bytes.find('\r'); at != std::string_view::npos; at = bytes.find('\r', at + 1))
    if (!bytes.substr(at + 1).starts_with('\n')) ++breaks;
  return static_cast<std::uint32_t>(breaks);
}

class CsvRows final : public RowSource {
 public:
  static Result<std::unique_ptr<RowSource>> make(std::string bytes, std::string file,
                                                 std::size_t stretch_bytes) {
    std::unique_ptr<CsvRows> rows(new CsvRows(std::move(bytes), std::move(file)));
    TRY(rows->read_heading(stretch_bytes));
    return std::unique_ptr<RowSource>(std::move(rows));
  }

  [[nodiscard]] std::size_t stretches() const override { return begins_.size() - 1; }

  [[nodiscard]] Result<> each_row(std::size_t stretch, const Visit& visit) const override {
    const auto end = begins_[stretch + 1].offset;
    CsvCursor cursor(std::string_view(bytes_).substr(0, end), separator_, begins_[stretch], width());
    for (;;) {
      const auto more = cursor.next();
      if (!more) return more.error().at({heading_.file, 0, {}});
      if (!more.value() || !visit(cursor.row())) return ok();
    }
  }

  void rows_at(RowPlace first, std::size_t count, const Visit& visit) const override {
    CsvCursor cursor(bytes_, separator_, first, width());
    for (std::size_t i = 0; i < count; ++i) {
      ENSURE(cursor.next().value());
      if (!visit(cursor.row())) return;
    }
  }

 private:
  CsvRows(std::string bytes, std::string file) : bytes_(std::move(bytes)) { heading_.file = std::move(file); }

  [[nodiscard]] std::size_t width() const { return heading_.rows.front().cells.size(); }

  Result<> read_heading(std::size_t stretch_bytes) {
    const CsvStart start = csv_start(bytes_);
    separator_ = start.separator;
    CsvCursor cursor(bytes_, separator_, {start.offset, start.line}, 0);
    const auto found = cursor.next();
    if (!found) return found.error().at({heading_.file, 0, {}});
    if (!found.value()) return fail(ErrorCode::table_empty).at({heading_.file, 0, {}});
    heading_.rows.push_back(cursor.row().kept());
    cut_into_stretches(cursor.behind(), stretch_bytes);
    return ok();
  }

  void cut_into_stretches(RowPlace begin, std::size_t stretch_bytes) {
    const std::string_view bytes = bytes_;
    begins_.push_back(begin);
    const bool may_cut = bytes.find('"', begin.offset) == std::string_view::npos;
    while (may_cut && bytes.size() - begin.offset > stretch_bytes) {
      const auto line_end = bytes.find('\n', begin.offset + stretch_bytes);
      if (line_end == std::string_view::npos) break;
      const auto stretch = bytes.substr(begin.offset, line_end + 1 - begin.offset);
      begin = {line_end + 1, begin.line + line_breaks(stretch)};
      begins_.push_back(begin);
    }
    if (begin.offset < bytes.size()) begins_.push_back({bytes.size(), 0});
  }

  std::string bytes_;
  char separator_ = ',';
  std::vector<RowPlace> begins_;  // of each stretch, and where the last one ends
};

}  // namespace

Result<std::unique_ptr<RowSource>> read_csv_rows(std::string bytes, std::string file,
                                                 std::size_t stretch_bytes) {
  return CsvRows::make(std::move(bytes), std::move(file), stretch_bytes);
}

}  // namespace nucong::sheet
