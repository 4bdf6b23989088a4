// How fast pass phrases may be tried. A value that is told the time; keeps no clock and no thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "account/account.hpp"

namespace nucong::account {

struct ThrottleRule {
  /// Failures of one name from one address before it has to wait.
  int free_failures = 3;
  /// The first wait; each further failure doubles it up to the longest.
  std::chrono::seconds first_wait{2};
  std::chrono::seconds longest_wait{15 * 60};
  /// Failures of a name from an address are forgotten when none came for so long.
  std::chrono::seconds forgotten_after{60 * 60};
  /// Failures that one address has in hand for all names together, and how soon it gets one back.
  int address_failures = 30;
  std::chrono::seconds address_regain{20};
  /// Of names with addresses, and of addresses. Beyond, those longest untouched are forgotten.
  std::size_t entries_max = 100'000;
};

/// A lock-out that cannot be used to lock others out:
///
/// - What counts is (name, address). Whoever fails often for a name waits longer and longer for that name at
///   that address. The same name from any other address is not slowed in the least, so nobody can be kept out
///   by somebody who types her name elsewhere. Names that do not exist are counted alike.
/// - An address has a purse of failures for all names together: trying one pass phrase on a thousand names
///   empties it. It fills again steadily. Success takes nothing from it and puts nothing in.
/// - An attempt counts as failed from its beginning until it is known to have succeeded, so that many at once
///   are no way round. One that is told to wait was not made and does not count: waiting is never prolonged
///   by trying.
///
/// Not held back is a guesser who has many addresses, except by each address's own purse; against that stand
/// the length of pass phrases, the cost of one hash and the second factor.
///
/// `address` is what the caller takes for one place: of IPv6 the first 64 bits. If the clock goes backwards,
/// waits are never longer than they were. For one thread at a time.
class Throttle {
 public:
  explicit Throttle(const ThrottleRule& rule = {}) : rule_(rule) {}

  /// Zero: go ahead, and say so if it `succeeded`. Otherwise how long to wait before the next attempt.
  [[nodiscard]] std::chrono::seconds attempt(const std::string& name, const std::string& address,
                                             Instant now);
  /// The attempt made last was right as far as it went: the address gets back what it took, the name stays
  /// held back as it is, for the rest may be guessed at.
  void undecided(const std::string& address);
  /// The attempt made last was right: forgets the failures of the name at the address, and the address gets
  /// back what the attempt took.
  void succeeded(const std::string& name, const std::string& address);

  /// How much is remembered.
  [[nodiscard]] std::size_t entries() const { return failures_.size() + purses_.size(); }

 private:
  struct Failures {
    int count = 0;
    Instant last{};
  };
  struct Purse {
    int spent = 0;
    Instant counted{};  // up to when what was regained is in `spent`
  };
  using Key = std::pair<std::string, std::string>;

  [[nodiscard]] std::chrono::seconds delay_after(int failures) const;
  [[nodiscard]] std::chrono::seconds wait_of(const Key& key, Instant now) const;
  [[nodiscard]] Purse purse_at(const std::string& address, Instant now) const;
  void forget_old(Instant now);

  ThrottleRule rule_;
  std::map<Key, Failures> failures_;
  std::map<std::string, Purse, std::less<>> purses_;
};

}  // namespace nucong::account
