#include <algorithm>

#include "store/detail/act_words.hpp"
#include "store/detail/memory_facts.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

using app::changed_draft;
using app::FrozenText;
using app::Reminder;
using app::SavedDraft;
using app::Sequence;

class MemoryWorkStore final : public app::WorkStore {
 public:
  explicit MemoryWorkStore(std::shared_ptr<MemoryFacts> facts) : facts_(std::move(facts)) {}

  Result<std::optional<SavedDraft>> draft(Slot unit, const Period& period) override {
    const auto* found = open_draft(unit, period);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }

  Result<std::uint32_t> save_draft(const SavedDraft& draft, std::uint32_t known) override {
    const auto* now = open_draft(draft.unit, draft.period);
    if (known != (now == nullptr ? 0 : now->revision)) return changed_draft(draft.unit, draft.period, now);
    const auto [kept, is_first] =
        facts_->drafts.try_emplace({draft.unit, draft.period}, MemoryDraft{draft, true});
    const std::uint32_t revision = is_first ? 1 : kept->second.draft.revision + 1;
    kept->second = {draft, true};
    kept->second.draft.revision = revision;
    return revision;
  }

  Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) override {
    const auto* now = open_draft(unit, period);
    if (now == nullptr) return ok();
    if (known != now->revision) return changed_draft(unit, period, now);
    facts_->drafts.at({unit, period}).is_open = false;
    return ok();
  }

  Result<Sequence> add_step(const report::Step& step, Date day) override {
    ENSURE(step.kind != report::StepKind::signed_off);
    return append(step, act_kind::report_step, day);
  }

  Result<Sequence> freeze(const report::Step& step, const std::string& text, const std::string& digest,
                          Date day) override {
    ENSURE(step.kind == report::StepKind::signed_off);
    TRY(const auto sequence, append(step, act_kind::report_freeze, day));
    facts_->frozen[{step.unit, step.period}].push_back(
        {step.unit, step.period, step.number, text, digest, sequence});
    return sequence;
  }

  Result<std::vector<report::Step>> steps(Slot unit, const Period& period) override {
    std::vector<report::Step> found;
    if (const auto known = facts_->steps.find({unit, period}); known != facts_->steps.end())
      for (const auto& stored : known->second) found.push_back(stored.step);
    return found;
  }

  Result<std::vector<FrozenText>> frozen(Slot unit, const Period& period) override {
    const auto known = facts_->frozen.find({unit, period});
    return known == facts_->frozen.end() ? std::vector<FrozenText>() : known->second;
  }

  Result<Sequence> extend(const report::Extension& extension, Date day) override {
    facts_->extensions.push_back(extension);
    return facts_->add_act(act_kind::deadline_extend, day, summary_of(extension));
  }

  Result<Sequence> remind(std::span<const Reminder> reminders, Date day) override {
    if (reminders.empty()) return facts_->acts.size();
    facts_->reminders.insert(facts_->reminders.end(), reminders.begin(), reminders.end());
    return facts_->add_act(act_kind::report_remind, day, counted(reminders.size(), "unit"));
  }

  Result<std::vector<Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) override {
    TRY(auto found, all_reminders(from));
    std::erase_if(found, [&](const Reminder& one) { return one.unit != unit; });
    return found;
  }

  Result<std::vector<Reminder>> all_reminders(std::chrono::sys_seconds from) override {
    std::vector<Reminder> found;
    std::ranges::copy_if(facts_->reminders, std::back_inserter(found),
                         [&](const Reminder& one) { return one.at >= from; });
    std::ranges::stable_sort(found, {}, &Reminder::unit);
    return found;
  }

 private:
  [[nodiscard]] const SavedDraft* open_draft(Slot unit, const Period& period) const {
    const auto known = facts_->drafts.find({unit, period});
    return known == facts_->drafts.end() || !known->second.is_open ? nullptr : &known->second.draft;
  }

  Result<Sequence> append(const report::Step& step, std::string_view kind, Date day) {
    const MemoryFacts::Key key{step.unit, step.period};
    const auto standing = facts_->standing(key);
    TRY(check_next(step, standing.version, standing.steps));
    const Sequence sequence = facts_->add_act(kind, day, summary_of(step));
    facts_->steps[key].push_back({step, sequence});
    return sequence;
  }

  std::shared_ptr<MemoryFacts> facts_;
};

}  // namespace

std::unique_ptr<app::WorkStore> make_memory_work_store(std::shared_ptr<MemoryFacts> facts) {
  return std::make_unique<MemoryWorkStore>(std::move(facts));
}

}  // namespace nucong::store
