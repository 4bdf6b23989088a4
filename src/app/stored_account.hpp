// What the database keeps about accounts and what lets their owners in, as its rows say it.
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

}  // namespace nucong::app
