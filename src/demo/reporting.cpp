#include "demo/reporting.hpp"

namespace nucong::demo {
namespace {

bool stands_at_end(const Reporter& reporter, const Period& period) {
  return reporter.stands_in(quarter_of(period.last()));
}

// None for a union that has no such figures: above the grassroots only years are reported.
std::optional<Values> figures_of(const Reporter& reporter, const Period& period) {
  if (!stands_at_end(reporter, period)) return std::nullopt;
  const Quarter quarter = quarter_of(period.last());
  const int year = 2023 + quarter / 4;
  if (period.kind() == PeriodKind::quarter && reporter.is_grassroots)
    return quarter_figures(reporter, quarter);
  if (period.kind() != PeriodKind::year) return std::nullopt;
  return reporter.is_grassroots ? year_figures(reporter, year) : upper_year_figures(reporter, year);
}

// The last report that the unit sent, if it is the one of the period before.
std::optional<Values> last_sent(const Reporter& reporter, const Period& period, const report::Form& form) {
  const Period before = period.previous();
  if (before.first() < make_date(2023, 1, 1)) return std::nullopt;
  if (!stands_at_end(reporter, before) || conduct_of(reporter, before, form.due(before)).silent)
    return std::nullopt;
  return figures_of(reporter, before);
}

}  // namespace

Reporting::Reporting(const app::Ports& ports, const std::vector<Reporter>& reporters)
    : ports_(ports), reporters_(reporters), today_(ports.clock.today()) {}

const Packing* Reporting::packing(std::string_view kind, PeriodKind period) {
  const auto [at, fresh] = packings_.try_emplace({kind, period});
  if (fresh)
    if (const auto* form = ports_.knowledge.form_for(kind, period))
      at->second.emplace(*form, ports_.knowledge.elements(), ports_.knowledge.jump);
  return at->second ? &*at->second : nullptr;
}

Result<> Reporting::flush() {
  if (batch_.empty()) return ok();
  TRY(ports_.database.act([&](app::Writer& writer) { return writer.submit(batch_, today_); }));
  batch_.clear();
  return ok();
}

void Reporting::add(const Reporter& reporter, const Period& period, const Packing& packing,
                    const Conduct& conduct, Pass pass) {
  auto values = figures_of(reporter, period);
  if (!values) return;
  const auto slip = conduct.corrected ? slip_of(reporter, period, *values) : std::nullopt;
  const bool first = pass == Pass::first_versions;
  if (!first && !slip) return;
  if (first && slip) (*values)[slip->counted] = slip->amount;
  const auto before = last_sent(reporter, period, packing.form());
  app::StoredReport report{reporter.slot, period};
  report.version = first ? 1 : 2;
  report.form = packing.form().code;
  report.received = first ? conduct.received : *conduct.corrected;
  report.by = "Ban Nữ công (mẫu)";
  std::size_t count = 0;
  report.figures = packing.figures(*values, count);
  report.reasons = packing.reasons(*values, before ? &*before : nullptr, first && slip ? &*slip : nullptr);
  batch_.push_back(std::move(report));
  if (!first) return;
  ++reports_;
  figures_ += count;
}

Result<> Reporting::send_pass(const Period& period, Pass pass) {
  constexpr std::size_t batch_max = 25'000;
  for (const auto& reporter : reporters_) {
    if (pass == Pass::first_versions) ports_.progress.advance(1);
    if (!stands_at_end(reporter, period)) continue;
    const Packing* asked = packing(reporter.kind, period.kind());
    if (asked == nullptr) continue;
    const Conduct conduct = conduct_of(reporter, period, asked->form().due(period));
    if (conduct.silent || (pass == Pass::corrections && !conduct.corrected)) continue;
    add(reporter, period, *asked, conduct, pass);
    if (batch_.size() < batch_max) continue;
    TRY(flush());
  }
  return flush();
}

Result<> Reporting::send(const Period& period) {
  TRY(send_pass(period, Pass::first_versions));
  return send_pass(period, Pass::corrections);
}

}  // namespace nucong::demo
