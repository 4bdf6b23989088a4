#include "account/audit.hpp"

#include <set>

#include <gtest/gtest.h>

namespace nucong::account {
namespace {

TEST(Audit, no_two_entries_seal_alike) {
  AuditNote note;
  note.at = Instant{std::chrono::seconds{7}};
  std::set<std::string> texts;
  const auto add = [&](std::uint64_t sequence, const AuditNote& one, std::string_view previous) {
    EXPECT_TRUE(texts.insert(sealed_text(sequence, one, previous)).second);
  };
  add(1, note, "");
  add(2, note, "");
  add(1, note, "h");
  const auto with = [&](auto&& change) {
    AuditNote changed = note;
    change(changed);
    add(1, changed, "");
  };
  with([](AuditNote& n) { n.at += std::chrono::seconds{1}; });
  with([](AuditNote& n) { n.account = AccountId(0U); });
  with([](AuditNote& n) { n.account = AccountId(1U); });
  with([](AuditNote& n) { n.unit = Slot(0U); });
  with([](AuditNote& n) { n.address = "ab"; });
  with([](AuditNote& n) { n.deed = "ab"; });
  with([](AuditNote& n) { n.address = "a", n.deed = "b"; });
  with([](AuditNote& n) { n.deed = "a", n.thing = "b"; });
  with([](AuditNote& n) { n.thing = "ab"; });
  with([](AuditNote& n) { n.summary = "ab"; });
}

TEST(Audit, the_sealed_text_stays_as_it_is) {
  AuditNote note{Instant{std::chrono::seconds{1'800'000'000}},
                 AccountId(3U),
                 "10.0.0.1",
                 "account.make",
                 "account 4",
                 Slot(7U),
                 "Lan Nguyễn"};
  EXPECT_EQ(sealed_text(12, note, "abc"),
            "3:abc2:1210:18000000001:38:10.0.0.112:account.make9:account 41:712:Lan Nguyễn");
}

}  // namespace
}  // namespace nucong::account
