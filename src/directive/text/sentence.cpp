#include "directive/text/sentence.hpp"

#include <algorithm>

namespace nucong::directive {
namespace {

constexpr std::size_t sentence_tokens_max = 600;
constexpr std::size_t segment_tokens_max = 300;

// "TP. HCM", "TS. Nguyễn", "v.v.", "Đ/c.": a stop after these ends no sentence.
bool is_abbreviation(const Token& token) {
  constexpr auto known = std::to_array<Key>(
      {"tp"_w, "ts"_w, "ths"_w, "pgs"_w, "gs"_w, "bs"_w, "tx"_w, "tt"_w, "ks"_w, "v"_w, "p"_w, "q"_w});
  return token.kind == TokenKind::word && std::ranges::find(known, token.toned) != known.end();
}

bool ends_sentence(const Tokens& tokens, std::size_t at, Range block) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::symbol) return false;
  if (token.symbol == U'!' || token.symbol == U'?' || token.symbol == U'…') return true;
  if (token.symbol != U'.') return false;
  if (at == block.first || is_abbreviation(tokens[at - 1])) return false;
  if (at + 1 >= block.last) return true;
  const Token& next = tokens[at + 1];
  if (next.kind == TokenKind::word) return next.capital;
  if (next.kind == TokenKind::number) return !next.glued;
  return next.symbol == U'-' || next.symbol == U'“' || next.symbol == U'+' || next.symbol == U'”' ||
         next.symbol == U'(' || next.symbol == U'"';
}

// A colon parts what introduces from what is said, but not a measure from its figure: "Lợi nhuận: 15 tỷ
// đồng".
bool parts_segments(const Tokens& tokens, std::size_t at, std::size_t last) {
  if (tokens[at].is(U';')) return true;
  if (!tokens[at].is(U':')) return false;
  return at + 1 >= last || tokens[at + 1].kind != TokenKind::number;
}

std::vector<Range> segments_of(const Tokens& tokens, Range sentence, bool row) {
  std::vector<Range> segments;
  std::size_t first = sentence.first;
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const bool parts = !row && parts_segments(tokens, at, sentence.last);
    if (!parts && at - first < segment_tokens_max) continue;
    if (at > first) segments.push_back({first, at});
    first = parts ? at + 1 : at;
  }
  if (first < sentence.last) segments.push_back({first, sentence.last});
  return segments;
}

}  // namespace

std::vector<Sentence> sentences_of(const Tokens& tokens, const Block& block) {
  std::vector<Sentence> out;
  const Range whole{block.content, block.last};
  const auto add = [&](Range range) {
    if (range.empty()) return;
    if (auto segments = segments_of(tokens, range, block.row); !segments.empty())
      out.push_back({range, std::move(segments)});
  };
  std::size_t first = whole.first;
  for (std::size_t at = whole.first; at < whole.last; ++at) {
    const bool ends = !block.row && ends_sentence(tokens, at, whole);
    if (!ends && at - first < sentence_tokens_max) continue;
    add({first, at});
    first = ends ? at + 1 : at;
  }
  add({first, whole.last});
  return out;
}

}  // namespace nucong::directive
