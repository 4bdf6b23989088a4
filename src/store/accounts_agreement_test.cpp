// The same random acts on accounts get the same answers from every engine.
#include <random>

#include "store/accounts_contract_test.hpp"

namespace nucong::store {
namespace {

using account::Office;
using app::AccountId;
using app::LinkKind;

std::string text_of(const Error& error) {
  std::string text(dotted(error.code()));
  for (const auto& one : error.params()) text += " " + one.name + "=" + one.value;
  return text;
}

template <class T>
std::string text_of(const Result<T>& result) {
  return result ? "ok" : text_of(result.error());
}

std::string text_of(const Office& office) {
  return std::to_string(office.unit.value) + std::string(account::name_of(office.role)) +
         format_date(office.from) + "-" + (office.to ? format_date(*office.to) : "") + "/" +
         std::to_string(office.account.value) + "\n";
}

/// Everything that can be asked at an instant.
std::string state_of(app::Database& database, app::Instant now) {
  std::string text;
  const auto seconds = [](app::Instant at) { return " " + std::to_string(at.time_since_epoch().count()); };
  const auto all = database.accounts().value();
  for (const auto& one : all) {
    text +=
        one.name.str() + one.person + one.hash + seconds(one.made) + (one.closed ? seconds(*one.closed) : "");
    if (one.second_factor) {
      text += one.second_factor->secret + std::to_string(one.second_factor->last_step);
      for (const auto& code : one.second_factor->recovery_codes) text += code;
    }
    const auto offices = database.offices_of(one.id).value();
    for (const auto& office : offices) text += text_of(office);
    const auto sessions = database.sessions_of(one.id, now).value();
    for (const auto& session : sessions)
      text += session.digest + seconds(session.last_seen) + seconds(session.expires);
    const auto tokens = database.tokens_of(one.id).value();
    for (const auto& token : tokens) text += token.digest + token.name + seconds(token.expires);
  }
  const auto offices = database.offices().value();
  for (const auto& office : offices) text += text_of(office);
  for (const auto& entry : store::audit(database)) text += entry.hash + "\n";
  return text;
}

class RandomDeed {
 public:
  explicit RandomDeed(std::uint32_t seed) : random_(seed) {}

  /// The answer. Every database is asked with a copy of the same RandomDeed.
  std::string on(app::Database& database, int second) {
    const auto note = store::note("deed" + std::to_string(second), second);
    switch (below(14)) {
      case 0:
      case 1: {
        auto wanted = store::new_account(name(), {office(), office()});
        if (below(2) == 0) wanted.invitation = link(LinkKind::pass_phrase, second);
        return text_of(make_account(database, wanted, note));
      }
      case 2:
        return below(4) == 0 ? text_of(close_account(database, id(), day(), note)) : "";
      case 3:
        return text_of(enrol_second_factor(database, id(), {"\x01key", 5, {text("r"), "rr"}}, note));
      case 4: {
        auto given = office();
        given.account = id();
        return text_of(appoint(database, given, note));
      }
      case 5:
      case 6: {
        const auto offices = database.offices().value();
        if (offices.empty()) return "";
        auto chosen = offices[below(static_cast<std::uint32_t>(offices.size()))];
        if (below(9) == 0) chosen.from += std::chrono::days(1);
        if (below(2) == 0) return text_of(end_office(database, chosen, day(), note));
        return text_of(hand_over(database, chosen, id(), day(), note));
      }
      case 7:
      case 8: {
        auto session = store::session(text("s"), id(), second, second + 5 + static_cast<int>(below(60)));
        if (database.session(session.digest, app::Instant{}).value()) return "";
        auto proof = store::proof(name());
        if (const auto known = database.account(session.account).value(); known && below(9) > 0)
          proof.hash = known->hash;
        if (below(2) == 0) proof.step = 5 + below(9);
        if (below(4) == 0) proof.recovery_code = text("r");
        return text_of(sign_in(database, session, proof, text("s"), note));
      }
      case 9:
        return text_of(
                   database.touch_session(text("s"), note.at, note.at + std::chrono::seconds(below(60)))) +
               text_of(sign_out(database, text("s"), note));
      case 10: {
        const app::StoredToken token{"t" + std::to_string(second), id(), text("máy"), note.at, note.at, true};
        return text_of(make_token(database, token, note)) +
               text_of(revoke_token(database, id(), text("máy"), note));
      }
      case 11: {
        auto made = link(below(2) == 0 ? LinkKind::pass_phrase : LinkKind::second_factor, second);
        made.account = id();
        if (below(9) == 0) made.kind = LinkKind::first_administrator, made.account.reset();
        return text_of(make_link(database, made, note));
      }
      case 12: {
        const auto used = "l" + std::to_string(second - 1 - static_cast<int>(below(30)));
        if (below(3) == 0) return text_of(reset_second_factor(database, used, note));
        if (below(3) == 0)
          return text_of(make_first_administrator(database, used, store::new_account(name()), note));
        return text_of(reset_pass_phrase(database, used, "plain:" + text("new"), note));
      }
      default:
        return text_of(database.keep_answer(
            {id(), text("k"), text("q"), "a", note.at + std::chrono::seconds(below(20))}, note.at));
    }
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }
  AccountId id() { return AccountId(below(7)); }
  std::string name() { return "name" + std::to_string(below(20)); }
  std::string text(const std::string& stem) { return stem + std::to_string(below(6)); }
  Date day() { return today + std::chrono::days(below(20)); }
  Office office() {
    Office made{{}, account::all_roles[below(7)], Slot(below(4)), day(), std::nullopt};
    if (below(3) == 0) made.to = day();
    return made;
  }
  app::StoredLink link(LinkKind kind, int second) {
    return {"l" + std::to_string(second), kind, {}, store::at(second), store::at(second + 20)};
  }

  std::mt19937 random_;
};

TEST(AccountAgreement, all_engines_answer_alike) {
  Home memory("memory");
  std::vector<std::unique_ptr<Home>> others;
  others.push_back(std::make_unique<Home>("sqlite"));
  if (scratch::server()) others.push_back(std::make_unique<Home>("postgresql"));
  RandomDeed deed(3);
  int done = 0;
  for (int step = 0; step < 600; ++step) {
    RandomDeed next = deed;
    const std::string answer = next.on(memory.database(), step);
    if (answer.starts_with("ok")) ++done;
    const bool whole = step % 20 == 19;
    const std::string state = whole ? state_of(memory.database(), store::at(step)) : "";
    for (const auto& other : others) {
      RandomDeed same = deed;
      ASSERT_EQ(same.on(other->database(), step), answer) << other->url() << " at step " << step;
      if (!whole) continue;
      ASSERT_EQ(state_of(other->database(), store::at(step)), state) << other->url() << " at step " << step;
    }
    if (step % 100 == 99) others.front()->reopen();
    deed = next;
  }
  EXPECT_GT(done, 100) << "too few deeds were done to mean anything";
  EXPECT_TRUE(store::is_sealed(memory.database()));
}

}  // namespace
}  // namespace nucong::store
