#include "app/manage_accounts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/access_tokens.hpp"
#include "app/audit_log.hpp"
#include "app/repeated_request.hpp"
#include "world/accounts.hpp"

namespace nucong::app {
namespace {

using account::Deed;
using account::Office;
using account::Role;
using testing::ElementsAre;

class ManageAccounts : public testing::Test {
 protected:
  ManageAccounts() {
    admin = world.person("admin", {world.office(Role::administrator, "VN")});
    upper = world.person("upper", {world.office(Role::upper_officer, "A")});
    lan = world.person("lan", {world.office(Role::officer, "A1")});
    hoa = world.person("hoa", {world.office(Role::officer, "A2")});
    binh = world.person("binh", {world.office(Role::officer, "B")});
  }

  template <class T>
  static std::string fault(const Result<T>& result) {
    return result ? "ok" : std::string(dotted(result.error().code()));
  }
  std::string make(const std::string& by, Role role, const std::string& at) {
    static int number = 0;
    return fault(make_account(world.ports, world.asker(by),
                              {"new" + std::to_string(++number), "Chị Mới", {world.office(role, at)}},
                              world.past));
  }

  world::Accounts world{world::small_confederation};
  AccountId admin, upper, lan, hoa, binh;
};

TEST_F(ManageAccounts, the_unit_above_and_administrators_make_accounts_and_nobody_else) {
  EXPECT_EQ(make("upper", Role::officer, "A2"), "ok");
  EXPECT_EQ(make("upper", Role::leader, "A1"), "ok");
  EXPECT_EQ(make("upper", Role::officer, "A"), "scope.exceeded") << "not her own unit";
  EXPECT_EQ(make("upper", Role::officer, "B"), "scope.exceeded");
  EXPECT_EQ(make("upper", Role::administrator, "A1"), "scope.exceeded") << "or she could make herself one";
  EXPECT_EQ(make("admin", Role::administrator, "A"), "ok");
  EXPECT_EQ(make("lan", Role::member, "A1"), "scope.exceeded");
}

TEST_F(ManageAccounts, refuses_what_cannot_be) {
  const auto by = world.asker("admin");
  const auto fault_of = [&](const std::string& name, const std::string& person, std::vector<Office> offices) {
    return fault(make_account(world.ports, by, {name, person, std::move(offices)}, world.past));
  };
  EXPECT_EQ(fault_of("x", "Chị", {world.office(Role::officer, "A1")}), "account.name_malformed");
  EXPECT_EQ(fault_of("LAN", "Chị", {world.office(Role::officer, "A1")}), "account.name_taken");
  EXPECT_EQ(fault_of("mai", " \t ", {world.office(Role::officer, "A1")}), "account.person_missing");
  EXPECT_EQ(fault_of("mai", "Chị", {{{}, Role::officer, Slot(99U), make_date(2026, 1, 1), {}}}),
            "scope.exceeded");
  EXPECT_EQ(fault_of("mai", "Chị", {{{}, Role::officer, world.unit("A1"), make_date(2020, 1, 1), {}}}),
            "unit.not_yet_founded");
  EXPECT_EQ(fault_of("mai", "Chị", {world.office(Role::officer, "B1")}), "unit.closed");
  EXPECT_EQ(fault_of("mai", "Chị", {}), "ok") << "at the root an administrator may";
}

TEST_F(ManageAccounts, nobody_gives_themselves_an_office_or_closes_themselves) {
  const auto by = world.asker("admin");
  EXPECT_EQ(fault(appoint(world.ports, by, world.office(Role::leader, "A", admin), world.past)),
            "account.itself");
  EXPECT_EQ(fault(close_account(world.ports, by, admin, world.past)), "account.itself");
  EXPECT_EQ(fault(hand_over(world.ports, by, world.office(Role::officer, "A1", lan), admin,
                            make_date(2026, 11, 1), world.past)),
            "account.itself");
}

TEST_F(ManageAccounts, an_office_passes_and_with_it_what_they_may) {
  const auto by = world.asker("upper");
  const Office office = world.office(Role::officer, "A1", lan);
  EXPECT_EQ(
      fault(hand_over(world.ports, world.asker("lan"), office, hoa, make_date(2026, 11, 1), world.past)),
      "scope.exceeded");
  const auto handed = hand_over(world.ports, by, office, hoa, make_date(2026, 11, 1), world.past).value();
  EXPECT_EQ(handed.ended.to, handed.begun.from);
  EXPECT_FALSE(world.asker("lan").scope.covers(Deed::see_figures, world.unit("A1")));
  EXPECT_TRUE(world.asker("hoa").scope.covers(Deed::send_report, world.unit("A1")));
  EXPECT_EQ(fault(hand_over(world.ports, by, office, hoa, make_date(2026, 11, 1), world.past)),
            "office.changed");
  EXPECT_EQ(fault(end_office(world.ports, by, handed.begun, make_date(2026, 12, 1), world.past)), "ok");
}

TEST_F(ManageAccounts, closing_takes_authority_over_every_office_that_runs) {
  ASSERT_TRUE(
      appoint(world.ports, console(), world.office(Role::inspector, "B", lan), world.past).has_value());
  EXPECT_EQ(fault(close_account(world.ports, world.asker("upper"), lan, world.past)), "scope.exceeded");
  EXPECT_EQ(fault(close_account(world.ports, world.asker("upper"), hoa, world.past)), "ok");
  EXPECT_EQ(fault(close_account(world.ports, world.asker("upper"), upper, world.past)), "account.itself");
  EXPECT_EQ(fault(close_account(world.ports, world.asker("upper"), admin, world.past)), "scope.exceeded");
  EXPECT_EQ(fault(close_account(world.ports, world.asker("admin"), lan, world.past)), "ok");
  EXPECT_EQ(fault(close_account(world.ports, console(), admin, world.past)), "administrator.last");
  EXPECT_EQ(fault(close_account(world.ports, console(), AccountId(99U), world.past)), "account.unknown");
}

TEST_F(ManageAccounts, a_token_does_what_its_owner_may_or_only_reads) {
  const auto owner = world.asker("lan");
  const auto make = [&](const std::string& name, int days, bool may_write) {
    return make_token(world.ports, owner, {name, days, may_write});
  };
  EXPECT_EQ(fault(make(" ", 10, false)), "token.name_missing");
  EXPECT_EQ(fault(make("máy", 0, false)), "token.lifetime");
  EXPECT_EQ(fault(make("máy", 367, false)), "token.lifetime");
  const auto reading = whoami(world.ports, make("đọc", 10, false).value(), "", world.today).value();
  const auto writing = whoami(world.ports, make("ghi", 10, true).value(), "", world.today).value();
  EXPECT_EQ(fault(make("ghi", 10, true)), "token.name_taken");
  EXPECT_EQ(fault(demand(reading, Deed::see_figures, world.unit("A1"), world.past)), "ok");
  EXPECT_EQ(fault(demand(reading, Deed::send_report, world.unit("A1"), world.past)), "token.read_only");
  EXPECT_EQ(fault(demand(writing, Deed::send_report, world.unit("A1"), world.past)), "ok");
  EXPECT_EQ(fault(demand(writing, Deed::send_report, world.unit("A2"), world.past)), "scope.exceeded");
  EXPECT_EQ(fault(make_token(world.ports, writing, {"next", 10, true})), "session.ended")
      << "no tokens by tokens";
  EXPECT_EQ(fault(revoke_token(world.ports, owner, "đọc")), "ok");
  EXPECT_EQ(fault(revoke_token(world.ports, owner, "đọc")), "token.unknown");
}

TEST_F(ManageAccounts, the_audit_log_shows_everybody_what_concerns_them) {
  const auto leader = world.person("leader", {world.office(Role::leader, "A")});
  const auto seen = [&](const std::string& name) {
    std::vector<std::string> found;
    const auto asker = world.asker(name);
    for (const auto& entry : audit_log(*world.database, asker, ~std::uint64_t{0}, 100, world.past).value())
      if (entry.note.deed == "account.make") found.push_back(entry.note.thing);
    return found;
  };
  EXPECT_THAT(seen("leader"), ElementsAre("account leader", "account hoa", "account lan", "account upper"));
  EXPECT_THAT(seen("admin"), testing::SizeIs(6));
  EXPECT_THAT(seen("binh"), testing::IsEmpty());
  EXPECT_EQ(audit_log(*world.database, console(), 3, 100, world.past).value().size(), 2U);
  EXPECT_TRUE(leader.value > 0);
}

TEST_F(ManageAccounts, the_chain_tells_where_somebody_wrote_in_it) {
  const auto sound = check_audit(*world.database, world.digest).value();
  EXPECT_THAT(sound.faults, testing::IsEmpty());
  EXPECT_EQ(sound.entries, world.deeds().size());
  EXPECT_EQ(sound.last_hash.size(), 64U);
  const auto other = check_audit(*world.database, [](std::string_view) { return "x"; }).value();
  EXPECT_EQ(other.faults.size(), sound.entries);
  EXPECT_THAT(check_offices(*world.database, world.past).value(), testing::IsEmpty());
  const auto fewer = world::history("2023-01-01 found VN kind=confederation\n");
  EXPECT_EQ(check_offices(*world.database, fewer).value().size(), 4U);
}

TEST_F(ManageAccounts, a_request_that_comes_twice_is_answered_once) {
  const auto asker = world.asker("lan");
  EXPECT_EQ(answered(world.ports, asker, "k1", "submit A1").value(), std::nullopt);
  ASSERT_TRUE(keep_answer(world.ports, asker, "k1", "submit A1", "41").has_value());
  EXPECT_EQ(answered(world.ports, asker, "k1", "submit A1").value(), "41");
  EXPECT_EQ(fault(answered(world.ports, asker, "k1", "submit A2")), "request.key_taken");
  EXPECT_EQ(fault(keep_answer(world.ports, asker, "k1", "submit A1", "42")), "request.key_taken");
  EXPECT_EQ(answered(world.ports, world.asker("hoa"), "k1", "submit A2").value(), std::nullopt);
  world.clock.instant += answers_kept;
  EXPECT_EQ(answered(world.ports, asker, "k1", "submit A2").value(), std::nullopt);
}

}  // namespace
}  // namespace nucong::app
