#include <algorithm>
#include <map>
#include <utility>

#include "store/detail/account_words.hpp"
#include "store/detail/memory_offices.hpp"
#include "store/detail/turn.hpp"

namespace nucong::store {
namespace {

using account::AuditEntry;
using account::Office;
using app::AccountId;
using app::AuditNote;
using app::Instant;
using app::KeptAnswer;
using app::LinkKind;
using app::StoredAccount;
using app::StoredLink;
using app::StoredSession;
using app::StoredToken;

auto in_order(const Office& office) {
  return std::tuple(office.unit, office.role, office.from, office.account);
}

class MemoryAccountStore final : public app::AccountStore {
 public:
  MemoryAccountStore(std::shared_ptr<MemoryOffices> offices, app::Digest digest)
      : offices_(std::move(offices)), digest_(std::move(digest)) {}

  Result<std::vector<StoredAccount>> accounts() override {
    turns_.must_be_free();
    return accounts_;
  }
  Result<std::optional<StoredAccount>> account(AccountId id) override {
    turns_.must_be_free();
    const auto* found = known(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }
  Result<std::optional<StoredAccount>> find(const account::UserName& name) override {
    turns_.must_be_free();
    const auto found = std::ranges::find(accounts_, name, &StoredAccount::name);
    return found == accounts_.end() ? std::nullopt : std::optional(*found);
  }

  Result<AccountId> make_account(const app::NewAccount& account, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(const auto id, add(account, note.at));
    write({&note, 1});
    return id;
  }

  Result<AccountId> make_first_administrator(const std::string& link, const app::NewAccount& account,
                                             const AuditNote& note) override {
    turns_.must_be_free();
    TRY(usable(link, LinkKind::first_administrator, note.at));
    if (has_administrator()) return fail(ErrorCode::administrator_exists);
    TRY(const auto id, add(account, note.at));
    links_.erase(link);
    write({&note, 1});
    return id;
  }

  Result<> close_account(AccountId id, Date day, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(auto* account, open(id));
    const auto held = of(id);
    account->closed = note.at;
    if (std::ranges::any_of(held, is_lasting_administrator) && !has_administrator()) {
      account->closed.reset();
      return last_administrator(*account);
    }
    account->hash.clear();
    account->second_factor.reset();
    std::erase_if(*offices_,
                  [&](const Office& office) { return office.account == id && office.from >= day; });
    for (Office& office : *offices_)
      if (office.account == id && (!office.to || *office.to > day)) office.to = day;
    forget(id);
    std::erase_if(answers_, [&](const auto& answer) { return answer.first.first == id; });
    write({&note, 1});
    return ok();
  }

  Result<> set_pass_phrase(AccountId id, const std::string& known, const std::string& hash,
                           const AuditNote& note) override {
    turns_.must_be_free();
    TRY(auto* account, open(id));
    if (account->hash != known) return fail(ErrorCode::passphrase_wrong);
    account->hash = hash;
    write({&note, 1});
    return ok();
  }

  Result<> enrol_second_factor(AccountId id, const app::SecondFactor& factor,
                               const AuditNote& note) override {
    turns_.must_be_free();
    TRY(auto* account, open(id));
    if (account->second_factor) return fail(ErrorCode::totp_enrolled);
    account->second_factor = factor;
    std::ranges::sort(account->second_factor->recovery_codes);
    write({&note, 1});
    return ok();
  }

  Result<std::vector<Office>> offices_of(AccountId id) override {
    turns_.must_be_free();
    return of(id);
  }
  Result<std::vector<Office>> offices() override {
    turns_.must_be_free();
    auto all = *offices_;
    std::ranges::sort(all, {}, in_order);
    return all;
  }

  Result<> appoint(const Office& office, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(open(office.account));
    TRY(account::check_new(office, of(office.account)));
    offices_->push_back(office);
    write({&note, 1});
    return ok();
  }

  Result<> end_office(const Office& office, Date day, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(const auto* account, open(office.account));
    TRY(auto* stored, stored_as(office));
    TRY(const auto ended, account::ended(office, day));
    *stored = ended;
    if (is_lasting_administrator(office) && !has_administrator()) {
      *stored = office;
      return last_administrator(*account);
    }
    write({&note, 1});
    return ok();
  }

  Result<account::Handover> hand_over(const Office& office, AccountId receiver, Date day,
                                      const AuditNote& note) override {
    turns_.must_be_free();
    TRY(open(office.account));
    TRY(open(receiver));
    TRY(auto* stored, stored_as(office));
    TRY(const auto handover, account::hand_over(office, receiver, day, of(receiver)));
    *stored = handover.ended;
    offices_->push_back(handover.begun);
    write({&note, 1});
    return handover;
  }

  Result<> sign_in(const StoredSession& session, const app::Proof& proof,
                   const std::optional<std::string>& replaced, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(auto* account, open(session.account));
    if (account->hash != proof.hash) return fail(ErrorCode::passphrase_wrong);
    auto& factor = account->second_factor;
    if (proof.step && (!factor || factor->last_step >= *proof.step)) return fail(ErrorCode::totp_wrong);
    if (proof.recovery_code &&
        (!factor || !std::ranges::binary_search(factor->recovery_codes, *proof.recovery_code)))
      return fail(ErrorCode::totp_wrong);
    if (proof.step) factor->last_step = *proof.step;
    if (proof.recovery_code) std::erase(factor->recovery_codes, *proof.recovery_code);
    if (replaced) sessions_.erase(*replaced);
    std::erase_if(sessions_, [&](const auto& other) {
      return other.second.account == session.account && other.second.expires <= note.at;
    });
    sessions_[session.digest] = session;
    write({&note, 1});
    return ok();
  }

  Result<std::optional<StoredSession>> session(const std::string& digest, Instant now) override {
    turns_.must_be_free();
    return living(sessions_, digest, now);
  }
  Result<std::vector<StoredSession>> sessions_of(AccountId id, Instant now) override {
    turns_.must_be_free();
    std::vector<StoredSession> found;
    for (const auto& [digest, session] : sessions_)
      if (session.account == id && session.expires > now) found.push_back(session);
    std::ranges::stable_sort(found, std::greater{}, &StoredSession::last_seen);
    return found;
  }
  Result<> touch_session(const std::string& digest, Instant seen, Instant expires) override {
    turns_.must_be_free();
    const auto found = sessions_.find(digest);
    if (found == sessions_.end()) return ok();
    found->second.last_seen = seen;
    found->second.expires = expires;
    return ok();
  }
  Result<> sign_out(const std::string& digest, const AuditNote& note) override {
    turns_.must_be_free();
    if (sessions_.erase(digest) == 0) return fail(ErrorCode::session_ended);
    write({&note, 1});
    return ok();
  }

  Result<> make_token(const StoredToken& token, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(open(token.account));
    for (const auto& [digest, other] : tokens_)
      if (other.account == token.account && other.name == token.name)
        return fail(ErrorCode::token_name_taken, {{"name", token.name}});
    tokens_[token.digest] = token;
    write({&note, 1});
    return ok();
  }
  Result<std::optional<StoredToken>> token(const std::string& digest, Instant now) override {
    turns_.must_be_free();
    return living(tokens_, digest, now);
  }
  Result<std::vector<StoredToken>> tokens_of(AccountId id) override {
    turns_.must_be_free();
    std::vector<StoredToken> found;
    for (const auto& [digest, token] : tokens_)
      if (token.account == id) found.push_back(token);
    std::ranges::sort(found, {}, &StoredToken::name);
    return found;
  }
  Result<> revoke_token(AccountId id, const std::string& name, const AuditNote& note) override {
    turns_.must_be_free();
    const auto gone = std::erase_if(
        tokens_, [&](const auto& token) { return token.second.account == id && token.second.name == name; });
    if (gone == 0) return fail(ErrorCode::token_unknown, {{"name", name}});
    write({&note, 1});
    return ok();
  }

  Result<> make_link(const StoredLink& link, const AuditNote& note) override {
    turns_.must_be_free();
    if (link.account) {
      TRY(open(*link.account));
    }
    if (link.kind == LinkKind::first_administrator && has_administrator())
      return fail(ErrorCode::administrator_exists);
    add(link);
    write({&note, 1});
    return ok();
  }
  Result<std::optional<StoredLink>> link(const std::string& digest, Instant now) override {
    turns_.must_be_free();
    return living(links_, digest, now);
  }
  Result<> reset_pass_phrase(const std::string& link, const std::string& hash,
                             const AuditNote& note) override {
    turns_.must_be_free();
    TRY(const auto used, usable(link, LinkKind::pass_phrase, note.at));
    TRY(auto* account, open(used.account.value()));
    account->hash = hash;
    forget(*used.account);
    write({&note, 1});
    return ok();
  }
  Result<> reset_second_factor(const std::string& link, const AuditNote& note) override {
    turns_.must_be_free();
    TRY(const auto used, usable(link, LinkKind::second_factor, note.at));
    TRY(auto* account, open(used.account.value()));
    account->second_factor.reset();
    links_.erase(link);
    std::erase_if(sessions_, [&](const auto& one) { return one.second.account == *used.account; });
    write({&note, 1});
    return ok();
  }

  Result<std::optional<KeptAnswer>> kept_answer(AccountId id, const std::string& key, Instant now) override {
    turns_.must_be_free();
    return living(answers_, std::pair(id, key), now);
  }
  Result<> keep_answer(const KeptAnswer& answer, Instant now) override {
    turns_.must_be_free();
    TRY(open(answer.account));
    const auto kept = answers_.find({answer.account, answer.key});
    if (kept != answers_.end() && kept->second.expires > now) return fail(ErrorCode::request_key_taken);
    std::erase_if(answers_, [&](const auto& one) { return one.second.expires <= now; });
    answers_.emplace(std::pair(answer.account, answer.key), answer);
    return ok();
  }

  Result<> write_audit(std::span<const AuditNote> notes) override {
    turns_.must_be_free();
    write(notes);
    return ok();
  }
  Result<> each_audit(std::uint64_t after, const std::function<Result<>(const AuditEntry&)>& visit) override {
    turns_.must_be_free();
    const auto turn = turns_.take();
    for (auto at = after; at < audit_.size(); ++at) {
      TRY(visit(audit_[at]));
    }
    return ok();
  }
  Result<> latest_audit(std::uint64_t before, const std::function<bool(const AuditEntry&)>& visit) override {
    turns_.must_be_free();
    const auto turn = turns_.take();
    for (auto left = std::min<std::uint64_t>(before == 0 ? 0 : before - 1, audit_.size()); left > 0; --left)
      if (!visit(audit_[left - 1])) break;
    return ok();
  }

 private:
  [[nodiscard]] const StoredAccount* known(AccountId id) const {
    return id.value == 0 || id.value > accounts_.size() ? nullptr : &accounts_[id.value - 1];
  }
  [[nodiscard]] Result<StoredAccount*> open(AccountId id) {
    if (known(id) == nullptr) return unknown_account(id);
    StoredAccount& account = accounts_[id.value - 1];
    if (account.closed) return closed_account(account);
    return &account;
  }

  [[nodiscard]] Result<AccountId> add(const app::NewAccount& account, Instant made) {
    for (const StoredAccount& other : accounts_)
      if (other.name == account.name)
        return fail(ErrorCode::account_name_taken, {{"name", account.name.str()}});
    const AccountId id(accounts_.size() + 1);
    std::vector<Office> offices;
    for (Office office : account.offices) {
      office.account = id;
      TRY(account::check_new(office, offices));
      offices.push_back(office);
    }
    accounts_.push_back({id, account.name, account.person, account.hash, {}, account.made_by, made, {}});
    offices_->insert(offices_->end(), offices.begin(), offices.end());
    if (account.invitation) {
      StoredLink link = *account.invitation;
      link.account = id;
      add(link);
    }
    return id;
  }
  void add(const StoredLink& link) {
    std::erase_if(links_, [&](const auto& other) {
      return other.second.kind == link.kind && other.second.account == link.account;
    });
    links_[link.digest] = link;
  }

  [[nodiscard]] std::vector<Office> of(AccountId id) const {
    std::vector<Office> found;
    std::ranges::copy_if(*offices_, std::back_inserter(found),
                         [&](const Office& office) { return office.account == id; });
    std::ranges::sort(found, {}, in_order);
    return found;
  }
  [[nodiscard]] Result<Office*> stored_as(const Office& office) {
    const auto found = std::ranges::find(*offices_, office);
    if (found == offices_->end()) return changed_office(office);
    return &*found;
  }
  [[nodiscard]] bool has_administrator() const {
    return std::ranges::any_of(*offices_, [&](const Office& office) {
      return is_lasting_administrator(office) && !known(office.account)->closed;
    });
  }

  template <class Map>
  static std::optional<typename Map::mapped_type> living(const Map& map, const typename Map::key_type& key,
                                                         Instant now) {
    const auto found = map.find(key);
    return found == map.end() || found->second.expires <= now ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] Result<StoredLink> usable(const std::string& digest, LinkKind kind, Instant now) const {
    auto found = living(links_, digest, now);
    if (!found || found->kind != kind) return fail(ErrorCode::link_ended);
    return *std::move(found);
  }
  /// What lets somebody into the account.
  void forget(AccountId id) {
    const auto is_its = [&](const auto& one) { return one.second.account == id; };
    std::erase_if(sessions_, is_its);
    std::erase_if(tokens_, is_its);
    std::erase_if(links_, is_its);
  }

  void write(std::span<const AuditNote> notes) {
    for (const AuditNote& note : notes) {
      const std::string previous = audit_.empty() ? "" : audit_.back().hash;
      const std::uint64_t sequence = audit_.size() + 1;
      audit_.push_back({sequence, note, previous, digest_(account::sealed_text(sequence, note, previous))});
    }
  }

  std::shared_ptr<MemoryOffices> offices_;
  app::Digest digest_;
  std::vector<StoredAccount> accounts_;  // by number
  std::map<std::string, StoredSession> sessions_;
  std::map<std::string, StoredToken> tokens_;
  std::map<std::string, StoredLink> links_;
  std::map<std::pair<AccountId, std::string>, KeptAnswer> answers_;
  std::vector<AuditEntry> audit_;
  Turns turns_;
};

}  // namespace

std::unique_ptr<app::AccountStore> make_memory_account_store(std::shared_ptr<MemoryOffices> offices,
                                                             app::Digest digest) {
  return std::make_unique<MemoryAccountStore>(std::move(offices), std::move(digest));
}

}  // namespace nucong::store
