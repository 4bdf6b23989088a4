// Accounts and what lets their owners in: small facts to store, single changes as acts, and the audit log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/contract_test.hpp"

namespace nucong::store {

// ---- Facts

inline app::NewAccount new_account(const std::string& name, std::vector<account::Office> offices = {}) {
  return {.name = account::UserName::parse(name).value(),
          .person = "Chị " + name,
          .hash = "plain:" + name,
          .offices = std::move(offices),
          .made_by = {},
          .invitation = {}};
}

inline app::AuditNote note(const std::string& deed, int seconds = 0) {
  return {.at = at(seconds),
          .account = {},
          .address = "10.0.0.1",
          .deed = deed,
          .thing = {},
          .unit = {},
          .summary = {}};
}

inline account::Office office(app::AccountId account, std::uint32_t unit,
                              account::Role role = account::Role::officer, Date from = today,
                              std::optional<Date> to = {}) {
  return {account, role, Slot(unit), from, to};
}

inline app::StoredSession session(const std::string& digest, app::AccountId account, int seen = 0,
                                  int expires = 100) {
  return {digest, account, at(0), at(seen), at(expires), "10.0.0.1", "Firefox"};
}

/// Of an account made by `new_account`.
inline app::Proof proof(const std::string& name, std::optional<account::TotpStep> step = {}) {
  return {"plain:" + name, step, {}};
}

inline app::StoredLink link(const std::string& digest, app::LinkKind kind,
                            std::optional<app::AccountId> account) {
  return {digest, kind, account, at(0), at(100)};
}

// ---- Changes, each an act of its own

inline Result<app::AccountId> make_account(app::Database& database, const app::NewAccount& account,
                                           const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.make_account(account, note); });
}

inline app::AccountId make(app::Database& database, const std::string& name,
                           std::vector<account::Office> offices = {}) {
  return make_account(database, new_account(name, std::move(offices)), note("account.make")).value();
}

inline Result<app::AccountId> make_first_administrator(app::Database& database, const std::string& link,
                                                       const app::NewAccount& account,
                                                       const app::AuditNote& note) {
  return database.act(
      [&](app::Writer& writer) { return writer.make_first_administrator(link, account, note); });
}

inline Result<> close_account(app::Database& database, app::AccountId id, Date day,
                              const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.close_account(id, day, note); });
}

inline Result<> set_pass_phrase(app::Database& database, app::AccountId id, const std::string& known,
                                const std::string& hash, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.set_pass_phrase(id, known, hash, note); });
}

inline Result<> enrol_second_factor(app::Database& database, app::AccountId id,
                                    const app::SecondFactor& factor, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.enrol_second_factor(id, factor, note); });
}

inline Result<> appoint(app::Database& database, const account::Office& office, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.appoint(office, note); });
}

inline Result<> end_office(app::Database& database, const account::Office& office, Date day,
                           const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.end_office(office, day, note); });
}

inline Result<account::Handover> hand_over(app::Database& database, const account::Office& office,
                                           app::AccountId receiver, Date day, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.hand_over(office, receiver, day, note); });
}

inline Result<> sign_in(app::Database& database, const app::StoredSession& session, const app::Proof& proof,
                        const std::optional<std::string>& replaced, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.sign_in(session, proof, replaced, note); });
}

inline Result<> sign_out(app::Database& database, const std::string& digest, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.sign_out(digest, note); });
}

inline Result<> make_token(app::Database& database, const app::StoredToken& token,
                           const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.make_token(token, note); });
}

inline Result<> revoke_token(app::Database& database, app::AccountId id, const std::string& name,
                             const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.revoke_token(id, name, note); });
}

inline Result<> make_link(app::Database& database, const app::StoredLink& link, const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.make_link(link, note); });
}

inline Result<> reset_pass_phrase(app::Database& database, const std::string& link, const std::string& hash,
                                  const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.reset_pass_phrase(link, hash, note); });
}

inline Result<> reset_second_factor(app::Database& database, const std::string& link,
                                    const app::AuditNote& note) {
  return database.act([&](app::Writer& writer) { return writer.reset_second_factor(link, note); });
}

/// Of what changed nothing: it was refused.
inline Result<> write_audit(app::Database& database, const std::vector<app::AuditNote>& notes) {
  return database.act([&](app::Writer& writer) -> Result<> {
    for (const auto& one : notes) writer.note(one);
    return ok();
  });
}

// ---- What is there

inline std::vector<account::AuditEntry> audit(app::Database& database, std::uint64_t after = 0) {
  std::vector<account::AuditEntry> found;
  const auto collect = [&](const account::AuditEntry& entry) -> Result<> {
    found.push_back(entry);
    return ok();
  };
  EXPECT_TRUE(database.each_audit(after, collect).has_value());
  return found;
}

/// "account.make" for each entry, in order.
inline std::vector<std::string> deeds(const std::vector<account::AuditEntry>& entries) {
  std::vector<std::string> all;
  for (const auto& entry : entries) all.push_back(entry.note.deed);
  return all;
}

/// Whether every entry follows from the one before.
inline bool is_sealed(app::Database& database) {
  std::string previous;
  std::uint64_t sequence = 0;
  for (const auto& entry : audit(database)) {
    if (entry.sequence != ++sequence || entry.previous != previous) return false;
    if (entry.hash != plain_digest()(account::sealed_text(sequence, entry.note, previous))) return false;
    previous = entry.hash;
  }
  return true;
}

}  // namespace nucong::store
