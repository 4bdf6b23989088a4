// The made-up confederation as it grows: its unions, and what happened to them as events to be recorded.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "demo/names.hpp"
#include "unit/event.hpp"

namespace nucong::demo {

/// How large the made-up confederation is.
enum class Scale : std::uint8_t {
  small,  ///< about 1,500 unions
  nation  ///< about 125,000 grassroots unions standing at the end
};

/// Quarters since 2023-Q1, which is 0; earlier ones are negative.
using Quarter = int;
[[nodiscard]] Quarter quarter_of(Date day);

/// One union on its way through the years. Its place in Chronicle::unions is its slot.
struct Union {
  std::string code;
  std::string_view kind;  ///< of catalogue/kinds.toml
  Slot parent;
  Date founded{};
  Date ended = Date::max();  ///< max: stands at the end
  std::uint64_t seed = 0;
  std::uint8_t province = 0;  ///< of the territory; `central_territory` for what is not a province's
  std::uint8_t trade = 0;     ///< of a grassroots union
  bool steady = false;        ///< is not closed or merged by chance
  bool fresh = true;          ///< its first members are new ones, not those of a predecessor
  Slot home;                  ///< the district in whose area it lies, also after that has ended
  std::int32_t workers = 0;   ///< as of the beginning of 2023
  Quarter resized = 1000;     ///< from this quarter on by the factor below
  std::int32_t resized_permille = 1000;

  [[nodiscard]] bool stands() const { return ended == Date::max(); }
  [[nodiscard]] bool is_grassroots() const { return kind == "grassroots" || kind == "guild"; }
};

constexpr std::uint8_t central_territory = 63;

/// The area of a province as it was in 2023.
struct Territory {
  Slot federation;             ///< the provincial federation in charge now
  std::uint8_t in_charge = 0;  ///< the province that it belongs to now
  std::vector<Slot> districts;
  std::vector<Slot> zones;          ///< standing
  std::vector<Slot> local_sectors;  ///< standing
};

/// Unions and events in order of time; who is where. What is asked of it must be possible: nothing is checked
/// here, but the whole is replayed before it is recorded.
class Chronicle {
 public:
  explicit Chronicle(Scale scale) : territories(provinces().size()), scale_(scale) {}

  [[nodiscard]] Scale scale() const { return scale_; }
  [[nodiscard]] const std::vector<Union>& unions() const { return unions_; }
  [[nodiscard]] Union& at(Slot slot) { return unions_.at(slot.value); }
  [[nodiscard]] std::span<const std::vector<unit::UnitEvent>> acts() const { return acts_; }

  /// What follows happens on `date` by one decision of `issuer` and is recorded as one act.
  void begin_act(Date date, std::string_view issuer);
  /// "PTH-H03", "PTH-0123" (no letter): the next of that province and letter.
  [[nodiscard]] std::string next_code(std::string_view prefix, std::string_view letter);

  Slot found(std::string code, std::string name, std::string_view kind, Slot parent, std::uint8_t province);
  void found_root(std::string code, std::string name);
  void rename(Slot slot, std::string name);
  void move(Slot slot, Slot parent);
  /// Children follow, with the events of neither.
  void merge(Slot slot, Slot into);
  void close(Slot slot);

  struct Part {
    Slot heir;
    std::optional<Decimal> share;
  };
  void split(Slot slot, std::span<const Part> parts);

  std::vector<Territory> territories;             ///< by position in provinces()
  std::map<Slot, std::vector<Slot>> communes_of;  ///< commune unions in the area of a former district

 private:
  unit::UnitEvent& record(unit::EventKind kind, Slot slot);
  Union& add(std::string code, std::string_view kind, Slot parent, std::uint8_t province);

  Scale scale_;
  std::vector<Union> unions_;
  std::vector<std::vector<unit::UnitEvent>> acts_;
  std::map<std::string, unsigned, std::less<>> numbers_;
  Date date_{};
  std::string decision_;
};

}  // namespace nucong::demo
