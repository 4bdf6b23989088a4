// What questions leave behind for later ones: trees with their landings, landed columns, sets of units.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rollup/members.hpp"
#include "rollup/reporters.hpp"

namespace nucong::rollup {

/// A day's tree, or succession, of one history.
struct EpochKey {
  enum class What : std::uint8_t { ground, succession };
  What what = What::ground;
  const void* history = nullptr;  ///< History::identity
  Date epoch{};                   ///< the start of the epoch

  auto operator<=>(const EpochKey&) const = default;
};

/// Something over a stretch of time, on a tree.
struct ViewKey {
  std::shared_ptr<const Ground> ground;
  Population population = Population::everyone;
  std::vector<Period> stretch;
  /// A series, a set of units as it is spelled, or who of some kinds has reported.
  std::variant<indicator::Series, std::string, std::vector<std::string>> subject;

  auto operator<=>(const ViewKey&) const = default;
};

/// What a kept thing is the answer to.
using PageKey = std::variant<EpochKey, ViewKey>;

/// Things kept from one question to the next, by what they answer; the least used go first when there are too
/// many. All of it can be made anew, so losing a page costs time and nothing else.
///
/// This is the seam for sharing: questions look up and keep, and do the work between. An atlas that several
/// threads share locks these calls (live::SharedAtlas).
class Atlas {
 public:
  using Page = std::variant<std::shared_ptr<const Ground>, std::shared_ptr<const Succession>, SharedLanded,
                            std::shared_ptr<const Members>, std::shared_ptr<const Reporters>>;

  Atlas() = default;
  Atlas(const Atlas&) = delete;
  Atlas& operator=(const Atlas&) = delete;
  virtual ~Atlas() = default;

  /// None if it was never kept or had to go.
  [[nodiscard]] virtual std::optional<Page> find(const PageKey& key) = 0;
  /// Replaces what was kept under that key.
  virtual void keep(const PageKey& key, Page page, std::size_t bytes) = 0;
};

/// For one thread at a time.
class LooseAtlas final : public Atlas {
 public:
  static constexpr std::size_t bytes_usual = std::size_t{256} << 20;

  LooseAtlas() = default;
  explicit LooseAtlas(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  [[nodiscard]] std::optional<Page> find(const PageKey& key) override;
  void keep(const PageKey& key, Page page, std::size_t bytes) override;
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    Page page;
    std::size_t bytes = 0;
    std::list<const PageKey*>::iterator use;
  };

  void drop(std::map<PageKey, Entry>::iterator at);

  std::size_t bytes_max_ = bytes_usual;
  std::size_t bytes_ = 0;
  std::map<PageKey, Entry> pages_;
  std::list<const PageKey*> uses_;  // the latest first
};

}  // namespace nucong::rollup
