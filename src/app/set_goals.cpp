#include "app/set_goals.hpp"

#include <set>

#include "app/find_directive.hpp"
#include "app/record_units.hpp"
#include "app/rejection.hpp"
#include "app/tree_choice.hpp"
#include "base/number_reader.hpp"
#include "target/goals.hpp"

namespace nucong::app {
namespace {

/// What goals are held against; those that were accepted are part of it.
class GoalDesk {
 public:
  GoalDesk(const unit::Tree& tree, const std::vector<target::Directive>& directives,
           std::span<const target::Goal> given)
      : tree_(tree), lineage_(tree), directives_(directives), goals_(given, directives, lineage_) {}

  [[nodiscard]] Result<> accept(const GoalOrder& order, const GoalCheck& check) {
    TRY(const auto found, find_target(directives_, order.target));
    const auto& target = found.target;
    TRY(const Slot unit, standing_unit(tree_, order.unit));
    TRY(check(unit, tree_.history()));
    const bool percent = target.unit == directive::Quantity::percent;
    if (order.value.is_negative() || (percent && order.value > Decimal{100}))
      return fail(ErrorCode::target_impossible, {{"target", target.id}, {"value", order.value.str()}});
    if (named_.contains({target.id, unit}))
      return fail(ErrorCode::report_row_twice, {{"unit", order.unit}, {"element", target.id}});
    TRY(goals_.accepts(target, unit, order.value));
    named_.emplace(target.id, unit);
    accepted_.push_back({unit, target.id, order.value});
    goals_.set(accepted_.back());  // one further down is held against this one
    return ok();
  }

  [[nodiscard]] const std::vector<target::Goal>& accepted() const { return accepted_; }

 private:
  const unit::Tree& tree_;
  unit::Lineage lineage_;
  const std::vector<target::Directive>& directives_;
  target::Goals goals_;
  std::set<std::pair<std::string, Slot>> named_;
  std::vector<target::Goal> accepted_;
};

}  // namespace

Result<std::size_t> set_goals(const Ports& ports, const std::vector<GoalOrder>& orders,
                              const std::string& file, const GoalCheck& check,
                              const BeforeCommit<std::size_t>& also) {
  TRY(const auto history, load_history(ports.database));
  TRY(const auto directives, ports.database.directives());
  TRY(const auto given, ports.database.goals());
  const unit::Tree tree(history, ports.clock.today());
  GoalDesk desk(tree, directives, given);
  Rejection rejection;
  for (const auto& order : orders)
    if (const auto accepted = desk.accept(order, check); accepted.has_error())
      rejection.add(accepted.error().at(order.place));
  if (!rejection.empty()) return std::move(rejection).error(file);
  if (desk.accepted().empty()) return fail(ErrorCode::table_empty).at({file, 0, {}});
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<std::size_t> {
    TRY(writer.set_goals(desk.accepted(), today));
    TRY(before_commit(also, writer, desk.accepted().size()));
    return desk.accepted().size();
  });
}

Result<std::size_t> set_goals(const Ports& ports, const Table& table) {
  TRY(const auto columns, TableColumns::find(table, {"target", "unit", "value"}, {}));
  NumberReader numbers;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto learned = numbers.learn(columns.text(table.rows[i], "value"));
    if (learned.has_error()) return learned.error().at(columns.place(table.rows[i], "value"));
  }
  std::vector<GoalOrder> orders;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const Cell& cell = columns.cell(row, "value");
    const auto value = cell.kind == CellKind::number ? Decimal::parse(cell.text) : numbers.read(cell.text);
    if (value.has_error()) return value.error().at(columns.place(row, "value"));
    orders.push_back({std::string(columns.text(row, "target")), std::string(columns.text(row, "unit")),
                      value.value(), columns.place(row, "value")});
  }
  return set_goals(ports, orders, table.file, [](Slot, const unit::History&) { return ok(); });
}

}  // namespace nucong::app
