#include "app/draft_check.hpp"

#include <algorithm>

namespace nucong::app {

using indicator::Series;
using report::Figure;

namespace {

std::optional<Decimal> value_of(const std::vector<Figure>& figures, Series series,
                                const indicator::Elements& elements) {
  const auto at = std::ranges::lower_bound(figures, series, {}, &Figure::series);
  if (at == figures.end() || at->series != series) return std::nullopt;
  return Decimal::scaled(at->amount, elements.element(series.element).decimals);
}

std::vector<ErrorParam> about(const Draft& draft, const unit::History& history) {
  return {{"unit", history.unit(draft.unit).code}, {"period", draft.period.str()}};
}

}  // namespace

std::optional<StoredReport> DraftCheck::check(Draft& draft, Rejection& rejection) {
  const StoredReport* const before = ground_.known.find({draft.unit, draft.period});
  const auto ready = [&]() -> Result<> {
    TRY(check_unit(draft));
    return read_before(before);
  }();
  if (ready.has_error()) {
    rejection.add(ready.error());
    return std::nullopt;
  }
  if (!std::ranges::is_sorted(draft.cells, {}, &DraftCell::series))
    std::ranges::sort(draft.cells, {}, &DraftCell::series);
  if (!lay_over(draft, rejection)) return std::nullopt;  // rules on half a report would only confuse
  const std::size_t faults = rejection.count();
  check_rules(draft, rejection);
  if (ground_.strictness == Strictness::full)
    if (const auto checked = check_jumps(draft, rejection); checked.has_error())
      rejection.add(checked.error());
  if (after_.empty())
    rejection.add(
        fail(ErrorCode::report_empty, about(draft, ground_.history)).at(ground_.places.draft(draft.mark)));
  if (rejection.count() != faults || after_ == before_) return std::nullopt;
  return made(draft, before);
}

Result<> DraftCheck::check_unit(const Draft& draft) const {
  const auto& unit = ground_.history.unit(draft.unit);
  const auto refused = [&](ErrorCode code, std::vector<ErrorParam> more) -> Result<> {
    auto params = about(draft, ground_.history);
    params.insert(params.end(), more.begin(), more.end());
    return fail(code, std::move(params)).at(ground_.places.draft(draft.mark));
  };
  if (unit.founded > draft.period.last())
    return refused(ErrorCode::unit_not_yet_founded, {{"founded", format_date(unit.founded)}});
  if (unit.ended && *unit.ended <= draft.period.first())
    return refused(ErrorCode::unit_closed, {{"ended", format_date(*unit.ended)}});
  if (draft.period.first() > ground_.today) return refused(ErrorCode::report_period_future, {});
  return ok();
}

Result<> DraftCheck::read_before(const StoredReport* before) {
  before_.clear();
  if (before == nullptr) return ok();
  TRY(unpacker_.unpack(before->figures, before_));
  return unpacker_.unpack_reasons(before->reasons, before_);
}

// Both are in order: what the draft names takes the place of what stood there. False if a cell is at fault.
bool DraftCheck::lay_over(const Draft& draft, Rejection& rejection) {
  bool sound = true;
  after_.clear();
  auto old = before_.begin();
  for (const auto& cell : draft.cells) {
    while (old != before_.end() && old->series < cell.series) after_.push_back(*old++);
    if (old != before_.end() && old->series == cell.series) ++old;
    const auto amount = amount_of(cell, draft);
    if (amount.has_error()) {
      rejection.add(amount.error().at(ground_.places.cell(cell.mark)));
      sound = false;
    } else if (cell.value) {
      after_.push_back({cell.series, amount.value(), cell.reason});
    }
  }
  after_.insert(after_.end(), old, before_.end());
  return sound;
}

// In the element's smallest unit; 0 for a cell that takes its figure back.
Result<std::int64_t> DraftCheck::amount_of(const DraftCell& cell, const Draft& draft) const {
  const auto& element = elements().element(cell.series.element);
  const auto refused = [&](ErrorCode code) {
    return fail(code, {{"element", elements().code_of(cell.series)},
                       {"title", element.title_vi},
                       {"value", cell.value ? cell.value->str() : ""},
                       {"period", draft.period.str()}});
  };
  if (std::ranges::find(element.periods, draft.period.kind()) == element.periods.end())
    return refused(ErrorCode::element_period_kind);
  if (!cell.value) return 0;
  if (cell.value->is_negative()) return refused(ErrorCode::element_negative);
  if (cell.value->scale() > element.decimals) return refused(ErrorCode::element_not_whole);
  TRY(const auto amount, cell.value->in_units_of(element.decimals));
  if (amount > report::amount_max) return fail(ErrorCode::number_too_large, {{"text", cell.value->str()}});
  return amount;
}

void DraftCheck::check_rules(const Draft& draft, Rejection& rejection) const {
  const auto value = [&](Series series) { return value_of(after_, series, elements()); };
  for (const auto* rule : report::check_rules(ground_.knowledge.rules, value)) {
    auto params = about(draft, ground_.history);
    params.push_back({"rule", rule->code});
    params.push_back({"message", rule->message_vi});
    params.push_back({"message_en", rule->message_en});
    // The place of the first cell of this file that takes part; a rule only among older figures was judged
    // then.
    const DraftCell* first = nullptr;
    for (const auto& cell : draft.cells)
      if (std::ranges::find(rule->elements, cell.series.element) != rule->elements.end() &&
          (first == nullptr || cell.mark < first->mark))
        first = &cell;
    if (first != nullptr)
      rejection.add(
          fail(ErrorCode::report_rule_broken, std::move(params)).at(ground_.places.cell(first->mark)));
  }
}

Result<> DraftCheck::check_jumps(const Draft& draft, Rejection& rejection) {
  const StoredReport* last = ground_.known.find({draft.unit, draft.period.previous()});
  if (last == nullptr) return ok();
  std::vector<Figure> figures;
  TRY(unpacker_.unpack(last->figures, figures));
  for (const auto& cell : draft.cells) {
    const auto was = value_of(figures, cell.series, elements());
    const auto now = value_of(after_, cell.series, elements());
    if (!was || !now || !cell.reason.empty() || !report::is_jump(*was, *now, ground_.knowledge.jump))
      continue;
    auto params = about(draft, ground_.history);
    params.push_back({"element", elements().code_of(cell.series)});
    params.push_back({"title", elements().element(cell.series.element).title_vi});
    params.push_back({"last", was->str()});
    params.push_back({"now", now->str()});
    rejection.add(
        fail(ErrorCode::report_jump_unexplained, std::move(params)).at(ground_.places.cell(cell.mark)));
  }
  return ok();
}

StoredReport DraftCheck::made(const Draft& draft, const StoredReport* before) const {
  const auto& kind = ground_.history.unit(draft.unit).phase_on(draft.period.last()).kind;
  const report::Form* form = ground_.knowledge.form_for(kind, draft.period.kind());
  StoredReport next{draft.unit, draft.period};
  next.version = before == nullptr ? 1 : before->version + 1;
  next.form = draft.form ? *draft.form : form == nullptr ? "" : form->code;
  next.received = draft.received;
  next.by = draft.by;
  next.figures = report::pack(after_, elements());
  next.reasons = report::pack_reasons(after_, elements());
  return next;
}

}  // namespace nucong::app
