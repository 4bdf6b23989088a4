#include "http/feed.hpp"

#include <algorithm>
#include <set>

#include "answer/json_writer.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;
using Report = app::TakenIn::Report;
using Step = app::TakenIn::Step;

constexpr std::size_t waiting_bytes_max = std::size_t{64} << 10;
constexpr std::size_t acts_kept = 1000;
constexpr std::size_t reports_kept = 5000;  // of one act; one that brings more may concern any branch
constexpr std::size_t units_named = 50;
constexpr std::size_t readers_max = 4096;

bool is_below(const unit::History& history, Slot unit, Slot branch, Date day) {
  for (auto at = std::optional(unit); at; at = history.parent_on(*at, day))
    if (*at == branch) return true;
  return false;
}

std::string event(std::string_view name, app::Sequence id, JsonWriter&& data) {
  // One line of data: it ends with the line's end, the event with an empty line.
  return "event: " + std::string(name) + "\nid: " + std::to_string(id) + "\ndata: " + std::move(data).take() +
         "\n";
}

Decimal whole(std::uint64_t number) {
  return Decimal{static_cast<std::int64_t>(number)};
}

void add_reports(JsonWriter& json, const std::vector<Report>& reports, const unit::History& history) {
  std::set<Period> periods;
  std::set<std::string> units;
  for (const auto& report : reports) {
    periods.insert(report.period);
    if (units.size() < units_named) units.insert(history.unit(report.unit).code);
  }
  json.member("reports", whole(reports.size())).key("periods").open_array();
  for (const auto& period : periods) json.value(period.str());
  json.close_array().key("units").open_array();
  for (const auto& unit : units) json.value(unit);
  json.close_array();
}

void add_step(JsonWriter& json, const Step& step, const unit::History& history) {
  json.member("unit", history.unit(step.unit).code).member("period", step.period.str());
  json.member("step", report::name_of(step.kind));
}

// Those of one act, which stand next to each other.
template <class Thing>
std::vector<Thing> taken_of(app::Sequence sequence, const std::vector<Thing>& all, std::size_t most) {
  const auto range = std::ranges::equal_range(all, sequence, {}, &Thing::sequence);
  std::vector<Thing> taken(range.begin(), range.end());
  if (taken.size() > most) taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(most), taken.end());
  return taken;
}

}  // namespace

std::string Reader::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

bool Reader::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

void Reader::when_ready(std::function<void()> call) {
  const std::lock_guard lock(mutex_);
  ready_ = std::move(call);
}

bool Reader::give(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (dropped_ || waiting_.size() + text.size() > waiting_bytes_max)
    dropped_ = true;
  else
    waiting_ += text;
  if (ready_) ready_();
  return !dropped_;
}

std::string Feed::event_of(const Told& told, const app::Nation& nation, std::optional<Slot> branch) {
  const bool of_reports = told.act.kind == "report.submit";
  const bool some_unknown = told.reports.size() >= reports_kept;
  const auto concerns = [&](Slot unit) {
    return !branch || is_below(nation.history, unit, *branch, told.act.day);
  };
  std::vector<Report> reports;
  for (const auto& report : told.reports)
    if (concerns(report.unit)) reports.push_back(report);
  if (of_reports && branch && !some_unknown && reports.empty()) return {};
  if (!told.steps.empty() && !concerns(told.steps.front().unit)) return {};
  JsonWriter json(answer::JsonLayout::one_line);
  json.open_object().member("sequence", whole(told.act.sequence)).member("kind", told.act.kind);
  json.member("day", format_date(told.act.day));
  if (of_reports) add_reports(json, reports, nation.history);
  if (!told.steps.empty()) add_step(json, told.steps.front(), nation.history);
  json.close_object();
  return event("act", told.act.sequence, std::move(json));
}

void Feed::publish(const app::TakenIn& taken, const app::Nation& nation) {
  const std::lock_guard lock(mutex_);
  std::erase_if(readers_, [](const auto& reader) { return reader.expired(); });
  for (const auto& act : taken.acts) {
    Told told{act, taken_of(act.sequence, taken.reports, reports_kept),
              taken_of(act.sequence, taken.steps, 1)};
    for (const auto& weak : readers_) {
      const auto reader = weak.lock();
      if (!reader || reader->dropped()) continue;
      const auto text = event_of(told, nation, reader->branch());
      if (!text.empty() && !reader->give(text)) ++measures_.events_dropped;
    }
    told_.push_back(std::move(told));
    if (told_.size() > acts_kept) told_.pop_front();
  }
}

std::set<std::optional<Slot>> Feed::branches() {
  const std::lock_guard lock(mutex_);
  std::set<std::optional<Slot>> heard;
  for (const auto& weak : readers_)
    if (const auto reader = weak.lock()) heard.insert(reader->branch());
  return heard;
}

void Feed::tell(std::optional<Slot> branch, std::string_view name, app::Sequence sequence,
                JsonWriter&& data) {
  const std::string text = event(name, sequence, std::move(data));
  const std::lock_guard lock(mutex_);
  for (const auto& weak : readers_) {
    const auto reader = weak.lock();
    if (!reader || reader->branch() != branch || reader->dropped()) continue;
    if (!reader->give(text)) ++measures_.events_dropped;
  }
}

Result<std::shared_ptr<Reader>> Feed::open(const app::Nation& nation, std::optional<std::string_view> branch,
                                           std::optional<app::Sequence> last_seen) {
  std::optional<Slot> slot;
  if (branch) {
    TRY(slot, nation.history.slot(*branch));
  }
  const std::lock_guard lock(mutex_);
  std::erase_if(readers_, [](const auto& reader) { return reader.expired(); });
  if (readers_.size() >= readers_max) return fail(ErrorCode::server_busy, {{"seconds", "1"}});
  auto reader = std::make_shared<Reader>(slot);
  const app::Sequence now = told_.empty() ? nation.sequence : told_.back().act.sequence;
  const app::Sequence before_kept = told_.empty() ? now : told_.front().act.sequence - 1;
  if (last_seen && (*last_seen < before_kept || *last_seen > now)) {
    JsonWriter json(answer::JsonLayout::one_line);
    json.open_object().member("sequence", whole(now)).close_object();
    (void)reader->give(event("reset", now, std::move(json)));
  } else if (last_seen) {
    for (const auto& told : told_)
      if (told.act.sequence > *last_seen) (void)reader->give(event_of(told, nation, slot));
  }
  readers_.push_back(reader);
  return reader;
}

}  // namespace nucong::http
