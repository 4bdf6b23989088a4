#include "app/set_goals.hpp"

#include <algorithm>

#include "app/adopt.hpp"
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
  [[nodiscard]] static Result<GoalDesk> open(const Ports& ports, const GoalCheck& check) {
    TRY(const auto history, load_history(ports.store));
    GoalDesk desk(check, history, std::make_shared<const unit::Tree>(history, ports.clock.today()));
    TRY(desk.directives_, ports.store.directives());
    TRY(desk.given_, ports.store.goals());
    return desk;
  }

  [[nodiscard]] Result<> accept(const GoalOrder& order) {
    TRY(const auto found, find_target(directives_, order.target));
    const auto& target = found.target;
    TRY(const Slot unit, standing_unit(*tree_, order.unit));
    TRY(check_(unit, history_));
    const bool percent = target.unit == directive::Quantity::percent;
    if (order.value.is_negative() || (percent && order.value > Decimal{100}))
      return fail(ErrorCode::target_impossible, {{"target", target.id}, {"value", order.value.str()}});
    const auto is_same = [&](const target::Goal& goal) {
      return goal.unit == unit && goal.target == target.id;
    };
    if (std::ranges::any_of(accepted_, is_same))
      return fail(ErrorCode::report_row_twice, {{"unit", history_.unit(unit).code}, {"element", target.id}});
    TRY(target::Goals(given_).accepts(target, unit, order.value, *tree_));
    given_.push_back({unit, target.id, order.value});  // one further down is held against this one
    accepted_.push_back(given_.back());
    return ok();
  }

  [[nodiscard]] const std::vector<target::Goal>& accepted() const { return accepted_; }

 private:
  GoalDesk(const GoalCheck& check, unit::History history, std::shared_ptr<const unit::Tree> tree)
      : check_(check), history_(std::move(history)), tree_(std::move(tree)) {}

  const GoalCheck& check_;
  unit::History history_;
  std::shared_ptr<const unit::Tree> tree_;
  std::vector<target::Directive> directives_;
  std::vector<target::Goal> given_;
  std::vector<target::Goal> accepted_;
};

}  // namespace

Result<std::size_t> set_goals(const Ports& ports, const std::vector<GoalOrder>& orders,
                              const std::string& file, const GoalCheck& check) {
  TRY(auto desk, GoalDesk::open(ports, check));
  Rejection rejection;
  for (const auto& order : orders)
    if (const auto accepted = desk.accept(order); accepted.has_error())
      rejection.add(accepted.error().at(order.place));
  if (!rejection.empty()) return std::move(rejection).error(file);
  if (desk.accepted().empty()) return fail(ErrorCode::table_empty).at({file, 0, {}});
  TRY(ports.store.set_goals(desk.accepted(), ports.clock.today()));
  return desk.accepted().size();
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
