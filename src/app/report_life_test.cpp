// The life of a report from draft to signature, by the use cases that people meet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/check.hpp"
#include "app/report_draft.hpp"
#include "app/review_report.hpp"
#include "app/send_on.hpp"
#include "app/sign_report.hpp"
#include "app/typing.hpp"
#include "world/passing_database.hpp"
#include "world/work.hpp"

namespace nucong::app {
namespace {

using account::Role;
using report::State;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using world::Work;

/// Something happens between what is read and what is done.
class Meanwhile final : public world::PassingDatabase {
 public:
  using PassingDatabase::PassingDatabase;
  Result<> commit(const Body& body) override {
    if (something) std::exchange(something, {})();
    return PassingDatabase::commit(body);
  }
  std::function<void()> something;
};

class ReportLife : public testing::Test {
 protected:
  ReportLife() {
    auto& people = work.people;
    people.person("lan", {people.office(Role::officer, "A1")});
    people.person("hoa", {people.office(Role::officer, "A2")});
    people.person("mai", {people.office(Role::upper_officer, "A")});
    people.person("binh", {people.office(Role::upper_officer, "B")});
    people.person("chi", {people.office(Role::leader, "A1")});
    people.person("dung", {people.office(Role::leader, "A")});
    for (const char* name : {"lan", "hoa", "mai", "binh", "chi", "dung"})
      askers.emplace(name, people.asker(name));
    work.people.clock.day = make_date(2026, 4, 5);
  }

  const Asker& by(const std::string& name) { return askers.at(name); }
  std::string save(const std::string& who, const std::string& unit, std::vector<DraftFigure> boxes) {
    return Work::fault(work.save(by(who), unit, quarter, std::move(boxes)));
  }
  std::string send(const std::string& who, const std::string& unit) {
    return Work::fault(work.send(by(who), unit, quarter));
  }
  std::string give_back(const std::string& who, report::Version version,
                        std::vector<std::string> cells = {}) {
    return Work::fault(return_report(work.ports, by(who), work.present(),
                                     {"A1", quarter, version, "thiếu danh sách", std::move(cells)}));
  }
  std::string accept(const std::string& who, report::Version version) {
    return Work::fault(accept_report(work.ports, by(who), work.present(), {"A1", quarter, version, {}}));
  }
  std::string sign(const std::string& who, const std::string& unit, report::Version version,
                   const std::string& form = {}) {
    return Work::fault(sign_report(work.ports, by(who), work.present(), {unit, quarter, form, version}));
  }
  State state(const std::string& unit = "A1") { return work.state(unit, quarter); }

  const Period quarter = Period::parse("2026-Q1").value();
  Work work{world::two_zones};
  std::map<std::string, Asker> askers;
};

TEST_F(ReportLife, goes_from_draft_to_signature) {
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "100"), Work::box("A04", "60")}), "ok");
  EXPECT_EQ(state(), State::none) << "a draft is nobody else's business";
  EXPECT_EQ(send("lan", "A1"), "ok");
  EXPECT_EQ(state(), State::sent);
  EXPECT_EQ(give_back("mai", 1, {"A04"}), "ok");
  EXPECT_EQ(state(), State::returned);
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "100"), Work::box("A04", "61")}), "ok");
  EXPECT_EQ(send("lan", "A1"), "ok");
  EXPECT_EQ(state(), State::sent);
  EXPECT_EQ(accept("mai", 2), "ok");
  EXPECT_EQ(state(), State::accepted);
  EXPECT_EQ(sign("chi", "A1", 2), "ok");
  EXPECT_EQ(state(), State::signed_off);
  const std::vector<std::string> all = work.people.deeds();
  EXPECT_THAT(
      std::vector(all.end() - 5, all.end()),
      ElementsAre("report.submit", "report.returned", "report.submit", "report.accepted", "report.signed"));
}

TEST_F(ReportLife, everybody_does_only_what_their_role_may) {
  EXPECT_EQ(save("hoa", "A1", {Work::box("A03", "1")}), "scope.exceeded");
  EXPECT_EQ(save("binh", "A1", {Work::box("A03", "1")}), "scope.exceeded");
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "1")}), "ok");
  EXPECT_EQ(send("chi", "A1"), "scope.exceeded") << "who signs is not who typed";
  ASSERT_EQ(send("lan", "A1"), "ok");
  EXPECT_EQ(accept("lan", 1), "scope.exceeded");
  EXPECT_EQ(accept("binh", 1), "scope.exceeded");
  EXPECT_EQ(sign("dung", "A1", 1), "scope.exceeded") << "a leader signs for their own unit";
  auto reads = by("mai");
  reads.may_write = false;
  EXPECT_EQ(Work::fault(accept_report(work.ports, reads, work.present(), {"A1", quarter, 1, {}})),
            "token.read_only");
}

TEST_F(ReportLife, of_two_who_save_the_second_is_asked_to_choose) {
  const auto base = SaveReportDraft{"A1", quarter, {}, 0, 0, {Work::box("A03", "5")}};
  ASSERT_TRUE(save_report_draft(work.ports, by("lan"), work.present(), base).has_value());
  const auto second = save_report_draft(work.ports, by("lan"), work.present(), base);
  EXPECT_EQ(Work::fault(second), "draft.changed");
  EXPECT_EQ(Work::fault(send_report(work.ports, by("lan"), work.present(), {"A1", quarter, 7})),
            "draft.changed");
}

TEST_F(ReportLife, a_draft_may_break_rules_and_a_report_may_not) {
  const std::vector<DraftFigure> boxes = {Work::box("A03", "10"), Work::box("A04", "60"),
                                          Work::box("A07a", "-1")};
  EXPECT_EQ(save("lan", "A1", boxes), "ok");
  const auto refused = work.send(by("lan"), "A1", quarter);
  EXPECT_EQ(Work::fault(refused), "element.negative");
  EXPECT_EQ(refused.error().place().cell, "A07a");
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "10"), Work::box("A04", "60")}), "ok");
  EXPECT_EQ(send("lan", "A1"), "report.rule_broken");
  EXPECT_EQ(save("lan", "A1", {Work::box("Z99", "1")}), "element.unknown");
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "1.5")}), "element.not_whole");
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "1"), Work::box("A03", "2")}), "report.row_twice");
}

TEST_F(ReportLife, all_faults_are_told_at_once) {
  work.report("A1", quarter.previous(), {Work::box("A03", "50"), Work::box("A04", "40")});
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "500"), Work::box("A04", "400")}), "ok");
  const auto refused = work.send(by("lan"), "A1", quarter);
  EXPECT_EQ(Work::fault(refused), "report.rejected");
  ASSERT_EQ(refused.error().causes().size(), 2U);
  EXPECT_EQ(refused.error().causes().front().code(), ErrorCode::report_jump_unexplained);
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "500", "sáp nhập"), Work::box("A04", "400", "sáp nhập")}),
            "ok");
  EXPECT_EQ(send("lan", "A1"), "ok");
}

TEST_F(ReportLife, sending_again_changes_nothing) {
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5"), Work::box("A04", "3")}), "ok");
  EXPECT_EQ(work.send(by("lan"), "A1", quarter).value().version, 1U);
  const auto again = work.send(by("lan"), "A1", quarter).value();
  EXPECT_TRUE(again.unchanged);
  EXPECT_EQ(again.version, 1U);
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5"), Work::box("A04", "3")}), "ok");
  EXPECT_TRUE(work.send(by("lan"), "A1", quarter).value().unchanged);
  EXPECT_EQ(work.ports.database.draft(work.unit("A1"), quarter).value(), std::nullopt);
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5")}), "ok");
  EXPECT_EQ(work.send(by("lan"), "A1", quarter).value().version, 2U) << "an empty box takes the figure back";
  EXPECT_EQ(figure_at(work.present(), work.unit("A1"), quarter,
                      world::knowledge().elements().parse_series("A04").value()),
            std::nullopt);
  EXPECT_EQ(Work::fault(work.send(by("hoa"), "A2", quarter)), "report.empty");
}

TEST_F(ReportLife, what_a_caller_adds_is_one_act_with_the_report) {
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5")}), "ok");
  const auto draft = work.ports.database.draft(work.unit("A1"), quarter).value();
  const SendReport wanted{"A1", quarter, draft->revision};
  const auto deeds = work.people.deeds();
  const auto refuse = [](Writer&, const SentReport&) -> Result<> {
    return fail(ErrorCode::request_key_taken);
  };
  EXPECT_EQ(Work::fault(send_report(work.ports, by("lan"), work.present(), wanted, refuse)),
            "request.key_taken");
  EXPECT_EQ(state(), State::none);
  EXPECT_EQ(work.people.deeds(), deeds);
  EXPECT_EQ(work.ports.database.draft(work.unit("A1"), quarter).value(), draft);

  SentReport told;
  const auto note = [&](Writer& writer, const SentReport& sent) -> Result<> {
    told = sent;
    writer.note(note_of(by("lan"), {}, "added", {}));
    return ok();
  };
  ASSERT_TRUE(send_report(work.ports, by("lan"), work.present(), wanted, note).has_value());
  EXPECT_EQ(work.people.deeds().back(), "added");
  EXPECT_EQ(told.sequence, work.ports.database.latest().value());
  EXPECT_EQ(told.standing, work.standing("A1", quarter));
  EXPECT_EQ(work.ports.database.draft(work.unit("A1"), quarter).value(), std::nullopt);

  const auto never = [](Writer&, const SentReport&) -> Result<> {
    ADD_FAILURE() << "nothing was done";
    return ok();
  };
  const auto again = send_report(work.ports, by("lan"), work.present(), wanted, never).value();
  EXPECT_TRUE(again.unchanged);
  EXPECT_EQ(again.standing, told.standing);
}

TEST_F(ReportLife, every_step_tells_where_the_report_stands_then) {
  work.report("A1", quarter, {Work::box("A03", "5")});
  const auto& ports = work.ports;
  const auto agrees = [&](const auto& stepped, const char* unit = "A1") {
    ASSERT_TRUE(stepped.has_value()) << Work::fault(stepped);
    EXPECT_EQ(stepped.value().standing, work.standing(unit, quarter));
    EXPECT_EQ(stepped.value().sequence, work.present().nation.sequence);
  };
  agrees(return_report(ports, by("mai"), work.present(), {"A1", quarter, 1, "thiếu danh sách", {}}));
  agrees(accept_report(ports, by("mai"), work.present(), {"A1", quarter, 1, {}}));
  agrees(sign_report(ports, by("chi"), work.present(), {"A1", quarter, {}, 1}));
  agrees(reopen_report(ports, by("chi"), work.present(), {"A1", quarter, 1, "nhầm"}));
  agrees(send_on(ports, by("mai"), work.present(), {"A", quarter, "NC-Q", 0}), "A");
}

TEST_F(ReportLife, what_somebody_saved_while_it_was_sent_is_not_lost) {
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5")}), "ok");
  const auto looked_at = work.ports.database.draft(work.unit("A1"), quarter).value()->revision;
  Meanwhile database(*work.people.database);
  database.something = [&] { ASSERT_EQ(save("lan", "A1", {Work::box("A03", "6")}), "ok"); };
  const WorkPorts ports{database, work.people.clock, work.people.secrets};
  EXPECT_EQ(Work::fault(send_report(ports, by("lan"), work.present(), {"A1", quarter, looked_at})),
            "draft.changed");
  EXPECT_EQ(state(), State::none);
  EXPECT_GT(database.draft(work.unit("A1"), quarter).value()->revision, looked_at);
}

TEST_F(ReportLife, a_draft_begun_on_an_older_version_is_not_sent_over_the_newer_one) {
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "5")}), "ok");
  const StoredReport other{work.unit("A1"), quarter, 1, "NC-Q", work.people.clock.day, "x", "A03=9", {}, 0};
  ASSERT_TRUE(
      work.app.database.act([&](Writer& writer) {
                         return writer.submit({&other, 1}, other.received);
                       })
          .has_value());
  EXPECT_EQ(send("lan", "A1"), "report.version_changed");
}

TEST_F(ReportLife, the_unit_above_types_in_for_one_that_is_silent_and_for_no_other) {
  EXPECT_EQ(save("mai", "A1", {Work::box("A03", "5")}), "ok");
  EXPECT_EQ(send("mai", "A1"), "ok");
  const auto first = work.app.database.versions(work.unit("A1"), quarter).value().back();
  EXPECT_EQ(first.by, std::string(typed_for) + "Chị mai");
  EXPECT_EQ(save("mai", "A1", {Work::box("A03", "6")}), "ok") << "she may correct her own typing";
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "7")}), "ok");
  EXPECT_EQ(send("lan", "A1"), "ok");
  EXPECT_EQ(save("mai", "A1", {Work::box("A03", "8")}), "report.not_silent");
  EXPECT_EQ(save("mai", "B1", {Work::box("A03", "8")}), "scope.exceeded");
}

TEST_F(ReportLife, a_reviewer_decides_about_what_they_looked_at) {
  EXPECT_EQ(accept("mai", 0), "report.nothing_sent");
  work.report("A1", quarter, {Work::box("A03", "5")});
  work.report("A1", quarter, {Work::box("A03", "6")});
  EXPECT_EQ(accept("mai", 1), "report.version_moved");
  EXPECT_EQ(give_back("mai", 2, {"A03", "XX"}), "report.cell_unknown");
  const auto seen = work.present();
  ASSERT_TRUE(accept_report(work.ports, by("mai"), seen, {"A1", quarter, 2, {}}).has_value());
  EXPECT_EQ(Work::fault(return_report(work.ports, by("dung"), seen, {"A1", quarter, 2, "xem lại", {}})),
            "report.step_changed")
      << "two reviewers looked at the same moment";
}

TEST_F(ReportLife, what_is_signed_stays_until_the_leader_or_the_unit_above_opens_it) {
  work.report("A1", quarter, {Work::box("A03", "5")});
  ASSERT_EQ(sign("chi", "A1", 1), "ok");
  EXPECT_EQ(sign("chi", "A1", 1), "report.signed");
  EXPECT_EQ(save("lan", "A1", {Work::box("A03", "6")}), "report.signed");
  EXPECT_EQ(send("lan", "A1"), "report.signed");
  const auto reopen = [&](const std::string& reason) {
    return Work::fault(reopen_report(work.ports, by("chi"), work.present(), {"A1", quarter, 1, reason}));
  };
  EXPECT_EQ(reopen(""), "report.reason_missing");
  EXPECT_EQ(reopen("nhầm một số"), "ok");
  EXPECT_EQ(reopen("nhầm một số"), "report.not_signed");
  EXPECT_EQ(state(), State::sent);
  ASSERT_EQ(sign("chi", "A1", 1), "ok");
  EXPECT_EQ(give_back("mai", 1), "ok");
  EXPECT_EQ(sign("chi", "A1", 1), "report.returned");
  work.report("A1", quarter, {Work::box("A03", "6")});
  EXPECT_EQ(sign("chi", "A1", 2), "ok");
  EXPECT_EQ(work.ports.database.frozen(work.unit("A1"), quarter).value().size(), 3U);
}

TEST_F(ReportLife, a_branch_is_sent_on_with_its_gaps_and_signed) {
  work.report("A1", quarter, {Work::box("A03", "5"), Work::box("A04", "3")});
  EXPECT_EQ(Work::fault(send_on(work.ports, by("mai"), work.present(), {"A", quarter, "", 0})),
            "form.unknown")
      << "no form is asked of a zone for a quarter";
  const auto sent = send_on(work.ports, by("mai"), work.present(), {"A", quarter, "NC-Q", 0}).value();
  EXPECT_EQ(sent.counts, (report::Counts{.expected = 2, .received = 1, .on_time = 1}));
  EXPECT_THAT(sent.silent, ElementsAre("A2"));
  EXPECT_EQ(work.ports.database.steps(work.unit("A"), quarter).value().back().note, "1/2; A2");
  EXPECT_EQ(state("A"), State::sent);
  const auto made = sign_report(work.ports, by("dung"), work.present(), {"A", quarter, "NC-Q", 0}).value();
  EXPECT_THAT(made.text, HasSubstr("\nversion 0\ntotal A03=5\ntotal A04=3\nexpected 2\nreceived 1\nsilent "
                                   "A2\nreports 1\nreport A1 1\nsigned-by Chị dung\nrole leader\n"));
  EXPECT_EQ(made.digest, work.people.secrets.digest(made.text));
  EXPECT_EQ(Work::fault(send_on(work.ports, by("mai"), work.present(), {"A", quarter, "NC-Q", 0})),
            "report.signed");
  EXPECT_EQ(sign("dung", "A", 1, "NC-Q"), "report.version_moved");
}

TEST_F(ReportLife, a_check_finds_a_signed_text_that_is_not_what_was_signed) {
  work.report("A1", quarter, {Work::box("A03", "5")});
  ASSERT_EQ(sign("chi", "A1", 1), "ok");
  const auto digest = [&](std::string_view text) { return work.people.secrets.digest(text); };
  Checked checked;
  ASSERT_TRUE(check_frozen(work.app.database, digest, work.people.past, checked).has_value());
  EXPECT_THAT(checked.faults, IsEmpty());
  report::Step forged{work.unit("A1"), quarter, 2, report::StepKind::signed_off, 1};
  const auto forge = [&](Writer& writer) {
    return writer.freeze(forged, "another text", digest("the text"), quarter.last());
  };
  ASSERT_TRUE(work.app.database.act(forge).has_value());
  ASSERT_TRUE(check_frozen(work.app.database, digest, work.people.past, checked).has_value());
  EXPECT_THAT(checked.faults, ElementsAre(HasSubstr("signed by step 2")));
  EXPECT_EQ(checked.frozen, 3U) << "one, then two";
}

TEST_F(ReportLife, the_form_shows_what_was_there_before_and_what_was_returned) {
  work.report("A1", quarter.previous(), {Work::box("A03", "4")});
  work.report("A1", quarter.year_before(), {Work::box("A03", "2")});
  work.report("A1", quarter, {Work::box("A03", "5"), Work::box("C01b", "7"), Work::box("C01c", "8")});
  ASSERT_EQ(give_back("mai", 1, {"A03"}), "ok");
  ASSERT_EQ(save("lan", "A1", {Work::box("A03", "6"), Work::box("C01b", "7")}), "ok");
  const auto draft = report_draft(work.ports, by("lan"), work.present(), "A1", quarter).value();
  EXPECT_EQ(draft.form->code, "NC-Q");
  EXPECT_EQ(draft.state, State::returned);
  EXPECT_EQ(draft.due, make_date(2026, 4, 10));
  ASSERT_EQ(draft.returned.size(), 1U);
  EXPECT_EQ(draft.returned.front().note, "thiếu danh sách");
  EXPECT_EQ(draft.saved->by, "Chị lan");
  const auto line = std::ranges::find(draft.lines, "A03", &DraftLine::code);
  EXPECT_EQ(line->value, Decimal{6});
  EXPECT_EQ(line->sent, Decimal{5});
  EXPECT_EQ(line->last, Decimal{4});
  EXPECT_EQ(line->year_before, Decimal{2});
  EXPECT_TRUE(line->returned);
  EXPECT_FALSE(std::ranges::find(draft.lines, "C01b", &DraftLine::code)->returned);
  const auto total = std::ranges::find(draft.lines, DraftLine::Role::total, &DraftLine::role);
  EXPECT_EQ(total->value, Decimal{7});
  EXPECT_EQ(total->sent, Decimal{15});
  work.report("A1", quarter, {Work::box("A03", "6")});
  EXPECT_THAT(report_draft(work.ports, by("lan"), work.present(), "A1", quarter).value().returned, IsEmpty());
  EXPECT_EQ(Work::fault(report_draft(work.ports, by("hoa"), work.present(), "A1", quarter)),
            "scope.exceeded");
}

}  // namespace
}  // namespace nucong::app
