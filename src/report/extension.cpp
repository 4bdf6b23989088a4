#include "report/extension.hpp"

namespace nucong::report {

DueDays::DueDays(const Form& form, const Period& period, const unit::Tree& tree,
                 std::span<const Extension> extensions)
    : history_(tree.history()), day_(tree.day()), usual_(form.due(period)) {
  for (const Extension& one : extensions)
    if (one.form == form.code && one.period == period) extended_[one.unit] = one.due;
}

Date DueDays::of(Slot unit) const {
  if (extended_.empty()) return usual_;
  for (std::optional<Slot> at = unit; at; at = history_.parent_on(*at, day_))
    if (const auto found = extended_.find(*at); found != extended_.end()) return found->second;
  return usual_;
}

Date due_for(const Form& form, const Period& period, Slot unit, const unit::Tree& tree,
             std::span<const Extension> extensions) {
  return DueDays(form, period, tree, extensions).of(unit);
}

Result<> check_extension(const Extension& extension, Date present) {
  if (extension.due >= present) return ok();
  return fail(ErrorCode::deadline_earlier,
              {{"due", format_date(extension.due)}, {"present", format_date(present)}});
}

}  // namespace nucong::report
