// The port to what is kept about accounts, in the words of the domain. Each call that changes something is
// one act: it, and what the audit log says of it, are durable together when it returns, or nothing is.
// Implemented by store/ on SQLite, on PostgreSQL and in memory; one contract suite holds the three together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "account/audit.hpp"
#include "account/office.hpp"
#include "account/totp.hpp"
#include "account/user_name.hpp"

namespace nucong::app {

using account::AccountId;
using account::AuditNote;
using account::Instant;

/// What seals the audit chain: Secrets::digest.
using Digest = std::function<std::string(std::string_view)>;

/// The second factor of an account.
struct SecondFactor {
  std::string secret;                       ///< bytes
  account::TotpStep last_step = 0;          ///< the last one accepted
  std::vector<std::string> recovery_codes;  ///< digests of those not yet used, ascending

  bool operator==(const SecondFactor&) const = default;
};

struct StoredAccount {
  AccountId id;
  account::UserName name;
  std::string person;  ///< the name that others see
  std::string hash;    ///< of the pass phrase; empty until one is chosen
  std::optional<SecondFactor> second_factor;
  std::optional<AccountId> made_by;  ///< none: from the console
  Instant made{};
  std::optional<Instant> closed;

  bool operator==(const StoredAccount&) const = default;
};

/// Sessions, tokens and links are found by the digest of what their owner holds.
struct StoredSession {
  std::string digest;
  AccountId account;
  Instant created{};
  Instant last_seen{};
  Instant expires{};  ///< the first instant at which it is over
  std::string address;
  std::string user_agent;

  bool operator==(const StoredSession&) const = default;
};

struct StoredToken {
  std::string digest;
  AccountId account;
  std::string name;  ///< one of a kind within the account
  Instant made{};
  Instant expires{};
  bool may_write = false;

  bool operator==(const StoredToken&) const = default;
};

/// Spelled as in the database: do not rename.
enum class LinkKind : std::uint8_t {
  first_administrator,  ///< makes the first account; of none yet
  pass_phrase,          ///< chooses a pass phrase
  second_factor         ///< takes the second factor off
};

struct StoredLink {
  std::string digest;
  LinkKind kind = LinkKind::pass_phrase;
  std::optional<AccountId> account;
  Instant made{};
  Instant expires{};

  bool operator==(const StoredLink&) const = default;
};

struct NewAccount {
  account::UserName name;
  std::string person;
  std::string hash;
  std::vector<account::Office> offices;  ///< their `account` is ignored
  std::optional<AccountId> made_by;
  std::optional<StoredLink> invitation;  ///< its `account` is ignored
};

/// What proved who signs in.
struct Proof {
  std::string hash;  ///< the stored one of the pass phrase
  std::optional<account::TotpStep> step;
  std::optional<std::string> recovery_code;  ///< digest
};

/// The answer to a request that carried a key, for when it comes again.
struct KeptAnswer {
  AccountId account;
  std::string key;
  std::string request;  ///< digest of what was asked
  std::string answer;   ///< whatever finds or repeats it: a sequence, a digest
  Instant expires{};

  bool operator==(const KeptAnswer&) const = default;
};

/// Errors of every call: those of `Store`; others are named at the call. `account.unknown` (param `account`
/// as number) and `account.closed` (param `account`, the name) wherever an account is named that has to be
/// open. Instants are those of the note: what is over at that instant counts as gone. For one thread at a
/// time; `visit` must not call the store: a defect.
class AccountStore {
 public:
  AccountStore() = default;
  AccountStore(const AccountStore&) = delete;
  AccountStore& operator=(const AccountStore&) = delete;
  virtual ~AccountStore() = default;

  // ---- Accounts

  /// All, by number, closed ones included.
  [[nodiscard]] virtual Result<std::vector<StoredAccount>> accounts() = 0;
  [[nodiscard]] virtual Result<std::optional<StoredAccount>> account(AccountId id) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredAccount>> find(const account::UserName& name) = 0;

  /// The account with its offices and, if one is given, the link by which its owner gets in.
  /// Errors: `account.name_taken` (param `name`), `office.term_empty`, `office.held`.
  [[nodiscard]] virtual Result<AccountId> make_account(const NewAccount& account, const AuditNote& note) = 0;
  /// Uses a link of kind `first_administrator` up and makes the account. Errors: `link.ended`,
  /// `administrator.exists`, and those of `make_account`.
  [[nodiscard]] virtual Result<AccountId> make_first_administrator(const std::string& link,
                                                                   const NewAccount& account,
                                                                   const AuditNote& note) = 0;
  /// For good. Its offices end on `day` (those that begin then or later never were), its sessions, tokens,
  /// links and kept answers are gone. Errors: `administrator.last` (param `account`, the name).
  [[nodiscard]] virtual Result<> close_account(AccountId id, Date day, const AuditNote& note) = 0;
  /// Another hash in place of `known`: of the same pass phrase, or of a new one that its owner chose. Whoever
  /// else is signed in with the account stays so. Errors: `passphrase.wrong` if `known` is not the stored one
  /// (any more): a pass phrase that was reset meanwhile does not come back.
  [[nodiscard]] virtual Result<> set_pass_phrase(AccountId id, const std::string& known,
                                                 const std::string& hash, const AuditNote& note) = 0;
  /// Errors: `totp.enrolled` if there is one.
  [[nodiscard]] virtual Result<> enrol_second_factor(AccountId id, const SecondFactor& factor,
                                                     const AuditNote& note) = 0;

  // ---- Offices

  /// Of an account, ended ones included, by unit, role and first day.
  [[nodiscard]] virtual Result<std::vector<account::Office>> offices_of(AccountId id) = 0;
  /// Of all, by unit, role, first day and account.
  [[nodiscard]] virtual Result<std::vector<account::Office>> offices() = 0;
  /// Errors: `office.term_empty`, `office.held`.
  [[nodiscard]] virtual Result<> appoint(const account::Office& office, const AuditNote& note) = 0;
  /// Errors: `office.changed` (params `role`, `unit` as slot number) if `office` is not stored exactly so;
  /// `office.term_empty`, `office.ended`; `administrator.last`.
  [[nodiscard]] virtual Result<> end_office(const account::Office& office, Date day,
                                            const AuditNote& note) = 0;
  /// Ends one term and begins the other (account::hand_over). Errors: `office.changed`, and those of
  /// account::hand_over.
  [[nodiscard]] virtual Result<account::Handover> hand_over(const account::Office& office, AccountId receiver,
                                                            Date day, const AuditNote& note) = 0;

  // ---- Sessions

  /// Begins a session and uses up what proved the second factor; `replaced` is the digest of a session that
  /// ends with it, if there is one. Errors: `passphrase.wrong` if the stored hash is another one meanwhile;
  /// `totp.wrong` if the step or the recovery code was used meanwhile.
  [[nodiscard]] virtual Result<> sign_in(const StoredSession& session, const Proof& proof,
                                         const std::optional<std::string>& replaced,
                                         const AuditNote& note) = 0;
  /// None if it is unknown or over at `now`, or its account closed.
  [[nodiscard]] virtual Result<std::optional<StoredSession>> session(const std::string& digest,
                                                                     Instant now) = 0;
  /// Those that are not over, the latest seen first.
  [[nodiscard]] virtual Result<std::vector<StoredSession>> sessions_of(AccountId id, Instant now) = 0;
  /// Says that it was used, and until when it goes on. No act, no audit; nothing if there is none.
  [[nodiscard]] virtual Result<> touch_session(const std::string& digest, Instant seen, Instant expires) = 0;
  /// Errors: `session.ended` if there is none.
  [[nodiscard]] virtual Result<> sign_out(const std::string& digest, const AuditNote& note) = 0;

  // ---- Tokens

  /// Errors: `token.name_taken` (param `name`).
  [[nodiscard]] virtual Result<> make_token(const StoredToken& token, const AuditNote& note) = 0;
  /// None if it is unknown or over at `now`, or its account closed.
  [[nodiscard]] virtual Result<std::optional<StoredToken>> token(const std::string& digest, Instant now) = 0;
  /// By name, also those that are over.
  [[nodiscard]] virtual Result<std::vector<StoredToken>> tokens_of(AccountId id) = 0;
  /// Errors: `token.unknown` (param `name`).
  [[nodiscard]] virtual Result<> revoke_token(AccountId id, const std::string& name,
                                              const AuditNote& note) = 0;

  // ---- Links

  /// Earlier links of the same kind for the same account are gone. Errors: `administrator.exists` for one of
  /// kind `first_administrator`.
  [[nodiscard]] virtual Result<> make_link(const StoredLink& link, const AuditNote& note) = 0;
  /// None if it is unknown, used or over at `now`, or its account closed.
  [[nodiscard]] virtual Result<std::optional<StoredLink>> link(const std::string& digest, Instant now) = 0;
  /// Uses a link of kind `pass_phrase` up. Sessions, tokens and other links of the account are gone: whoever
  /// had got hold of it is out. Errors: `link.ended`.
  [[nodiscard]] virtual Result<> reset_pass_phrase(const std::string& link, const std::string& hash,
                                                   const AuditNote& note) = 0;
  /// Uses a link of kind `second_factor` up; sessions of the account are gone. Errors: `link.ended`.
  [[nodiscard]] virtual Result<> reset_second_factor(const std::string& link, const AuditNote& note) = 0;

  // ---- Requests that come twice

  /// The answer kept under that key and not over at `now`, if any.
  [[nodiscard]] virtual Result<std::optional<KeptAnswer>> kept_answer(AccountId id, const std::string& key,
                                                                      Instant now) = 0;
  /// Keeps it, and forgets what is over at `now`. Errors: `request.key_taken` if one is kept under that key
  /// already, whatever was asked: the caller looks it up again.
  [[nodiscard]] virtual Result<> keep_answer(const KeptAnswer& answer, Instant now) = 0;

  // ---- Audit

  /// Adds entries for acts that went through another port, or that were refused.
  [[nodiscard]] virtual Result<> write_audit(std::span<const AuditNote> notes) = 0;
  /// Entries after `after`, in order. Stops at the first error of `visit` and returns it.
  [[nodiscard]] virtual Result<> each_audit(
      std::uint64_t after, const std::function<Result<>(const account::AuditEntry&)>& visit) = 0;
  /// Entries before `before`, the latest first, until `visit` says false.
  [[nodiscard]] virtual Result<> latest_audit(
      std::uint64_t before, const std::function<bool(const account::AuditEntry&)>& visit) = 0;
};

}  // namespace nucong::app
