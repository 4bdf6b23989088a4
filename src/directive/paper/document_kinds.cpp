#include "directive/paper/document_kinds.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "directive/lexicon/lexicon.hpp"

namespace nucong::directive {
namespace {

// The role field carries the kind here; the lexicon of roles is not concerned.
constexpr Roles kind(CitationType type) {
  return static_cast<Roles>(type);
}

constexpr auto kinds = std::to_array<Phrase>({
    // Longest first, so that "chương trình hành động" is not cut.
    {"nghị quyết liên tịch", kind(CitationType::resolution)},
    {"thông tư liên tịch", kind(CitationType::circular)},
    {"chương trình hành động", kind(CitationType::programme)},
    {"chương trình phối hợp", kind(CitationType::programme)},
    {"kế hoạch hành động", kind(CitationType::plan)},
    {"kế hoạch liên tịch", kind(CitationType::plan)},
    {"thông báo kết luận", kind(CitationType::other)},
    {"nghị quyết", kind(CitationType::resolution)},
    {"nghị định", kind(CitationType::decree)},
    {"chỉ thị", kind(CitationType::instruction)},
    {"quyết định", kind(CitationType::decision)},
    {"kế hoạch", kind(CitationType::plan)},
    {"hướng dẫn", kind(CitationType::guidance)},
    {"chương trình", kind(CitationType::programme)},
    {"thông tư", kind(CitationType::circular)},
    {"kết luận", kind(CitationType::conclusion)},
    {"công văn", kind(CitationType::letter)},
    {"bộ luật", kind(CitationType::law)},
    {"luật", kind(CitationType::law)},
    {"thông báo", kind(CitationType::other)},
    {"thông tri", kind(CitationType::other)},
    {"quy định", kind(CitationType::other)},
    {"quy chế", kind(CitationType::other)},
    {"đề án", kind(CitationType::other)},
    {"pháp lệnh", kind(CitationType::other)},
    {"hiến pháp", kind(CitationType::other)},
    {"chiến lược", kind(CitationType::other)},
    {"tờ trình", kind(CitationType::other)},
    {"báo cáo thẩm tra", kind(CitationType::other)},
    {"báo cáo", kind(CitationType::other)},
    {"công điện", kind(CitationType::other)},
    {"điều lệ", kind(CitationType::other)},
});

constexpr auto abbreviations = std::to_array<Phrase>({
    {"nq", kind(CitationType::resolution)},
    {"qđ", kind(CitationType::decision)},
    {"nđ", kind(CitationType::decree)},
    {"kh", kind(CitationType::plan)},
    {"hd", kind(CitationType::guidance)},
    {"tt", kind(CitationType::circular)},
    {"cv", kind(CitationType::letter)},
    {"kl", kind(CitationType::conclusion)},
});

// Names with a comma or "và" inside cannot be told from a list by grammar. These are the laws that papers on
// women's work, labour, unions and government plans cite; other laws are read up to the first stop.
constexpr auto laws = std::to_array<Phrase>({
    {"phòng chống bạo lực gia", 0},
    {"phòng chống ma túy", 0},
    {"phòng chống ma tuý", 0},
    {"phòng chống tham nhũng", 0},
    {"phòng chống mua bán người", 0},
    {"phòng cháy chữa cháy", 0},
    {"phòng cháy và chữa cháy", 0},
    {"phòng chống thiên tai", 0},
    {"phòng chống tác hại của", 0},
    {"phòng chống rửa tiền", 0},
    {"phòng chống bệnh truyền nhiễm", 0},
    {"hôn nhân và gia đình", 0},
    {"an toàn vệ sinh lao", 0},
    {"cán bộ công chức", 0},
    {"thi đua khen thưởng", 0},
    {"khám bệnh chữa bệnh", 0},
    {"tố cáo", 0},
    {"khiếu nại", 0},
    {"viên chức", 0},
    {"lao động", 0},
    {"công đoàn", 0},
    {"việc làm", 0},
    {"bình đẳng giới", 0},
    {"bảo hiểm xã hội", 0},
    {"bảo hiểm y tế", 0},
    {"trẻ em", 0},
    {"thanh niên", 0},
    {"người cao tuổi", 0},
    {"người khuyết tật", 0},
    {"giáo dục nghề nghiệp", 0},
    {"giáo dục đại học", 0},
    {"giáo dục", 0},
    {"nhà giáo", 0},
    {"doanh nghiệp", 0},
    {"hợp tác xã", 0},
    {"đầu tư công", 0},
    {"đầu tư", 0},
    {"đất đai", 0},
    {"nhà ở", 0},
    {"xây dựng", 0},
    {"quy hoạch", 0},
    {"hình sự", 0},
    {"dân sự", 0},
    {"tố tụng hình sự", 0},
    {"tố tụng dân sự", 0},
    {"tố tụng hành chính", 0},
    {"ngân sách nhà nước", 0},
    {"tiếp công dân", 0},
    {"giao thông đường bộ", 0},
    {"đường bộ", 0},
    {"công nghệ thông tin", 0},
    {"giao dịch điện tử", 0},
    {"an ninh mạng", 0},
    {"công nghiệp công nghệ số", 0},
    {"dữ liệu", 0},
    {"bảo vệ môi trường", 0},
    {"dân số", 0},
    {"báo chí", 0},
    {"thư viện", 0},
    {"nghĩa vụ quân sự", 0},
    {"tổ chức quốc hội", 0},
    {"tổ chức chính phủ", 0},
    {"hòa giải ở cơ sở", 0},
    {"cư trú", 0},
    {"hộ tịch", 0},
    {"ban hành văn bản quy", 0},
    {"mặt trận tổ quốc việt", 0},
    {"thực hiện dân chủ ở", 0},
    {"tổ chức chính quyền địa", 0},
    {"người lao động việt nam", 0},
    {"bầu cử đại biểu quốc", 0},
    {"trợ giúp pháp lý", 0},
    {"căn cước", 0},
    {"thủ đô", 0},
    {"thể dục thể thao", 0},
    {"trật tự an toàn giao", 0},
    {"phổ biến giáo dục pháp", 0},
    {"xử lý vi phạm hành", 0},
    {"di sản văn hóa", 0},
    {"khoa học và công nghệ", 0},
});

// What follows the first words of the longer names above.
constexpr auto law_tails = std::to_array<Phrase>({
    {"đình", 0},
    {"động", 0},
    {"rượu bia", 0},
    {"thuốc lá", 0},
    {"phạm pháp luật", 0},
    {"nam", 0},
    {"cơ sở", 0},
    {"phương", 0},
    {"đi làm việc ở nước", 0},
    {"ngoài", 0},
    {"hội và đại biểu hội", 0},
    {"đồng nhân dân", 0},
    {"hội", 0},
    {"thông đường bộ", 0},
    {"luật", 0},
    {"chính", 0},
    {"theo hợp đồng", 0},
    {"và cứu nạn cứu hộ", 0},
});

constexpr auto stops = std::to_array<Key>({
    "về"_w,   "đã"_w,    "được"_w, "là"_w,    "có"_w,  "của"_w,  "cho"_w,   "để"_w,   "nhằm"_w,  "theo"_w,
    "tại"_w,  "trong"_w, "với"_w,  "khi"_w,   "đến"_w, "gắn"_w,  "phải"_w,  "do"_w,   "số"_w,    "như"_w,
    "từ"_w,   "vào"_w,   "thì"_w,  "nêu"_w,   "góp"_w, "bằng"_w, "cũng"_w,  "sẽ"_w,   "trên"_w,  "thực"_w,
    "ban"_w,  "quy"_w,   "đề"_w,   "tiếp"_w,  "sửa"_w, "hiện"_w, "ngày"_w,  "năm"_w,  "các"_w,   "hoặc"_w,
    "mà"_w,   "này"_w,   "đang"_w, "cần"_w,   "gồm"_w, "đối"_w,  "nói"_w,   "liên"_w, "hướng"_w, "ký"_w,
    "giai"_w, "ngay"_w,  "kèm"_w,  "triển"_w, "chỉ"_w, "hợp"_w,  "thống"_w, "phê"_w,  "yêu"_w,   "qua"_w,
    "sau"_w,  "trước"_w, "bảo"_w,  "tổng"_w,  "tập"_w, "bổ"_w,   "đặt"_w,   "xác"_w,  "đưa"_w,   "tới"_w,
});

// Commas inside a name ("Phòng, chống ma túy") are passed over.
std::size_t matched(const Tokens& tokens, std::size_t at, const Phrase& phrase) {
  for (std::size_t i = 0; i < phrase.size; ++i) {
    if (i > 0 && at < tokens.size() && tokens[at].is(U',')) ++at;
    if (at >= tokens.size() || !tokens[at].is(phrase.words.at(i))) return 0;
    ++at;
  }
  return at;
}

std::size_t longest(const Tokens& tokens, std::size_t at, std::span<const Phrase> phrases) {
  std::size_t end = at;
  for (const Phrase& phrase : phrases) end = std::max(end, matched(tokens, at, phrase));
  return end;
}

}  // namespace

std::optional<KindRead> kind_at(const Tokens& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::word) return std::nullopt;
  for (const Phrase& phrase : kinds) {
    if (tokens[at].toned != phrase.words[0]) continue;
    const std::size_t end = matched(tokens, at, phrase);
    if (end == at + phrase.size) return KindRead{static_cast<CitationType>(phrase.roles), end, false};
  }
  if (!tokens[at].shouting) return std::nullopt;
  for (const Phrase& phrase : abbreviations)
    if (tokens[at].is(phrase.words[0]))
      return KindRead{static_cast<CitationType>(phrase.roles), at + 1, true};
  return std::nullopt;
}

std::size_t law_name_end(const Tokens& tokens, std::size_t at) {
  std::size_t end = longest(tokens, at, laws);
  if (end == at) return at;
  const std::size_t words = end - at;
  for (int parts = 0; parts < 3 && words >= 4; ++parts) {
    const std::size_t begin = end < tokens.size() && tokens[end].is(U',') ? end + 1 : end;
    const std::size_t next = begin < tokens.size() ? longest(tokens, begin, law_tails) : begin;
    if (next == begin) break;
    end = next;
  }
  return end;
}

bool ends_a_name(const Token& token) {
  if (token.kind != TokenKind::word) return true;
  return !token.capital && std::ranges::find(stops, token.toned) != stops.end();
}

}  // namespace nucong::directive
