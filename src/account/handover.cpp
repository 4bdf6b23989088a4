#include <algorithm>
#include <string>

#include "account/office.hpp"

namespace nucong::account {
namespace {

std::vector<ErrorParam> named(const Office& office) {
  return {{"role", std::string(name_of(office.role))}, {"unit", std::to_string(office.unit.value)}};
}

}  // namespace

Result<> check_term(const Office& office) {
  if (!office.to || office.from < *office.to) return ok();
  return fail(ErrorCode::office_term_empty,
              {{"from", format_date(office.from)}, {"to", format_date(*office.to)}});
}

Result<> check_new(const Office& office, std::span<const Office> known) {
  TRY(check_term(office));
  if (std::ranges::any_of(known, [&](const Office& other) { return office.collides_with(other); }))
    return fail(ErrorCode::office_held, named(office));
  return ok();
}

Result<Office> ended(const Office& office, Date day) {
  if (office.to && *office.to <= day) return fail(ErrorCode::office_ended, named(office));
  Office cut = office;
  cut.to = day;
  TRY(check_term(cut));
  return cut;
}

Result<Handover> hand_over(const Office& office, AccountId receiver, Date day,
                           std::span<const Office> of_receiver) {
  if (receiver == office.account) return fail(ErrorCode::office_to_itself);
  TRY(const auto before, ended(office, day));
  Office after = office;
  after.account = receiver;
  after.from = day;
  TRY(check_new(after, of_receiver));
  return Handover{before, after};
}

}  // namespace nucong::account
