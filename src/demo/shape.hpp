// What happens to the made-up confederation from 2023 to 2026, chapter by chapter in order of time.
#pragma once

#include "demo/chronicle.hpp"

namespace nucong::demo {

/// The whole story; the last act is one that can be taken back.
[[nodiscard]] Chronicle make_chronicle(Scale scale);

/// 1 January 2023: all that stood when the figures begin, a branch after the other.
void begin_confederation(Chronicle& chronicle);

/// One month's ordinary foundings, mergers, renamings and closings, on its tenth day.
void live_month(Chronicle& chronicle, int year, unsigned month);

/// A grassroots union of that province, in the area of `home`. Its trade and workforce are drawn from its
/// code.
Slot found_grassroots(Chronicle& chronicle, Slot parent, Slot home, std::uint8_t territory,
                      std::size_t trade);

/// One union becomes two and nobody says how its past is divided.
void split_without_shares(Chronicle& chronicle, Date date);
/// A union goes on and gives a part of itself to a new one.
void divide_while_standing(Chronicle& chronicle, Date date);

/// 2025: unions of state administration end without successor (NQ 60-NQ/TW), and ministry unions with them.
void end_administration(Chronicle& chronicle, Date date);
/// The local sector unions of one province end before the others' (as Hải Dương's did).
void end_local_sectors_early(Chronicle& chronicle, std::string_view province, Date date);
/// 63 provinces become 34; what stood between province and grassroots ends.
void merge_provinces(Chronicle& chronicle, Date date);
/// So many commune unions where most grassroots unions are, and these come under them.
void found_communes(Chronicle& chronicle, std::size_t count, Date date);
/// A commune union becomes two by stated shares.
void split_commune(Chronicle& chronicle, std::string_view province, Date date);
/// A corporation union comes under a sector union.
void move_corporation(Chronicle& chronicle, Date date);

}  // namespace nucong::demo
