// How the kinds are spelled outside the program. Do not respell: files and tables hold these.
#include "base/error.hpp"
#include "directive/reading.hpp"

namespace nucong::directive {

std::string_view symbol(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
      return ">=";
    case Comparator::more_than:
      return ">";
    case Comparator::at_most:
      return "<=";
    case Comparator::less_than:
      return "<";
    case Comparator::equal:
      return "=";
    case Comparator::range:
      return "range";
  }
  throw Defect("a Comparator outside its enumeration");
}

std::string_view name_of(Quantity quantity) {
  switch (quantity) {
    case Quantity::percent:
      return "percent";
    case Quantity::count:
      return "count";
    case Quantity::times:
      return "times";
    case Quantity::money_vnd:
      return "money_vnd";
    case Quantity::ratio:
      return "ratio";
    case Quantity::other:
      return "other";
  }
  throw Defect("a Quantity outside its enumeration");
}

std::string_view name_of(CitationType type) {
  switch (type) {
    case CitationType::resolution:
      return "nghị quyết";
    case CitationType::plan:
      return "kế hoạch";
    case CitationType::law:
      return "luật";
    case CitationType::decision:
      return "quyết định";
    case CitationType::decree:
      return "nghị định";
    case CitationType::instruction:
      return "chỉ thị";
    case CitationType::guidance:
      return "hướng dẫn";
    case CitationType::programme:
      return "chương trình";
    case CitationType::circular:
      return "thông tư";
    case CitationType::conclusion:
      return "kết luận";
    case CitationType::letter:
      return "công văn";
    case CitationType::other:
      return "other";
  }
  throw Defect("a CitationType outside its enumeration");
}

std::string_view name_of(DeadlineFrom from) {
  switch (from) {
    case DeadlineFrom::clause:
      return "clause";
    case DeadlineFrom::heading:
      return "heading";
    case DeadlineFrom::whole_text:
      return "whole_text";
    case DeadlineFrom::nowhere:
      return "nowhere";
  }
  throw Defect("a DeadlineFrom outside its enumeration");
}

std::string_view name_of(Question question) {
  switch (question) {
    case Question::is_it_an_aim:
      return "is_it_an_aim";
    case Question::whose_is_it:
      return "whose_is_it";
    case Question::by_when:
      return "by_when";
    case Question::which_year:
      return "which_year";
    case Question::which_digits:
      return "which_digits";
  }
  throw Defect("a Question outside its enumeration");
}

}  // namespace nucong::directive
