#include "directive/paper/number_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace nucong::directive {
namespace {

struct Code {
  std::string_view letters;  // lower case
  CitationType kind;
  CitationType also;  // another kind that writes the same letters
};

// NĐ 30/2020/NĐ-CP, Phụ lục III; of the Party: HD 36-HD/VPTW (2018).
constexpr auto codes = std::to_array<Code>({
    {"nq", CitationType::resolution, CitationType::resolution},
    {"nqlt", CitationType::resolution, CitationType::resolution},
    {"qđ", CitationType::decision, CitationType::other},  // quy định
    {"nđ", CitationType::decree, CitationType::decree},
    {"ct", CitationType::instruction, CitationType::programme},
    {"ctr", CitationType::programme, CitationType::programme},
    {"cthđ", CitationType::programme, CitationType::programme},
    {"ctph", CitationType::programme, CitationType::programme},
    {"kh", CitationType::plan, CitationType::plan},
    {"khlt", CitationType::plan, CitationType::plan},
    {"khph", CitationType::plan, CitationType::plan},
    {"hd", CitationType::guidance, CitationType::guidance},
    {"hdlt", CitationType::guidance, CitationType::guidance},
    {"tt", CitationType::circular, CitationType::circular},
    {"ttlt", CitationType::circular, CitationType::circular},
    {"kl", CitationType::conclusion, CitationType::conclusion},
    {"cv", CitationType::letter, CitationType::letter},
    {"tb", CitationType::other, CitationType::conclusion},  // thông báo kết luận
    {"bc", CitationType::other, CitationType::other},
    {"qc", CitationType::other, CitationType::other},
    {"ttr", CitationType::other, CitationType::other},
    {"đa", CitationType::other, CitationType::other},
});

// "nq" of "28/NQ-CP", "06b/NQ-TLĐ", "145/2020/NĐ-CP".
std::string first_letters(std::string_view number) {
  std::size_t begin = 0;
  while (begin < number.size()) {
    const std::size_t end = std::min(number.find_first_of("/-", begin), number.size());
    const auto piece = number.substr(begin, end - begin);
    if (!piece.empty() && (piece[0] < '0' || piece[0] > '9')) return lowered(piece);
    begin = end + 1;
  }
  return {};
}

}  // namespace

std::optional<CitationType> kind_of_number(std::string_view number, std::optional<CitationType> said) {
  const auto* code = std::ranges::find(codes, first_letters(number), &Code::letters);
  if (code == codes.end() || said == code->also) return said;
  return code->kind;
}

}  // namespace nucong::directive
