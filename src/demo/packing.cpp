#include "demo/packing.hpp"

#include <algorithm>
#include <charconv>

namespace nucong::demo {

Packing::Packing(const report::Form& form, const indicator::Elements& elements, const report::JumpRule& jump)
    : form_(form), factor_(jump.factor.mantissa()) {
  for (int i = 0; i < jump.factor.scale(); ++i) scale_ *= 10;
  // Amounts are whole, so they are apart by the next whole number at least.
  std::int64_t unit = 1;
  for (int i = 0; i < jump.floor.scale(); ++i) unit *= 10;
  floor_ = (jump.floor.mantissa() + unit - 1) / unit;
  auto asked = form.asked();
  std::ranges::sort(asked);
  for (const auto series : asked) {
    const auto& element = elements.element(series.element);
    const auto at = std::ranges::find(counted_names, element.name);
    if (series.split.value != 0 || element.decimals != 0 || at == counted_names.end())
      unknown_.push_back(elements.code_of(series));
    else
      entries_.push_back({static_cast<Counted>(at - counted_names.begin()), element.code + "=",
                          element.kind == indicator::ElementKind::stock});
  }
}

std::string Packing::figures(const Values& values, std::size_t& count) const {
  constexpr std::size_t longest_amount = 20;
  std::string text;
  text.reserve(entries_.size() * 9);
  for (const auto& entry : entries_) {
    const std::int64_t amount = values[entry.counted];
    if (amount == Values::blank) continue;
    ++count;
    if (!text.empty()) text += ' ';
    text += entry.code;
    char digits[longest_amount];
    const auto end = std::to_chars(digits, digits + longest_amount, amount).ptr;
    text.append(digits, end);
  }
  return text;
}

// The same question as report::is_jump, which asks it of Decimals.
bool Packing::is_jump(std::int64_t last, std::int64_t now) const {
  const std::int64_t low = std::min(last, now);
  const std::int64_t high = std::max(last, now);
  return high - low >= floor_ && high * scale_ > low * factor_;
}

std::string Packing::reasons(const Values& now, const Values* before, const Slip* slip) const {
  std::string text;
  for (const auto& entry : entries_) {
    const bool defended = slip != nullptr && slip->counted == entry.counted;
    const std::int64_t amount = now[entry.counted];
    const std::int64_t last = before == nullptr ? Values::blank : (*before)[entry.counted];
    const bool jumped = amount != Values::blank && last != Values::blank && is_jump(last, amount);
    if (!jumped && !defended) continue;
    text.append(entry.code, 0, entry.code.size() - 1);
    text += '\t';
    if (defended)
      text += "Đã kiểm tra, số liệu đúng";
    else if (entry.is_stock)
      text += amount > last ? "Tăng do sắp xếp lại đơn vị" : "Giảm do sắp xếp lại đơn vị";
    else
      text += amount > last ? "Kỳ này tập trung hoạt động" : "Kỳ trước đã tập trung thực hiện";
    text += '\n';
  }
  return text;
}

}  // namespace nucong::demo
