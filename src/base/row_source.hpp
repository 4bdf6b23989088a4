// A table that may be larger than one wants as cells in memory: read row by row, from several places at once.
#pragma once

#include <functional>
#include <span>

#include "base/table.hpp"

namespace nucong {

struct CellView {
  std::string_view text;  ///< as Cell::text
  CellKind kind = CellKind::text;
};

/// Where a row stands, for finding it again.
struct RowPlace {
  std::uint64_t offset = 0;  ///< meant for the source alone
  std::uint32_t line = 0;    ///< as TableRow::line
};

/// One row while it is visited; its texts are gone with the next one. `cells` may be shorter than the
/// heading.
struct RowView {
  RowPlace at;
  std::span<const CellView> cells;

  /// A copy that stays.
  [[nodiscard]] TableRow kept() const;
};

/// The rows of one file, blank ones left out. Its `const` functions may be called from many threads.
class RowSource {
 public:
  /// False: that is enough.
  using Visit = std::function<bool(const RowView&)>;

  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  /// The file with its first row and no other: for TableColumns and for places.
  [[nodiscard]] const Table& heading() const { return heading_; }

  /// The rows below the heading come in so many stretches, in file order.
  [[nodiscard]] virtual std::size_t stretches() const = 0;
  /// Visits each row of a stretch in order. Errors, with the line: what makes the file unreadable from there
  /// on (read_csv); the rows before it were visited.
  [[nodiscard]] virtual Result<> each_row(std::size_t stretch, const Visit& visit) const = 0;
  /// Visits `count` rows from one that was visited before. Defect if there are fewer.
  virtual void rows_at(RowPlace first, std::size_t count, const Visit& visit) const = 0;

  /// All of it, heading included. Errors: as each_row.
  [[nodiscard]] Result<Table> table() const;

 protected:
  Table heading_;
};

/// The rows of a table that is in memory anyway, as one stretch.
class TableRows final : public RowSource {
 public:
  /// Of a table with at least a heading.
  explicit TableRows(Table table);

  [[nodiscard]] std::size_t stretches() const override { return 1; }
  [[nodiscard]] Result<> each_row(std::size_t stretch, const Visit& visit) const override;
  void rows_at(RowPlace first, std::size_t count, const Visit& visit) const override;

 private:
  Table table_;
};

}  // namespace nucong
