#include "app/submit.hpp"

#include <algorithm>
#include <map>

#include "app/rejection.hpp"

namespace nucong::app {

using indicator::Series;
using report::Figure;

namespace {

using ReportKey = std::pair<Slot, Period>;

// Current versions of the reports that the drafts touch, and of the periods before theirs.
class Known {
 public:
  static Result<Known> load(const Ports& ports, const std::vector<Draft>& drafts) {
    Known known;
    for (const auto& draft : drafts) {
      known.reports_[{draft.unit, draft.period}];
      known.reports_[{draft.unit, draft.period.previous()}];
    }
    constexpr std::size_t few = 64;
    if (drafts.size() <= few) {
      for (auto& [key, report] : known.reports_) {
        TRY(auto versions, ports.store.versions(key.first, key.second));
        if (!versions.empty()) report = std::move(versions.back());
      }
      return known;
    }
    Date from = drafts.front().period.first();
    Date to = drafts.front().period.last();
    for (const auto& [key, report] : known.reports_) {
      from = std::min(from, key.second.first());
      to = std::max(to, key.second.last());
    }
    TRY(ports.store.each_report(from, to, [&](const StoredReport& stored) -> Result<> {
      if (const auto at = known.reports_.find({stored.unit, stored.period}); at != known.reports_.end())
        at->second = stored;
      return ok();
    }));
    return known;
  }

  /// Null if nothing was reported yet.
  [[nodiscard]] const StoredReport* find(Slot unit, const Period& period) const {
    const auto at = reports_.find({unit, period});
    return at == reports_.end() || !at->second ? nullptr : &*at->second;
  }

 private:
  std::map<ReportKey, std::optional<StoredReport>> reports_;
};

std::optional<Decimal> value_of(const std::vector<Figure>& figures, Series series,
                                const indicator::Elements& elements) {
  const auto at = std::ranges::find(figures, series, &Figure::series);
  if (at == figures.end()) return std::nullopt;
  return Decimal::scaled(at->amount, elements.element(series.element).decimals);
}

// Checks one draft and makes the report's next version of it.
class Checker {
 public:
  Checker(const Ports& ports, const unit::History& history, const Known& known, Strictness strictness,
          const Places& places)
      : ports_(ports),
        history_(history),
        known_(known),
        strictness_(strictness),
        places_(places),
        unpacker_(elements()) {}

  /// None if the draft changes nothing.
  Result<std::optional<StoredReport>> check(const Draft& draft, Rejection& rejection) {
    TRY(check_unit(draft));
    std::vector<Figure> figures;
    const StoredReport* before = known_.find(draft.unit, draft.period);
    if (before != nullptr) {
      TRY(unpacker_.unpack(before->figures, figures));
      TRY(unpacker_.unpack_reasons(before->reasons, figures));
    }
    const std::vector<Figure> old = figures;
    bool sound = true;
    for (const auto& cell : draft.cells) {
      const auto laid = lay(cell, draft, figures);
      if (laid.has_value()) continue;
      rejection.add(laid.error().at(places_.cell(cell.mark)));
      sound = false;
    }
    if (!sound) return std::optional<StoredReport>{};  // rules on half a report would only confuse
    std::ranges::sort(figures, {}, &Figure::series);
    check_rules(draft, figures, rejection);
    if (strictness_ == Strictness::full) {
      TRY(check_jumps(draft, figures, rejection));
    }
    if (figures.empty()) return fail(ErrorCode::report_empty, about(draft)).at(places_.draft(draft.mark));
    if (figures == old) return std::optional<StoredReport>{};
    return std::optional{made(draft, figures, before)};
  }

 private:
  [[nodiscard]] const indicator::Elements& elements() const { return ports_.knowledge.elements(); }

  [[nodiscard]] std::vector<ErrorParam> about(const Draft& draft) const {
    return {{"unit", history_.unit(draft.unit).code}, {"period", draft.period.str()}};
  }

  [[nodiscard]] Result<> check_unit(const Draft& draft) const {
    const auto& unit = history_.unit(draft.unit);
    auto params = about(draft);
    if (unit.founded > draft.period.last()) {
      params.push_back({"founded", format_date(unit.founded)});
      return fail(ErrorCode::unit_not_yet_founded, std::move(params)).at(places_.draft(draft.mark));
    }
    if (unit.ended && *unit.ended <= draft.period.first()) {
      params.push_back({"ended", format_date(*unit.ended)});
      return fail(ErrorCode::unit_closed, std::move(params)).at(places_.draft(draft.mark));
    }
    if (draft.period.first() > ports_.clock.today())
      return fail(ErrorCode::report_period_future, std::move(params)).at(places_.draft(draft.mark));
    return ok();
  }

  // Puts one cell into the figures of its report.
  Result<> lay(const DraftCell& cell, const Draft& draft, std::vector<Figure>& figures) const {
    const auto& element = elements().element(cell.series.element);
    const std::vector<ErrorParam> params = {{"element", elements().code_of(cell.series)},
                                            {"title", element.title_vi},
                                            {"value", cell.value ? cell.value->str() : ""},
                                            {"period", draft.period.str()}};
    if (std::ranges::find(element.periods, draft.period.kind()) == element.periods.end())
      return fail(ErrorCode::element_period_kind, params);
    std::erase_if(figures, [&](const Figure& figure) { return figure.series == cell.series; });
    if (!cell.value) return ok();
    if (cell.value->is_negative()) return fail(ErrorCode::element_negative, params);
    if (cell.value->scale() > element.decimals) return fail(ErrorCode::element_not_whole, params);
    TRY(const auto amount, cell.value->in_units_of(element.decimals));
    if (amount > report::amount_max) return fail(ErrorCode::number_too_large, {{"text", cell.value->str()}});
    figures.push_back({cell.series, amount, std::string(cell.reason)});
    return ok();
  }

  void check_rules(const Draft& draft, const std::vector<Figure>& figures, Rejection& rejection) const {
    const auto value = [&](Series series) { return value_of(figures, series, elements()); };
    for (const auto* rule : report::check_rules(ports_.knowledge.rules, value)) {
      auto params = about(draft);
      params.push_back({"rule", rule->code});
      params.push_back({"message", rule->message_vi});
      params.push_back({"message_en", rule->message_en});
      // The place of the first cell of this file that takes part; a rule only among older figures was judged
      // then.
      const auto cell = std::ranges::find_if(draft.cells, [&](const DraftCell& c) {
        return std::ranges::find(rule->elements, c.series.element) != rule->elements.end();
      });
      if (cell != draft.cells.end())
        rejection.add(fail(ErrorCode::report_rule_broken, std::move(params)).at(places_.cell(cell->mark)));
    }
  }

  Result<> check_jumps(const Draft& draft, const std::vector<Figure>& figures, Rejection& rejection) {
    const StoredReport* last = known_.find(draft.unit, draft.period.previous());
    if (last == nullptr) return ok();
    std::vector<Figure> before;
    TRY(unpacker_.unpack(last->figures, before));
    for (const auto& cell : draft.cells) {
      const auto was = value_of(before, cell.series, elements());
      const auto now = value_of(figures, cell.series, elements());
      if (!was || !now || !cell.reason.empty() || !report::is_jump(*was, *now, ports_.knowledge.jump))
        continue;
      auto params = about(draft);
      params.push_back({"element", elements().code_of(cell.series)});
      params.push_back({"title", elements().element(cell.series.element).title_vi});
      params.push_back({"last", was->str()});
      params.push_back({"now", now->str()});
      rejection.add(fail(ErrorCode::report_jump_unexplained, std::move(params)).at(places_.cell(cell.mark)));
    }
    return ok();
  }

  [[nodiscard]] StoredReport made(const Draft& draft, const std::vector<Figure>& figures,
                                  const StoredReport* before) const {
    const auto& kind = history_.unit(draft.unit).phase_on(draft.period.last()).kind;
    const report::Form* form = ports_.knowledge.form_for(kind, draft.period.kind());
    StoredReport next{draft.unit, draft.period};
    next.version = before == nullptr ? 1 : before->version + 1;
    next.form = draft.form ? *draft.form : form == nullptr ? "" : form->code;
    next.received = draft.received;
    next.by = draft.by;
    next.figures = report::pack(figures, elements());
    next.reasons = report::pack_reasons(figures, elements());
    return next;
  }

  const Ports& ports_;
  const unit::History& history_;
  const Known& known_;
  Strictness strictness_;
  const Places& places_;
  report::Unpacker unpacker_;
};

}  // namespace

Result<Submitted> submit(const Ports& ports, const unit::History& history, const std::vector<Draft>& drafts,
                         Strictness strictness, const std::string& file, const Places& places) {
  if (drafts.empty()) return fail(ErrorCode::table_empty).at({file, 0, {}});
  TRY(const auto known, Known::load(ports, drafts));
  Checker checker(ports, history, known, strictness, places);
  Rejection rejection;
  Submitted done;
  std::vector<StoredReport> reports;
  ports.progress.begin("progress.checking", drafts.size());
  for (const auto& draft : drafts) {
    ports.progress.advance(1);
    auto checked = checker.check(draft, rejection);
    if (checked.has_error()) {
      rejection.add(checked.error());
    } else if (!checked.value()) {
      ++done.unchanged;
    } else {
      if (checked.value()->version > 1) ++done.corrected;
      reports.push_back(std::move(*checked.value()));
      done.figures += draft.cells.size();
    }
  }
  ports.progress.end();
  if (!rejection.empty()) return std::move(rejection).error(file);
  done.reports = reports.size();
  if (reports.empty()) return done;
  TRY(ports.store.submit(reports, ports.clock.today()));
  return done;
}

}  // namespace nucong::app
