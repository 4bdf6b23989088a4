#include "app/send_on.hpp"

#include <fmt/format.h>

#include "app/collect.hpp"
#include "app/unit_named.hpp"

namespace nucong::app {
namespace {

/// So many of the silent are named in the note; a nation's would fill pages.
constexpr std::size_t named_max = 100;

std::string words_of(const SentOn& sent) {
  std::string note = fmt::format("{}/{}", sent.counts.received, sent.counts.expected);
  if (!sent.silent.empty()) note += ";";
  for (std::size_t i = 0; i < std::min(sent.silent.size(), named_max); ++i) note += " " + sent.silent[i];
  if (sent.silent.size() > named_max) note += " …";
  return note;
}

}  // namespace

Result<SentOn> send_on(const WorkPorts& ports, const Asker& asker, const Present& present,
                       const SendOn& wanted, const BeforeCommit<SentOn>& also) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, account::Deed::send_report, at.unit, history));
  TRY(standing_unit(history, wanted.period.last(), at.code));
  TRY(const auto* form, form_of(present, at, wanted.form));
  const auto branch = collected(present, *form, wanted.period, wanted.period.last());
  SentOn sent;
  sent.counts = branch.collection.counts(at.unit);
  for (const auto& due : branch.collection.of(at.unit))
    if (due.expected && !due.received) sent.silent.push_back(history.unit(due.unit).code);
  TRY(const auto step,
      next_step(ports, asker, at, {report::StepKind::sent_on, wanted.version, words_of(sent)}));
  sent.standing = report::after(at.standing, step);
  const auto note = work_note(ports, asker, "report.sent_on", at, step.note);
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<SentOn> {
    SentOn done = sent;
    TRY(done.sequence, named(writer.add_step(step, today), history));
    writer.note(note);
    TRY(before_commit(also, writer, done));
    return done;
  });
}

}  // namespace nucong::app
